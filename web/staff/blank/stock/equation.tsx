import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import type { openStockContract } from '../../../../src/cards/blank/contract.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

type Balance = AnswerOf<typeof openStockContract>['balance'];
const PARTS = ['handedOn', 'inStock', 'inTransit', 'personalised', 'spoiled', 'missing', 'destroyed'] as const;

/** The balance as the equation that must hold, and in red above it what does not add up. */
export function Equation({ name, balance, difference }: { name: string; balance: Balance; difference: number }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <div className={difference === 0 ? 'balance' : 'balance off'}>
      {difference !== 0 && (
        <div className="note stopped" role="alert">
          <p>
            <b>{say('off', { n: Math.abs(difference) })}</b>
          </p>
          <p>{say('off.how')}</p>
        </div>
      )}
      <dl className="equation" aria-label={say('equation', { name })}>
        <div className="whole">
          <dt>{say('received')}</dt>
          <dd>{format.number(balance.received)}</dd>
        </div>
        {PARTS.map((part) => (
          <div key={part} className={part === 'missing' && balance.missing > 0 ? 'part lost' : 'part'}>
            <dt>{say(part)}</dt>
            <dd>{format.number(balance[part])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
