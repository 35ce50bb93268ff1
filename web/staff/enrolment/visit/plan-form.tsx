import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { planVisitContract } from '../../../../src/recording/enrolment/queue/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
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

/** A day and a place for a team to stop in one village. What is typed outlives a dropped line. */
export function PlanForm({
  villageCode,
  village,
  onDone,
}: {
  villageCode: string;
  village: string;
  onDone: () => void;
}) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const format = useFormat();
  const tell = useTell();
  const queries = useQueryClient();
  const { client } = useHouse();
  const { officer } = useSession();
  const today = useOfficeDay();
  const form = `kunjungan.${villageCode}`;
  const [values, setValues] = useState(
    () => readDraft<{ day: string; place: string }>(officer.id, form) ?? { day: '', place: '' },
  );
  const [tried, setTried] = useState(false);
  const act = useAct(client, planVisitContract);
  useDraft(officer.id, form, values, (values.day !== '' || values.place !== '') && act.state.at !== 'done');
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const faults = {
    day: values.day === '' ? sayKit('fault.required') : values.day < today ? say('form.past') : undefined,
    place: values.place.trim() === '' ? sayKit('fault.required') : undefined,
  };
  const shown = tried ? faults : { day: undefined, place: undefined };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.day || faults.place || act.state.at === 'sending') return;
    const done = await act.run({ villageCode, day: values.day, place: values.place.trim() });
    if (!done) return;
    dropDraft(officer.id, form);
    tell('done', say('form.done', { village, day: format.date(values.day) }));
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['visits'] }),
      queries.invalidateQueries({ queryKey: ['plan'] }),
    ]);
    onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        problem={problem}
        faults={(['day', 'place'] as const).flatMap((name) => {
          const message = shown[name];
          return message ? [{ name, label: say(`form.${name}`), message }] : [];
        })}
      />
      <DateField
        name="day"
        label={say('form.day')}
        value={values.day}
        onChange={(day) => setValues((before) => ({ ...before, day }))}
        error={shown.day}
        required
      />
      <TextField
        name="place"
        label={say('form.place')}
        hint={say('form.placeHint')}
        value={values.place}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setValues((before) => ({ ...before, place: event.target.value }))}
        error={shown.place}
        required
      />
      <Submit state={act.state} busy={say('form.busy')}>
        {say('form.submit')}
      </Submit>
    </form>
  );
}
