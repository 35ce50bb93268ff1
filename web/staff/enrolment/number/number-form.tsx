import { useState, type FormEvent } from 'react';
import { makeAppointmentContract } from '../../../../src/recording/enrolment/queue/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useOfficeDay } from '../filter/day.ts';
import { texts } from './texts.ts';

/** A day and the next number of it, at the counter of the officer's own office or where a team stops. */
export function NumberForm({
  personRef,
  name,
  place: begun = '',
  onGiven,
}: {
  personRef: string;
  name: string;
  place?: string;
  onGiven: (given: { day: string; number: number }) => void;
}) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const format = useFormat();
  const tell = useTell();
  const { client } = useHouse();
  const { office } = useSession();
  const today = useOfficeDay();
  const [day, setDay] = useState<string>(today);
  const [place, setPlace] = useState(begun);
  const act = useAct(client, makeAppointmentContract);
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const fault = day === '' ? sayKit('fault.required') : day < today ? say('past') : undefined;
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fault || act.state.at === 'sending') return;
    const done = await act.run({ person: personRef, day, ...(place.trim() ? { place: place.trim() } : {}) });
    if (!done) return;
    tell('done', say('given', { number: done.number, name, day: format.date(day) }));
    onGiven({ day, number: done.number });
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problem={problem} faults={[]} />
      <DateField
        name="day"
        label={say('day')}
        value={day}
        onChange={setDay}
        error={tried ? fault : undefined}
        required
      />
      <TextField
        name="place"
        label={say('place')}
        hint={say('placeHint', { office: office.name })}
        value={place}
        maxLength={120}
        autoComplete="off"
        error={problem?.errors.find(({ path }) => path === 'place')?.message}
        onChange={(event) => setPlace(event.target.value)}
      />
      <Submit state={act.state} busy={say('giving')}>
        {say('give')}
      </Submit>
    </form>
  );
}
