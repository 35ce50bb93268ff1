import { useSay } from '../../kit/text.tsx';
import type { Pair } from './read.ts';
import { texts } from './texts.ts';

/** What the machine says, in words. No figure stands here: a number would look like a proof. */
export function Machine({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="judul-mesin">
      <h2 id="judul-mesin">{say('machine')}</h2>
      <dl className="facts">
        <dt>{say('machine.why')}</dt>
        <dd>{pair.reason.text}</dd>
        {pair.sides.length > 1 && (
          <>
            <dt>{say('machine.likeness')}</dt>
            <dd>{pair.likeness?.text ?? say('machine.none')}</dd>
          </>
        )}
        {pair.biodata && (
          <>
            <dt>{say('machine.biodata')}</dt>
            <dd>{pair.biodata.text}</dd>
          </>
        )}
      </dl>
      <div className="note waiting">
        <p>{say(pair.sides.length > 1 ? 'machine.caution' : 'machine.alone')}</p>
      </div>
    </section>
  );
}
