import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { Identifier } from '../../../kit/identifier.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** First and last serial, grouped for reading and copied without spaces; one serial alone. */
export function Serials({ span: { first, last } }: { span: SpanText }) {
  const say = useSay(texts);
  if (first === last) return <Identifier value={first} />;
  return (
    <span className="span-text">
      <Identifier value={first} />
      <span className="unseen"> {say('to')} </span>
      <span aria-hidden="true">–</span>
      <Identifier value={last} />
    </span>
  );
}
