import { Link } from '@tanstack/react-router';
import { changeAppointmentContract } from '../../../../src/recording/enrolment/queue/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { useNow } from '../../../kit/now.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { QUEUE_KEY, type Appointment } from './read.ts';
import { texts } from './texts.ts';

type To = 'missed' | 'cancelled' | 'waiting';

const STANDING: Readonly<Record<Appointment['state'], Standing>> = {
  waiting: 'waiting',
  called: 'sealed',
  recorded: 'done',
  missed: 'stopped',
  cancelled: 'plain',
};

/** What may be done with a number, as the server allows it. */
const NEXT: Readonly<Record<Appointment['state'], readonly To[]>> = {
  waiting: ['missed', 'cancelled'],
  called: ['missed', 'waiting', 'cancelled'],
  missed: ['waiting', 'cancelled'],
  recorded: [],
  cancelled: [],
};

const WORD = { missed: 'missed', waiting: 'back', cancelled: 'cancel' } as const satisfies Record<To, string>;

/** The heading of all numbers. */
export const NUMBERS = 'nomor-hari-ini';

/** Who is called and expected at the counter at this moment. */
export function Called({ appointments }: { appointments: readonly Appointment[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const { aheadMs } = useSession();
  const now = useNow(30_000) + aheadMs;
  if (appointments.length === 0) return null;
  return (
    <section aria-labelledby="sedang-dipanggil">
      <h2 id="sedang-dipanggil">{say('called.title')}</h2>
      <ul className="offers">
        {appointments.map((each) => (
          <li key={each.id} className="called">
            <p>
              <b className="called-number">{say('called.number', { number: each.number })}</b> {each.name}{' '}
              <span className="soft">
                {each.place}
                {each.calledAt && ` · ${say('called.at', { age: format.age(Date.parse(each.calledAt), now) })}`}
              </span>
            </p>
            <div className="row">
              <RecordLink personRef={each.ref} name={each.name} button />
              <Acts appointment={each} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RecordLink({ personRef, name, button = false }: { personRef: string; name: string; button?: boolean }) {
  const say = useSay(texts);
  return (
    <Link
      className={button ? 'btn' : undefined}
      to={'/petugas/perekaman/rekam/$ref' as '/petugas'}
      params={{ ref: personRef } as never}
    >
      {say('record')}
      <span className="unseen"> {name}</span>
    </Link>
  );
}

/** All numbers of the day. */
export function Numbers({ appointments, placed }: { appointments: readonly Appointment[]; placed: boolean }) {
  const say = useSay(texts);
  const columns: (Column<Appointment> | false)[] = [
    { key: 'number', head: say('number'), cell: ({ number }) => <b>{number}</b> },
    { key: 'name', head: say('name'), names: true, cell: ({ name }) => name },
    placed && { key: 'place', head: say('place'), cell: ({ place }) => place },
    {
      key: 'state',
      head: say('state'),
      cell: ({ state }) => <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag>,
    },
    {
      key: 'acts',
      head: say('acts'),
      cell: (each) =>
        each.state !== 'called' && NEXT[each.state].length > 0 ? (
          <div className="row">
            <RecordLink personRef={each.ref} name={each.name} />
            <Acts appointment={each} plain />
          </div>
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={say('list.title')}
      empty={say('list.empty')}
      rows={{ at: 'here', rows: appointments }}
      rowKey={({ id }) => id}
      columns={columns.filter((column) => column !== false)}
    />
  );
}

function Acts({ appointment, plain = false }: { appointment: Appointment; plain?: boolean }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const act = useAct(client, changeAppointmentContract);
  const { id, number, name, state } = appointment;
  const change = async (to: To) => {
    if (act.state.at === 'sending') return;
    const done = await act.run(
      { id, state: to },
      { patienceMs: 8_000, onRefused: (problem) => tell('stopped', problem.title) },
    );
    if (done !== null) tell('done', say(`done.${to}`, { number }));
    // Refused too: the number stands otherwise than this page shows.
    await queries.invalidateQueries({ queryKey: QUEUE_KEY });
    // The pressed button may be gone with its state: the keyboard goes on from the list.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById(NUMBERS)?.focus();
    });
  };
  return (
    <>
      {NEXT[state].map((to) => (
        <button
          key={to}
          type="button"
          className={plain ? 'btn plain' : to === 'cancelled' ? 'btn stop' : 'btn quiet'}
          aria-disabled={act.state.at === 'sending'}
          onClick={() => void change(to)}
        >
          {say(WORD[to])}
          <span className="unseen">
            {' '}
            {number} {name}
          </span>
        </button>
      ))}
      {act.state.at === 'notReached' && <span role="alert">{say('notReached')}</span>}
    </>
  );
}
