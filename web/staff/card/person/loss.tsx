import { useState, type FormEvent, type ReactNode } from 'react';
import {
  declareLostContract,
  liftLossContract,
  reportLossContract,
  takeInCardContract,
} from '../../../../src/cards/card/contract.ts';
import { INTAKE_CAUSES } from '../../../../src/cards/card/handover/rules.ts';
import type { CallOf, Contract } from '../../../../src/core/http/contract.ts';
import { useAct } from '../../../kit/act.ts';
import type { Answer } from '../../../kit/client.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFormat } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { useForgetCards } from '../read.ts';
import { useCardWords } from '../words.ts';
import type { CardOf } from './cards-of.tsx';

/** A loss is reported, lifted or made final, and a card that was brought is taken in, as its state allows. */
export function Loss({ card: { id, state } }: { card: CardOf }) {
  const suspended = state === 'SUSPENDED';
  if (state !== 'VALID' && state !== 'INVALID' && state !== 'LOST' && !suspended) return null;
  return (
    <div className="card-acts no-print">
      {state === 'VALID' && <Report cardId={id} />}
      {suspended && <Lift cardId={id} />}
      {(state === 'VALID' || suspended) && <Final cardId={id} />}
      <TakeIn cardId={id} />
    </div>
  );
}

/** One of the acts: closed until it is wanted, so that none is pressed in passing. */
function Act<C extends Contract>(given: {
  contract: C;
  title: string;
  about?: string;
  /** `null` while something is missing. */
  input: () => CallOf<C> | null;
  onDone: (answer: Answer<C>) => void;
  children?: ReactNode;
}) {
  const { say } = useCardWords();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const forget = useForgetCards();
  const { state, run } = useAct(client, given.contract);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = given.input();
    if (input === null || state.at === 'sending') return;
    const done = await run(input, { purpose });
    if (done === null) return;
    given.onDone(done);
    await forget();
  };
  return (
    <details>
      <summary>{given.title}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {given.about && <p className="soft">{given.about}</p>}
        <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
        {given.children}
        <Submit state={state} busy={say('sending')}>
          {given.title}
        </Submit>
      </form>
    </details>
  );
}

type IntakeCause = CallOf<typeof takeInCardContract>['cause'];

/** Given back at this counter by itself: damaged, or of no force any more. */
function TakeIn({ cardId }: { cardId: string }) {
  const { say, cause: word } = useCardWords();
  const tell = useTell();
  const [cause, setCause] = useState<IntakeCause | null>(null);
  const [tried, setTried] = useState(false);
  return (
    <Act
      contract={takeInCardContract}
      title={say('intake')}
      about={say('intake.about')}
      input={() => {
        setTried(true);
        return cause && { id: cardId, cause };
      }}
      onDone={() => tell('done', say('intake.done'))}
    >
      <ChoiceField
        label={say('trace.why')}
        name="cause"
        required
        none={say('intake.choose')}
        choices={INTAKE_CAUSES.map((value) => ({ value, label: word(value) }))}
        value={cause ?? ''}
        error={tried && !cause ? say('intake.missing') : undefined}
        onChange={({ target: { value } }) => setCause(INTAKE_CAUSES.find((each) => each === value) ?? null)}
      />
    </Act>
  );
}

function Report({ cardId }: { cardId: string }) {
  const { say } = useCardWords();
  const format = useFormat();
  const tell = useTell();
  return (
    <Act
      contract={reportLossContract}
      title={say('loss.report')}
      about={say('loss.report.about')}
      input={() => ({ id: cardId }) as never}
      onDone={({ liftUntil }) => tell('done', say('loss.report.done', { until: format.instant(liftUntil) }))}
    />
  );
}

function Lift({ cardId }: { cardId: string }) {
  const { say } = useCardWords();
  const tell = useTell();
  const [shown, setShown] = useState(false);
  return (
    <Act
      contract={liftLossContract}
      title={say('loss.lift')}
      about={say('loss.lift.shown.hint')}
      input={() => ({ id: cardId, shown })}
      onDone={() => tell('done', say('loss.lift.done'))}
    >
      <label className="tick">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {say('loss.lift.shown')}
      </label>
    </Act>
  );
}

function Final({ cardId }: { cardId: string }) {
  const { say } = useCardWords();
  const tell = useTell();
  const [policeLetter, setLetter] = useState('');
  const [tried, setTried] = useState(false);
  const missing = policeLetter.trim() === '';
  return (
    <Act
      contract={declareLostContract}
      title={say('loss.final')}
      about={say('loss.final.about')}
      input={() => {
        setTried(true);
        return missing ? null : { id: cardId, policeLetter: policeLetter.trim() };
      }}
      onDone={() => tell('done', say('loss.final.done'))}
    >
      <TextField
        label={say('ask.police')}
        name="policeLetter"
        required
        autoComplete="off"
        maxLength={60}
        value={policeLetter}
        error={tried && missing ? say('ask.police.missing') : undefined}
        onChange={(event) => setLetter(event.target.value)}
      />
    </Act>
  );
}
