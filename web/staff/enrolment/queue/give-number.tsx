import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { makeAppointmentContract } from '../../../../src/recording/enrolment/queue/contract.ts';
import { openStandingContract } from '../../../../src/recording/enrolment/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { useArrival } from '../../../kit/arrival.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Failing } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { usePersonAtHand } from '../../register/person-at-hand.ts';
import { PersonField, type Picked } from '../../register/picker/person-field.tsx';
import { KEPT_MS, lookKey } from '../../register/recorded.ts';
import { RecordLink } from './numbers.tsx';
import { PURPOSE, QUEUE_KEY } from './read.ts';
import { texts } from './texts.ts';

type Standing = AnswerOf<typeof openStandingContract>;
interface Given {
  readonly person: Picked;
  readonly number: number;
  readonly day: string;
  readonly today: boolean;
}

/** A number for somebody: found, checked whether he may be recorded, and if not told the right way. */
export function GiveNumber({ day }: { day: string | undefined }) {
  const say = useSay(texts);
  const heading = useRef<HTMLHeadingElement>(null);
  const [, setAddress] = useFilter('orang');
  const hand = usePersonAtHand('orang', PURPOSE);
  const [person, setPerson] = useState<Picked | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const brought = hand.picked;
  useEffect(() => {
    if (brought) setPerson(brought);
    // A person who is brought along once; choosing another afterwards stays.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [brought?.ref]);
  const choose = (chosen: Picked | null) => {
    setPerson(chosen);
    if (hand.ref !== undefined) setAddress(undefined);
  };
  return (
    <section aria-labelledby="beri-nomor">
      <h2 id="beri-nomor" ref={heading} tabIndex={-1}>
        {say('give.title')}
      </h2>
      {hand.error && <Failing error={hand.error} again={hand.again} />}
      {given ? (
        <Done
          given={given}
          another={() => {
            setGiven(null);
            choose(null);
            heading.current?.focus();
          }}
        />
      ) : (
        <>
          <PersonField label={say('give.person')} name="person" value={person} onChange={choose} />
          {person && <Checked key={person.ref} person={person} today={day} onGiven={setGiven} />}
        </>
      )}
    </section>
  );
}

function Done({ given: { person, number, day, today }, another }: { given: Given; another: () => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const arrival = useArrival();
  return (
    <div className="note done" role="status">
      <h3 ref={arrival} tabIndex={-1}>
        {say('give.done', { number, name: person.name })}
      </h3>
      <p>{say('give.done.day', { day: format.date(day) })}</p>
      <div className="row">
        {today && <RecordLink personRef={person.ref} name={person.name} />}
        <button type="button" className="btn quiet" onClick={another}>
          {say('give.another')}
        </button>
      </div>
    </div>
  );
}

function Checked({
  person,
  today,
  onGiven,
}: {
  person: Picked;
  today: string | undefined;
  onGiven: (given: Given) => void;
}) {
  const say = useSay(texts);
  const { client } = useHouse();
  const query = useQuery({
    queryKey: lookKey(openStandingContract, { ref: person.ref }, PURPOSE),
    queryFn: ({ signal }) => client.call(openStandingContract, { ref: person.ref }, { purpose: PURPOSE, signal }),
    staleTime: KEPT_MS,
    refetchOnWindowFocus: false,
  });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <p role="status">{say('give.checking')}</p>;
  return query.data.may ? (
    <NumberForm person={person} today={today ?? ''} onGiven={onGiven} />
  ) : (
    <MayNot person={person} standing={query.data} />
  );
}

/** Why not, and the right way, with the link that leads there. */
function MayNot({ person, standing }: { person: Picked; standing: Standing }) {
  const say = useSay(texts);
  return (
    <div className="note stopped" role="status">
      <p>
        <b>{say('give.mayNot', { name: person.name })}</b>
      </p>
      <p>{standing.whyText}</p>
      <p>{standing.wayText}</p>
      <p>
        {standing.why === 'move_underway' ? (
          <Link to={'/petugas/perpindahan' as '/petugas'}>{say('give.way.move')}</Link>
        ) : (
          !person.masked && (
            <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: person.ref } as never}>
              {say('give.way.person')}
            </Link>
          )
        )}
      </p>
    </div>
  );
}

function NumberForm({ person, today, onGiven }: { person: Picked; today: string; onGiven: (given: Given) => void }) {
  const say = useSay(texts);
  const { client, queries } = useHouse();
  const act = useAct(client, makeAppointmentContract);
  const [day, setDay] = useState(today);
  const [place, setPlace] = useState('');
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const faultOf = (path: string) => problem?.errors.find((each) => each.path === path)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (act.state.at === 'sending') return;
    const done = await act.run({ person: person.ref, day, place: place.trim() || null });
    if (!done) return;
    onGiven({ person, number: done.number, day, today: day === today });
    await queries.invalidateQueries({ queryKey: QUEUE_KEY });
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p role="status">{say('give.may', { name: person.name })}</p>
      <ErrorSummary
        problem={problem}
        faults={(['day', 'place'] as const).flatMap((name) => {
          const message = faultOf(name);
          return message ? [{ name, label: say(`give.${name}`), message }] : [];
        })}
      />
      <DateField name="day" label={say('give.day')} value={day} onChange={setDay} error={faultOf('day')} required />
      <TextField
        name="place"
        label={say('give.place')}
        hint={say('give.place.hint')}
        value={place}
        maxLength={120}
        autoComplete="off"
        error={faultOf('place')}
        onChange={(event) => setPlace(event.target.value)}
      />
      <Submit state={act.state} busy={say('give.busy')}>
        {say('give.submit')}
      </Submit>
    </form>
  );
}
