import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

interface Standing {
  readonly pays: boolean;
  readonly balance: number;
  readonly daysLeft: number | null;
}

/** How long a balance lasts, with a word beside the colour where that is not long. */
export function Lasting({ pays, balance, daysLeft, low }: Standing & { low: boolean }) {
  const say = useSay(texts);
  if (!pays) return <span className="soft">{say('free')}</span>;
  if (daysLeft === null && balance <= 0) return <span className="soft">-</span>;
  const spent = balance <= 0;
  return (
    <>
      {daysLeft === null ? <span className="soft">{say('lasts.idle')}</span> : say('lasts.days', { n: daysLeft })}{' '}
      {spent ? <Tag standing="stopped">{say('spent')}</Tag> : low && <Tag standing="waiting">{say('low')}</Tag>}
    </>
  );
}

/** Whole rupiah; of who pays nothing there are none. */
export function Rupiah({ pays, amount }: { pays: boolean; amount: number }) {
  const format = useFormat();
  return pays ? <span className="num">{format.rupiah(amount)}</span> : <span className="soft">-</span>;
}
