import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { openEventContract, undoEventContract } from '../../../src/register/civil-event/contract.ts';
import { RECORDABLE, type RecordableKind } from '../../../src/register/civil-event/schema.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { DetailsInWords, Fact, Person } from './details.tsx';
import { EVENT_STANDING } from './events.tsx';
import { PaperActs } from './paper-acts.tsx';
import { PURPOSE } from './parts.tsx';
import { texts } from './texts.ts';
import { useEventWords } from './words.ts';

type View = AnswerOf<typeof openEventContract>;

const eventKey = (id: string) => ['event', id] as const;

function useEvent(id: string) {
  const { client } = useHouse();
  return useQuery({
    queryKey: eventKey(id),
    queryFn: ({ signal }) => client.call(openEventContract, { id }, { purpose: PURPOSE, signal }),
    // Each look is recorded for everybody in the event.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

/** One event: what happened to whom, on what ground, recorded by whom, its certificate, and how it is taken back. */
export function Event() {
  const query = useEvent(useAddressPart('eventId'));
  const words = useEventWords();
  const say = useSay(texts);
  const title = query.data ? words.kind(query.data.kind) : say('list.title');
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {title}
        </h1>
        {query.data && <Tag standing={EVENT_STANDING[query.data.state]}>{words.state(query.data.state)}</Tag>}
      </div>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : query.data ? (
        <Opened event={query.data} onIssued={() => void query.refetch()} />
      ) : (
        <Loading lines={10} />
      )}
    </>
  );
}

function Opened({ event, onIssued }: { event: View; onIssued: () => void }) {
  const say = useSay(texts);
  const words = useEventWords();
  const format = useFormat();
  const recordable = (RECORDABLE as readonly string[]).includes(event.kind);
  const reason = event.details['reason'];
  return (
    <>
      {event.undoneBy && (
        <div className="note stopped">
          <p>
            <ToEvent id={event.undoneBy}>{say('one.undoneBy')}</ToEvent>
          </p>
        </div>
      )}
      <dl className="facts">
        <Fact label={say('one.occurred')}>{format.date(event.occurredOn)}</Fact>
        <Fact label={say('one.reported')}>
          {format.date(event.reportedOn)}{' '}
          {event.daysLate > 0 && <Tag standing="waiting">{say('list.late', { days: event.daysLate })}</Tag>}
        </Fact>
        <Fact label={say('one.recorded')}>
          {say('one.recordedBy', {
            at: format.instant(event.recordedAt),
            officer: event.officer ?? say('one.by.unknown'),
            office: event.office ?? '–',
          })}
        </Fact>
        <Fact label={say('one.place')}>{event.place}</Fact>
        <Fact label={say('one.basis')}>{event.legalBasis ?? say('one.noBasis')}</Fact>
        {event.certificateNumber && (
          <Fact label={say('one.number')}>
            <span className="mono">{event.certificateNumber}</span>
          </Fact>
        )}
        {event.kind === 'undo' && typeof reason === 'string' && <Fact label={say('undo.reason')}>{reason}</Fact>}
      </dl>
      <h2>{say('one.participants')}</h2>
      <div className="scrolls" role="region" aria-label={say('one.participants')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('one.role')}</th>
              <th scope="col">{say('one.name')}</th>
            </tr>
          </thead>
          <tbody>
            {event.participants.map((each) => (
              <tr key={`${each.role}${each.ref}`}>
                <th scope="row">{words.role(each.role)}</th>
                <td>
                  <Person personRef={each.ref} people={event.participants} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {recordable && (
        <>
          <h2>{say('one.details')}</h2>
          <DetailsInWords kind={event.kind as RecordableKind} details={event.details} people={event.people} />
        </>
      )}
      {event.papers.length > 0 && (
        <>
          <h2>{say('paper.title')}</h2>
          <PaperActs eventId={event.id} papers={event.papers} onIssued={onIssued} />
        </>
      )}
      <ul className="onward">
        {event.applicationId && (
          <li>
            <Link
              to={'/petugas/permohonan/$applicationId' as '/petugas'}
              params={{ applicationId: event.applicationId } as never}
            >
              {say('one.application')}
            </Link>
          </li>
        )}
        {event.undoes && (
          <li>
            <ToEvent id={event.undoes}>{say('one.undoes')}</ToEvent>
          </li>
        )}
      </ul>
      {event.mayUndo && (
        <div className="row acts no-print">
          <Link
            className="btn stop"
            to={'/petugas/peristiwa/$eventId/pembatalan' as '/petugas'}
            params={{ eventId: event.id } as never}
          >
            {say('one.undo')}
          </Link>
          <span className="soft">{say('one.undo.about')}</span>
        </div>
      )}
    </>
  );
}

function ToEvent({ id, children }: { id: string; children: string }) {
  return (
    <Link to={'/petugas/peristiwa/$eventId' as '/petugas'} params={{ eventId: id } as never}>
      {children}
    </Link>
  );
}

/** The page of its own on which an event is taken back. Enter does nothing here: one reads, then presses. */
export function UndoEvent() {
  const id = useAddressPart('eventId');
  const say = useSay(texts);
  const query = useEvent(id);
  if (query.error || !query.data) {
    return (
      <>
        <h1 className="page-title">{say('one.undo')}</h1>
        {query.error ? <Failing error={query.error} again={() => void query.refetch()} /> : <Loading lines={8} />}
      </>
    );
  }
  return <Undoing event={query.data} />;
}

function Undoing({ event }: { event: View }) {
  const say = useSay(texts);
  const words = useEventWords();
  const format = useFormat();
  const tell = useTell();
  const { client } = useHouse();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const { state, run } = useAct(client, undoEventContract);
  const problem = state.at === 'refused' ? state.problem : null;
  const back = (id: string) =>
    navigate({ to: '/petugas/peristiwa/$eventId' as '/petugas', params: { eventId: id } as never });
  const undo = async () => {
    if (state.at === 'sending') return;
    const done = await run({ id: event.id, reason, legalBasis }, { purpose: PURPOSE });
    if (!done) return;
    tell('done', say('undo.done'));
    await queries.invalidateQueries();
    void back(done.id);
  };
  return (
    <form className="great-act" onSubmit={(submitted: FormEvent) => submitted.preventDefault()}>
      <h1 className="page-title" tabIndex={-1}>
        {say('undo.title', { kind: words.kind(event.kind) })}
      </h1>
      {!event.mayUndo && (
        <div className="note stopped">
          <p>{say('undo.not')}</p>
        </div>
      )}
      <p className="lead">{say('undo.sentence')}</p>
      <ErrorSummary problem={problem} faults={[]} />
      <dl className="facts">
        <Fact label={say('one.occurred')}>{format.date(event.occurredOn)}</Fact>
        <Fact label={say('undo.people')}>
          <ul className="plain">
            {event.participants.map((each) => (
              <li key={`${each.role}${each.ref}`}>
                {each.name} <span className="soft">{words.role(each.role)}</span>
              </li>
            ))}
          </ul>
        </Fact>
        {event.certificateNumber && (
          <Fact label={say('undo.number')}>
            <span className="mono">{event.certificateNumber}</span>
          </Fact>
        )}
      </dl>
      {event.mayUndo && (
        <div className="stack">
          <TextField
            label={say('undo.reason')}
            hint={say('undo.reason.hint')}
            name="reason"
            required
            maxLength={500}
            value={reason}
            onChange={(typed) => setReason(typed.target.value)}
          />
          <TextField
            label={say('undo.basis')}
            hint={say('undo.basis.hint')}
            name="legalBasis"
            required
            maxLength={200}
            value={legalBasis}
            onChange={(typed) => setLegalBasis(typed.target.value)}
          />
          <div className="row acts">
            <button
              type="button"
              className="btn stop"
              disabled={reason.trim() === '' || legalBasis.trim() === ''}
              onClick={() => void undo()}
            >
              {say(state.at === 'sending' ? 'undo.acting' : 'undo.act')}
            </button>
            <button type="button" className="btn quiet" onClick={() => void back(event.id)}>
              {say('undo.back')}
            </button>
          </div>
        </div>
      )}
    </form>
  );
}
