import { useState } from 'react';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { verifyContract } from '../../../src/core/ledger/contract.ts';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Field } from '../../kit/field.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { texts } from './texts.ts';

type Verdict = AnswerOf<typeof verifyContract> & { readonly seconds: number };

/** The check of the whole log, which the server runs; against a checkpoint that the auditor has kept, when he has one. */
export function Verify() {
  const say = useSay(texts);
  const { client } = useHouse();
  const { state, run } = useAct(client, verifyContract);
  const [against, setAgainst] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const verify = async () => {
    if (state.at === 'sending') return;
    setVerdict(null);
    const begun = performance.now();
    const kept = against.trim() === '' ? {} : { against: `${against.trim()}\n` };
    const found = await run(kept, { patienceMs: 0 });
    if (found) setVerdict({ ...found, seconds: (performance.now() - begun) / 1000 });
  };
  return (
    <section>
      <h2>{say('verify')}</h2>
      <p>{say('verify.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      {state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{say('verify.notReached')}</p>
        </div>
      )}
      <details className="act">
        <summary>{say('verify.against')}</summary>
        <Field label={say('verify.note')} hint={say('verify.note.hint')}>
          {(tie) => (
            <textarea
              {...tie}
              className="mono"
              rows={5}
              spellCheck={false}
              value={against}
              onChange={(event) => setAgainst(event.target.value)}
            />
          )}
        </Field>
      </details>
      <p className="more">
        <button type="button" className="btn" aria-disabled={state.at === 'sending'} onClick={() => void verify()}>
          {say(state.at === 'sending' ? 'verify.busy' : 'verify.do')}
        </button>
      </p>
      <div aria-live="polite">{verdict && <Found verdict={verdict} />}</div>
    </section>
  );
}

function Found({ verdict }: { verdict: Verdict }) {
  const say = useSay(texts);
  const format = useFormat();
  const size = format.number(verdict.size);
  const seconds = format.number(verdict.seconds, 1);
  if (verdict.ok) {
    return (
      <div className="note done">
        <p>
          <b>{say('verify.ok', { size })}</b> {say('verify.took', { seconds })}
        </p>
        <p className="hash">{verdict.root}</p>
      </div>
    );
  }
  const bad = verdict.firstBad;
  const kind = bad && `bad.${bad.kind}` in texts.id ? say(`bad.${bad.kind}` as 'bad.entry_altered') : bad?.kind;
  return (
    <div className="note stopped">
      <p>
        <b>{say('verify.bad')}</b> {kind}
      </p>
      {typeof bad?.seq === 'number' && <p>{say('verify.badAt', { seq: format.number(bad.seq) })}</p>}
      <p className="soft">{bad?.detail}</p>
      <p>{say('verify.badNext')}</p>
    </div>
  );
}
