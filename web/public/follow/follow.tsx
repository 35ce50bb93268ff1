import type { FollowPage } from '../../../src/register/application/schema.ts';
import { StateLine, type Station } from '../../kit/state-line.tsx';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { sayer, useFormat, useSay, type Say } from '../../kit/text.tsx';
import { TextInput } from '../text-input.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
type Application = NonNullable<FollowPage['application']>;

/** How far an application is, for whoever has its number and the applicant's birth date. */
export const Follow: PageOf<FollowPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function FollowPageView({ data }) {
    const say = useSay(texts);
    if (data.application) return <Followed application={data.application} />;
    const { faults } = data;
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {faults.includes('not_found') && (
          <div className="note waiting" role="alert">
            <p>{say('notFound')}</p>
          </div>
        )}
        <form method="post" action="/ikuti-permohonan" className="short-form">
          <TextInput
            name="nomor"
            label={say('number')}
            hint={say('number.hint')}
            value={data.number}
            error={faults.includes('number') ? say('number.missing') : null}
            required
          />
          <TextInput
            name="lahir"
            label={say('birth')}
            hint={say('birth.hint')}
            error={faults.includes('birth_date') ? say('birth.wrong') : null}
            required
            numeric
          />
          <button className="btn" type="submit">
            {say('act')}
          </button>
        </form>
      </>
    );
  },
};

const STANDING = {
  draft: 'plain',
  submitted: 'waiting',
  assigned: 'waiting',
  incomplete: 'stopped',
  accepted: 'done',
  refused: 'stopped',
  withdrawn: 'plain',
} as const satisfies Record<Application['state'], Standing>;

function Followed({ application }: { application: Application }) {
  const say = useSay(texts);
  const format = useFormat();
  const decided = application.decidedAt !== null;
  return (
    <>
      <h1>{application.service}</h1>
      <StateLine label={say('way')} stations={stationsOf(application, say)} />
      <dl className="facts">
        <dt>{say('numberShown')}</dt>
        <dd className="mono">{application.number}</dd>
        <dt>{say('state')}</dt>
        <dd>
          <Tag standing={STANDING[application.state]}>{application.stateText}</Tag>
        </dd>
        {application.dueOn && !decided && (
          <>
            <dt>{say('due')}</dt>
            <dd>
              {format.date(application.dueOn)}{' '}
              {application.daysLate > 0 && <Tag standing="stopped">{say('late', { days: application.daysLate })}</Tag>}
            </dd>
          </>
        )}
        {application.reason && (
          <>
            <dt>{say('reason')}</dt>
            <dd>{application.reason}</dd>
          </>
        )}
      </dl>
      <p className="soft">{say('recorded')}</p>
      <p className="no-print">
        <a href="/ikuti-permohonan">{say('another')}</a>
      </p>
    </>
  );
}

function stationsOf({ state, submittedAt, decidedAt }: Application, say: Say<keyof typeof id>): Station[] {
  const submitted: Station = { name: say('station.submitted'), when: 'past', ...dated(submittedAt) };
  const decision: Station = { name: say('station.decided'), when: 'next', who: say('next.office') };
  const work = say('station.work');
  switch (state) {
    case 'draft':
      return [{ name: say('station.draft'), when: 'now' }, { name: say('station.submitted'), when: 'next' }, decision];
    case 'submitted':
      return [{ ...submitted, when: 'now' }, { name: work, when: 'next', who: say('next.office') }, decision];
    case 'incomplete':
      return [submitted, { name: say('station.incomplete'), when: 'now', who: say('next.applicant') }, decision];
    case 'assigned':
      return [submitted, { name: work, when: 'now', who: say('next.office') }, decision];
    case 'accepted':
    case 'refused':
    case 'withdrawn':
      return [
        submitted,
        { name: work, when: 'past' },
        { name: say(`station.${state}`), when: 'now', ...dated(decidedAt) },
      ];
  }
}

/** The civil day of an instant, in WIB. */
function dated(instant: string | null): { date?: string } {
  if (instant === null) return {};
  return { date: new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10) };
}
