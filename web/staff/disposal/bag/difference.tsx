import { useState } from 'react';
import { settleBagContract } from '../../../../src/cards/disposal/contract.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../form/act-form.tsx';
import { useMay, useRefresh } from '../form/ask.tsx';
import { usePieceName } from '../words/pieces.tsx';
import type { OneBag } from './bag.tsx';
import { texts } from './texts.ts';

const OUTCOMES = ['recount', 'reopened', 'missing'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** The open case of a bag, and its decision by somebody who had no part in it. */
export function DifferenceOf({ bag, difference }: { bag: OneBag; difference: NonNullable<OneBag['difference']> }) {
  const say = useSay(texts);
  const format = useFormat();
  const maySettle = useMay('disposal.settle');
  const { id, what, expected, counted, dueOn, arrivedAt, office } = difference;
  return (
    <section aria-labelledby="selisih">
      <h2 id="selisih">{say('difference')}</h2>
      <div className="note stopped">
        <p>
          <b>
            {expected === null || counted === null ? say('what.blind') : say(`what.${what}`, { expected, counted })}
          </b>
        </p>
        {arrivedAt !== null && <p>{say('what.arrival', { arrived: arrivedAt, office })}</p>}
        <p>{say('due', { day: format.date(dueOn) })}</p>
      </div>
      {difference.maySettle ? (
        <Settle bag={bag} id={id} sealWrong={what !== 'count'} />
      ) : (
        <p>{say(maySettle ? 'settle.notYou' : 'settle.who')}</p>
      )}
    </section>
  );
}

function Settle({ bag, id, sealWrong }: { bag: OneBag; id: string; sealWrong: boolean }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const nameOf = usePieceName();
  const [missing, setMissing] = useState<readonly string[]>([]);
  const pieces = bag.pieces ?? [];
  return (
    <ActForm
      contract={settleBagContract}
      form={`selisih.${id}`}
      title={say('settle')}
      about={say('settle.who')}
      submit={say('settle.submit')}
      questions={() => [
        {
          name: 'outcome',
          label: say('outcome'),
          kind: 'choice',
          // A seal that was wrong is never just counted again.
          choices: OUTCOMES.filter((value) => value !== 'recount' || !sealWrong).map((value) => ({
            value,
            label: say(`outcome.${value}`),
          })),
        },
        { name: 'explanation', label: say('explanation'), least: 10 },
      ]}
      inputOf={({ outcome, explanation = '' }) => ({
        id,
        outcome: outcome as Outcome,
        explanation: explanation.trim(),
        ...(outcome === 'missing' && { missing: [...missing] }),
      })}
      onDone={() => {
        tell('done', say('settled'));
        refresh();
      }}
      missing={({ outcome }) => (outcome === 'missing' && missing.length === 0 ? say('missing.which') : undefined)}
      before={({ outcome }) =>
        outcome === 'missing' && (
          <fieldset className="options">
            <legend>{say('missing')}</legend>
            {pieces.map((piece) => (
              <label className="tick" key={piece.id}>
                <input
                  type="checkbox"
                  checked={missing.includes(piece.id)}
                  onChange={(event) =>
                    setMissing(
                      event.target.checked ? [...missing, piece.id] : missing.filter((one) => one !== piece.id),
                    )
                  }
                />
                <span className="mono wraps">{nameOf(piece)}</span>
              </label>
            ))}
          </fieldset>
        )
      }
    />
  );
}
