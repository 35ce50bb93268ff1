import { useEffect, useRef } from 'react';
import { receiveBagContract } from '../../../../src/cards/disposal/contract.ts';
import { Empty } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { CountBag } from '../bag/count.tsx';
import type { Dispatch } from './dispatches.tsx';
import { texts } from './texts.ts';

export type Arriving = Dispatch['bags'][number] & { readonly of: Dispatch };

/** One bag as it arrives: where it comes from, and its blind count. */
export function Arrival({
  bag,
  onBack,
  onCounted,
}: {
  bag: Arriving | undefined;
  onBack: () => void;
  onCounted: (agrees: boolean) => void;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const page = useRef<HTMLElement>(null);
  const id = bag?.id;
  // The next thing that is scanned is the seal.
  useEffect(() => page.current?.querySelector('input')?.focus(), [id]);
  return (
    <>
      <p className="no-print">
        <button type="button" className="link" onClick={onBack}>
          {say('back')}
        </button>
      </p>
      {bag ? (
        <article ref={page}>
          <h2>{say('arrived', { number: bag.number })}</h2>
          <p>{say('arrived.from', { from: bag.of.from, number: bag.of.number, at: format.instant(bag.of.sentAt) })}</p>
          {bag.mayCount ? (
            <CountBag
              key={bag.id}
              bag={bag}
              contract={receiveBagContract}
              title={say('receive')}
              onCounted={onCounted}
            />
          ) : (
            <p className="note">{say('scan.other', { number: bag.number })}</p>
          )}
        </article>
      ) : (
        <Empty will={say('gone')} how={say('gone.how')} />
      )}
    </>
  );
}
