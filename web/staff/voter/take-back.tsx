import { useState, type FormEvent } from 'react';
import { takeBackSourceContract, type openVerdictContract } from '../../../src/sharing/voter/contract.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { usePurpose } from '../purpose/purpose.tsx';
import { useForgetLooks } from '../register/recorded.ts';
import { texts } from './texts.ts';

type Sources = AnswerOf<typeof openVerdictContract>['sources'];

/** For a record that turns out to be about somebody else; it stays, with the reason. */
export function TakeBack({ personRef, sources }: { personRef: string; sources: Sources }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const forget = useForgetLooks();
  const { client } = useHouse();
  const { code } = usePurpose();
  const [chosen, setChosen] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, takeBackSourceContract);
  const source = sources.find(({ id }) => id === chosen);
  const faults = [
    ...(source ? [] : [{ name: 'source', label: say('source.which'), message: say('source.which.missing') }]),
    ...(why.trim().length < 10 ? [{ name: 'why', label: say('source.why'), message: say('voter.field.why') }] : []),
  ];
  const fault = (name: string) => (tried ? faults.find((each) => each.name === name)?.message : undefined);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0 || !source || state.at === 'sending') return;
    const done = await run({ ref: personRef, id: source.id, why: why.trim() }, { purpose: code });
    if (done === null) return;
    tell('done', say('source.takenBack'));
    void forget();
  };
  return (
    <details className="no-print">
      <summary>{say('source.takeBack')}</summary>
      <form noValidate onSubmit={(event) => void send(event)} aria-label={say('source.takeBack')}>
        <p>{say('source.takeBack.about')}</p>
        <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={tried ? faults : []} />
        <ChoiceField
          label={say('source.which')}
          name="source"
          required
          none={say('source.which.missing')}
          choices={sources.map(({ id, kind, body, since }) => ({
            value: id,
            label: say('source.line', { kind: say(`source.${kind}`), body, since: format.date(since) }),
          }))}
          value={chosen}
          error={fault('source')}
          onChange={(event) => setChosen(event.target.value)}
        />
        <TextField
          label={say('source.why')}
          name="why"
          required
          autoComplete="off"
          maxLength={500}
          value={why}
          error={fault('why')}
          onChange={(event) => setWhy(event.target.value)}
        />
        <Submit state={state} busy={say('upload.busy')}>
          {say('source.takeBack')}
        </Submit>
      </form>
    </details>
  );
}
