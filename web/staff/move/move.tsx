import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { cancelMoveContract, recordArrivalContract } from '../../../src/register/civil-event/contract.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { useAct } from '../../kit/act.ts';
import { DateField } from '../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../kit/form-section.tsx';
import { StateLine } from '../../kit/state-line.tsx';
import { Empty, Failing, Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { addressSent, type AddressDraft, type FamilyDraft } from '../event/draft.ts';
import { Address, Fact } from '../event/details.tsx';
import { AddressField, FamilyField, PURPOSE } from '../event/parts.tsx';
import { Lines } from '../event/preview.tsx';
import { useEventWords } from '../event/words.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { DaysUnderway, useMoves, type Move } from './moves.tsx';
import { texts } from './texts.ts';

type Arrived = AnswerOf<typeof recordArrivalContract>;

/** One move underway: where it stands, and the arrival for the office of the destination. */
export function OneMove() {
  const id = useAddressPart('moveId');
  const say = useSay(texts);
  const query = useMoves();
  const [arrived, setArrived] = useState<{ move: Move; done: Arrived } | null>(null);
  const move = arrived?.move ?? query.data?.moves.find((each) => each.id === id);
  if (arrived) return <Arrival move={arrived.move} done={arrived.done} />;
  if (!move) {
    return (
      <>
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {query.error ? (
          <Failing error={query.error} again={() => void query.refetch()} />
        ) : query.data ? (
          <Empty
            will={say('one.gone')}
            how={<Link to={'/petugas/perpindahan' as '/petugas'}>{say('one.back')}</Link>}
          />
        ) : (
          <Loading lines={8} />
        )}
      </>
    );
  }
  return <Underway move={move} onArrived={(done) => setArrived({ move, done })} />;
}

function Underway({ move, onArrived }: { move: Move; onArrived: (done: Arrived) => void }) {
  const say = useSay(texts);
  const words = useEventWords();
  const { scopes } = useSession();
  const may = scopes.includes('civil_event.record');
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('one.title', { letter: move.letterNumber.replaceAll('/', '/\u200b') })}
        </h1>
        <DaysUnderway move={move} />
      </div>
      <StateLine
        label={say('title')}
        stations={[
          { name: say('station.departed'), when: 'past', date: move.departedOn, note: move.from },
          { name: say('station.underway'), when: 'now', note: words.kind('move') },
          {
            name: say('station.arrives'),
            when: 'next',
            note: move.to,
            who: say('station.destination', { to: move.to.split(', ').at(-1) ?? move.to }),
          },
        ]}
      />
      <ul className="onward">
        <li>
          <Link to={'/petugas/peristiwa/$eventId' as '/petugas'} params={{ eventId: move.id } as never}>
            {say('one.event')}
          </Link>
        </li>
        {may && move.direction !== 'in' && (
          <li>
            <Link to={'/petugas/perpindahan/$moveId/pembatalan' as '/petugas'} params={{ moveId: move.id } as never}>
              {say('cancel.open')}
            </Link>
          </li>
        )}
      </ul>
      {may && move.direction !== 'out' ? (
        <ArrivalForm move={move} onArrived={onArrived} />
      ) : (
        <dl className="facts">
          <Fact label={words.role('mover')}>
            <ul className="plain">
              {move.people.map((person) => (
                <li key={person.ref}>
                  {person.name}{' '}
                  {person.relation !== null && <span className="soft">{words.code('relation', person.relation)}</span>}
                </li>
              ))}
            </ul>
          </Fact>
          <Fact label={words.label('move', 'address')}>
            <Address address={move.destination} />
          </Fact>
        </dl>
      )}
    </>
  );
}

interface ArrivalDraft {
  readonly occurredOn: string;
  readonly elsewhere: boolean;
  readonly address: AddressDraft | undefined;
  readonly card: FamilyDraft | undefined;
  readonly seats: readonly { readonly ref: string; readonly relation: string; readonly comes: boolean }[];
}

function ArrivalForm({ move, onArrived }: { move: Move; onArrived: (done: Arrived) => void }) {
  const say = useSay(texts);
  const words = useEventWords();
  const { client } = useHouse();
  const { officer } = useSession();
  const queries = useQueryClient();
  const form = `kedatangan.${move.id}`;
  const [draft, setDraft] = useState<ArrivalDraft>(
    () =>
      readDraft<ArrivalDraft>(officer.id, form) ?? {
        occurredOn: '',
        elsewhere: false,
        address: undefined,
        card: undefined,
        seats: move.people.map(({ ref, relation }) => ({ ref, relation: String(relation ?? ''), comes: true })),
      },
  );
  const [tried, setTried] = useState(false);
  const set = (part: Partial<ArrivalDraft>) => setDraft((now) => ({ ...now, ...part }));
  useDraft(officer.id, form, draft, draft.occurredOn !== '');
  const { state, run } = useAct(client, recordArrivalContract);
  const problem = state.at === 'refused' ? state.problem : null;
  const fault = (path: string) =>
    problem?.errors.find((each) => each.path === path || each.path === `details.${path}`)?.message;
  const dateFault = tried && !draft.occurredOn ? say('needed') : fault('occurredOn');
  const name = (ref: string) => move.people.find((person) => person.ref === ref)?.name ?? '–';
  const change = (ref: string, part: { relation?: string; comes?: boolean }) =>
    set({ seats: draft.seats.map((seat) => (seat.ref === ref ? { ...seat, ...part } : seat)) });
  const asLetter = draft.seats.every(
    (seat) => seat.comes && seat.relation === String(move.people.find(({ ref }) => ref === seat.ref)?.relation ?? ''),
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!draft.occurredOn || state.at === 'sending') return;
    const done = await run(
      {
        id: move.id,
        occurredOn: draft.occurredOn,
        address: draft.elsewhere && draft.address ? ((addressSent(draft.address) ?? null) as never) : null,
        card: draft.card?.ref ?? null,
        movers: asLetter
          ? null
          : draft.seats
              .filter((seat) => seat.comes)
              .map(({ ref, relation }) => ({ person: ref, relation: Number(relation) })),
      },
      { purpose: PURPOSE },
    );
    if (!done) return;
    dropDraft(officer.id, form);
    onArrived(done);
    void queries.invalidateQueries({ queryKey: ['work'] });
    void queries.invalidateQueries({ queryKey: ['moves'] });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus());
  };
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <h2>{say('arrival.title')}</h2>
      <p>{say('arrival.about')}</p>
      <ErrorSummary
        problem={problem}
        faults={dateFault ? [{ name: 'occurredOn', label: say('arrival.on'), message: dateFault }] : []}
      />
      <FormSection title={say('arrival.who')}>
        <div className="scrolls" role="region" aria-label={say('arrival.who')} tabIndex={0}>
          <table className="going">
            <thead>
              <tr>
                <th scope="col">{say('arrival.come')}</th>
                <th scope="col">{say('arrival.name')}</th>
                <th scope="col">{say('arrival.will')}</th>
              </tr>
            </thead>
            <tbody>
              {draft.seats.map((seat) => (
                <tr key={seat.ref}>
                  <td>
                    <input
                      type="checkbox"
                      checked={seat.comes}
                      aria-label={say('arrival.comes', { name: name(seat.ref) })}
                      onChange={(event) => change(seat.ref, { comes: event.target.checked })}
                    />
                  </td>
                  <th scope="row">{name(seat.ref)}</th>
                  <td>
                    <select
                      value={seat.relation}
                      disabled={!seat.comes}
                      aria-label={say('arrival.relation', { name: name(seat.ref) })}
                      onChange={(event) => change(seat.ref, { relation: event.target.value })}
                    >
                      {seat.relation === '' && <option value="">{say('choose')}</option>}
                      {words.choices('relation').map((choice) => (
                        <option key={choice.value} value={choice.value}>
                          {choice.label}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </FormSection>
      <FormSection title={say('arrival.when')}>
        <DateField
          label={say('arrival.on')}
          name="occurredOn"
          required
          error={dateFault}
          value={draft.occurredOn}
          onChange={(occurredOn) => set({ occurredOn })}
        />
        <fieldset className="options">
          <legend>{say('arrival.where')}</legend>
          <label>
            <input type="radio" name="alamat" checked={!draft.elsewhere} onChange={() => set({ elsewhere: false })} />
            <span>
              {say('arrival.same')}
              <span className="soft block">
                <Address address={move.destination} />
              </span>
            </span>
          </label>
          <label>
            <input type="radio" name="alamat" checked={draft.elsewhere} onChange={() => set({ elsewhere: true })} />
            {say('arrival.other')}
          </label>
        </fieldset>
        {draft.elsewhere && (
          <AddressField
            label={say('arrival.address')}
            name="address"
            required
            error={fault('address')}
            errorAt={(inside) => fault(`address.${inside}`)}
            value={draft.address}
            onChange={(address) => set({ address })}
          />
        )}
        <FamilyField
          label={say('arrival.card')}
          hint={say('arrival.card.hint')}
          name="card"
          error={fault('card')}
          value={draft.card}
          onChange={(card) => set({ card })}
        />
      </FormSection>
      <div className="row acts">
        <Submit state={state} busy={say('arrival.acting')}>
          {say('arrival.act')}
        </Submit>
      </div>
    </form>
  );
}

function Arrival({ move, done }: { move: Move; done: Arrived }) {
  const say = useSay(texts);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('arrival.done')}
      </h1>
      <h2>{say('arrival.happened')}</h2>
      <Lines lines={done.effects} />
      {done.warnings.length > 0 && (
        <div className="note waiting">
          <Lines lines={done.warnings} />
        </div>
      )}
      <ul className="onward">
        {move.people.map((person) => (
          <li key={person.ref}>
            <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: person.ref } as never}>
              {say('arrival.open', { name: person.name })}
            </Link>
          </li>
        ))}
        <li>
          <Link to={'/petugas/peristiwa/$eventId' as '/petugas'} params={{ eventId: done.id } as never}>
            {say('arrival.event')}
          </Link>
        </li>
        <li>
          <Link to={'/petugas/perpindahan' as '/petugas'}>{say('one.back')}</Link>
        </li>
      </ul>
    </>
  );
}

/** The page of its own on which a move letter is cancelled. */
export function CancelMove() {
  const id = useAddressPart('moveId');
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const { client } = useHouse();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const query = useMoves();
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const { state, run } = useAct(client, cancelMoveContract);
  const move = query.data?.moves.find((each) => each.id === id && each.direction !== 'in');
  const cancel = async () => {
    if (state.at === 'sending' || !(await run({ id, reason, legalBasis }, { purpose: PURPOSE }))) return;
    tell('done', say('cancel.done'));
    await queries.invalidateQueries();
    void navigate({ to: '/petugas/perpindahan' as '/petugas' });
  };
  return (
    <form className="great-act" onSubmit={(event) => event.preventDefault()}>
      <h1 className="page-title" tabIndex={-1}>
        {say('cancel.title')}
      </h1>
      {query.error && <Failing error={query.error} again={() => void query.refetch()} />}
      {!query.error && !query.data && <Loading lines={8} />}
      {query.data && !move && (
        <Empty will={say('one.gone')} how={<Link to={'/petugas/perpindahan' as '/petugas'}>{say('one.back')}</Link>} />
      )}
      {move && (
        <>
          <p className="lead">{say('cancel.sentence')}</p>
          <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
          <p>
            <b>{move.letterNumber}</b> · {format.date(move.departedOn)} · {move.from} → {move.to}
          </p>
          <p>{move.people.map((person) => person.name).join(', ')}</p>
          <TextField
            label={say('cancel.reason')}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <TextField
            label={say('cancel.basis')}
            hint={say('cancel.basis.hint')}
            required
            maxLength={200}
            value={legalBasis}
            onChange={(event) => setLegalBasis(event.target.value)}
          />
          <div className="row acts">
            <button
              type="button"
              className="btn stop"
              disabled={reason.trim() === '' || legalBasis.trim() === ''}
              onClick={() => void cancel()}
            >
              {say(state.at === 'sending' ? 'cancel.acting' : 'cancel.act')}
            </button>
            <Link
              className="btn quiet"
              to={'/petugas/perpindahan/$moveId' as '/petugas'}
              params={{ moveId: id } as never}
            >
              {say('cancel.back')}
            </Link>
          </div>
        </>
      )}
    </form>
  );
}
