import { Link } from '@tanstack/react-router';
import { Identifier } from '../../kit/identifier.tsx';
import { StateLine, type Station } from '../../kit/state-line.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { Address, DetailsInWords, Fact, Seats } from '../event/details.tsx';
import { useEventWords } from '../event/words.ts';
import { useSession } from '../session.tsx';
import { Acts } from './acts.tsx';
import { BiodataAsked } from './biodata-asked.tsx';
import { CHANGES, isCardKind } from './card-values.ts';
import { Due } from './applications.tsx';
import { Documents } from './documents.tsx';
import { eventOf, useApplication, type ApplicationView } from './read.ts';
import { texts } from './texts.ts';

/** One application: where it stands and who must act, who asks for what, its documents, and what may be done now. */
export function Application() {
  const query = useApplication(useAddressPart('applicationId'));
  const say = useSay(texts);
  const words = useEventWords();
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {query.data ? words.service(query.data.kind) : say('list.title')}
        </h1>
        {query.data && (
          <div className="row">
            <Due line={query.data} />
          </div>
        )}
      </div>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : query.data ? (
        <Opened application={query.data} onChanged={() => void query.refetch()} />
      ) : (
        <Loading lines={12} />
      )}
    </>
  );
}

/** What comes of these is a family card, which lies with the family. */
const CARD_SERVICES: readonly string[] = ['family_card.new', 'family_card.change', 'family_card.lost'];

function Opened({ application, onChanged }: { application: ApplicationView; onChanged: () => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const { scopes } = useSession();
  const way = useWay(application);
  const event = eventOf(application.kind);
  const editable = application.state === 'draft' || application.state === 'incomplete';
  const stopped = ['incomplete', 'refused', 'withdrawn'].includes(application.state);
  return (
    <>
      <section className="applicant" aria-label={say('one.applicant')}>
        <div>
          <b>{application.applicantName}</b>{' '}
          <span className="soft">{say('one.born', { date: format.date(application.applicantBirthDate) })}</span>
          <div>
            <span className="unseen">NIK </span>
            <Identifier value={application.applicantNik} />
          </div>
          <div className="soft">{application.place}</div>
        </div>
        <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: application.applicant } as never}>
          {say('one.openApplicant')}
        </Link>
      </section>
      <StateLine label={say('one.way')} stations={way} />
      {stopped && application.reason && (
        <div className="note stopped">
          <p>{say('one.reason', { reason: application.reason })}</p>
        </div>
      )}
      {application.outcomeId && (event || application.kind === 'arrival') && (
        <div className="note done">
          <p>
            <Link to={'/petugas/peristiwa/$eventId' as '/petugas'} params={{ eventId: application.outcomeId } as never}>
              {say('one.outcome')}
            </Link>
          </p>
        </div>
      )}
      {application.state === 'accepted' && CARD_SERVICES.includes(application.kind) && (
        <div className="note done">
          <p>
            {say('one.card')}{' '}
            <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: application.applicant } as never}>
              {say('one.openApplicant')}
            </Link>
          </p>
        </div>
      )}
      <dl className="facts">
        <Fact label={say('one.number')}>
          <span className="mono">{application.number}</span>
        </Fact>
        <Fact label={say('one.due')}>{application.dueOn ? format.date(application.dueOn) : say('one.noDue')}</Fact>
        <Fact label={say('one.assignee')}>{application.assignee ?? say('one.nobody')}</Fact>
        <Fact label={say('one.contact')}>{application.contact ?? say('one.noContact')}</Fact>
      </dl>
      <h2>{say('one.details')}</h2>
      <Asked application={application} />
      {editable && scopes.includes('application.create') && (
        <p>
          <Link
            to={'/petugas/permohonan/$applicationId/isi' as '/petugas'}
            params={{ applicationId: application.id } as never}
          >
            {say('one.edit')}
          </Link>
        </p>
      )}
      <Documents application={application} onChanged={onChanged} />
      <Acts key={application.version} application={application} onChanged={onChanged} />
    </>
  );
}

function Asked({ application }: { application: ApplicationView }) {
  const say = useSay(texts);
  const format = useFormat();
  const { details } = application;
  const event = eventOf(application.kind);
  if (event) return <DetailsInWords kind={event} details={details} people={application.people} />;
  if (isCardKind(application.kind)) return <CardAsked application={application} />;
  if (application.kind === 'biodata.new') return <BiodataAsked application={application} />;
  const note = details['note'];
  const on = details['occurredOn'];
  if (typeof note !== 'string' && typeof on !== 'string') return <p className="soft">{say('one.noDetails')}</p>;
  return (
    <dl className="facts">
      {typeof on === 'string' && <Fact label={say('new.arrivedOn')}>{format.date(on)}</Fact>}
      {typeof details['card'] === 'string' && (
        <Fact label={say('arrival.card')}>
          <Link to={'/petugas/keluarga/$ref' as '/petugas'} params={{ ref: details['card'] } as never}>
            {say('card.open')}
          </Link>
        </Fact>
      )}
      {typeof details['address'] === 'object' && details['address'] !== null && (
        <Fact label={say('arrival.address')}>
          <Address address={details['address'] as Readonly<Record<string, unknown>>} />
        </Fact>
      )}
      {typeof note === 'string' && <Fact label={say('one.note')}>{note}</Fact>}
    </dl>
  );
}

function CardAsked({ application: { details, people } }: { application: ApplicationView }) {
  const say = useSay(texts);
  const change = CHANGES.find((each) => each === details['change']);
  const members = (details['members'] ?? []) as readonly { ref: string; relation: number }[];
  const address = details['address'];
  return (
    <dl className="facts">
      {change && <Fact label={say('card.change')}>{say(`card.change.${change}`)}</Fact>}
      {typeof details['card'] === 'string' && (
        <Fact label={say('card.card')}>
          <Link to={'/petugas/keluarga/$ref' as '/petugas'} params={{ ref: details['card'] } as never}>
            {say('card.open')}
          </Link>
        </Fact>
      )}
      <Fact label={say('card.members')}>
        <Seats seats={members.map(({ ref, relation }) => ({ person: ref, relation }))} people={people} />
      </Fact>
      {typeof address === 'object' && address !== null && (
        <Fact label={say('card.address')}>
          <Address address={address as Readonly<Record<string, unknown>>} />
        </Fact>
      )}
      {typeof details['reason'] === 'string' && <Fact label={say('act.reason')}>{details['reason']}</Fact>}
    </dl>
  );
}

/** The steps so far, each change of state once, and what comes next with who must act. */
function useWay(application: ApplicationView): Station[] {
  const say = useSay(texts);
  const words = useEventWords();
  const steps = application.steps.filter((step, place, all) => step.state !== all[place - 1]?.state);
  const stations = steps.map((step, place): Station => ({
    name: words.applicationState(step.state),
    when: place === steps.length - 1 ? 'now' : 'past',
    date: step.at.slice(0, 10),
    who: step.officer ?? say('by.system'),
  }));
  const { state } = application;
  if (state === 'accepted' || state === 'refused' || state === 'withdrawn') return stations;
  return [
    ...stations,
    {
      name: say(`next.name.${state}`),
      when: 'next',
      who: say(`next.${state}`, { name: application.assignee ?? '' }),
    },
  ];
}
