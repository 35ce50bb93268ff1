import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import type { Traced } from '../../../../src/cards/blank/schema.ts';
import { breaksOf, type Break } from '../../../../src/cards/blank/trace/rules.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { CustodyTimeline, type Holding } from '../custody.tsx';
import { Serials } from '../scan/serials.tsx';
import { texts as wordTexts } from '../words/texts.ts';
import { useBlankWords } from '../words/words.ts';
import { chainsOf, type Chain } from './chain.ts';
import { keyOf, type Proven } from './proof.tsx';
import { texts } from './texts.ts';

interface Given {
  readonly incident: Incident;
  readonly proven: Proven | null;
  readonly prove: (proven: Proven | null) => void;
}

/** Holder by holder, each history once; where it broke, and that the blanks were seen outside, stands across the line. */
export function Chains({ incident, proven, prove }: Given) {
  const say = useSay(texts);
  const chains = chainsOf(incident.traces);
  if (chains.length === 0) return null;
  const { traces, seen } = incident;
  return (
    <>
      <h2>{say('chains')}</h2>
      {seen > traces.length && <p className="soft">{say('chains.more', { shown: traces.length, seen })}</p>}
      {chains.map((chain) => (
        <OneChain key={chain.key} chain={chain} incident={incident} proven={proven} prove={prove} />
      ))}
    </>
  );
}

function OneChain({ chain: { spans, of }, incident, proven, prove }: Given & { chain: Chain }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useBlankWords();
  const { batch, box, custody, movements, now } = of;
  const broken = useBroken();
  const holdings = custody.flatMap((stay): Holding[] => {
    const brought = movements.find(
      ({ to, from, recordedAt }) => recordedAt === stay.from && to.store === stay.store && from?.store !== to.store,
    );
    return [
      {
        what: 'held',
        key: stay.from,
        title: stay.store,
        about: stay.office,
        from: stay.from,
        until: stay.until,
        people: stay.keepers,
        more: brought && <Brought movement={brought} proven={proven} prove={prove} />,
      },
      ...breaksOf(of)
        .filter(({ from }) => from >= stay.from && (stay.until === null || from < stay.until))
        .map(broken),
    ];
  });
  const seenOutside: Holding = {
    what: 'break',
    key: 'seen',
    title: say('break.seen'),
    about: say('break.seen.about', {
      place: incident.place,
      on: format.date(incident.seenOn),
      state: words.state(now.state).toLowerCase(),
      store: now.store,
    }),
  };
  return (
    <section className="chain">
      <h3>
        {spans.map((span) => (
          <span key={span.first} className="block">
            <Serials span={span} />
          </span>
        ))}
      </h3>
      <p className="soft">
        {say('batch', { number: batch.number, supplier: batch.supplier, on: format.date(batch.deliveredOn) })} ·{' '}
        {box ? say('box', { code: box.code }) : say('box.none')}
      </p>
      <CustodyTimeline label={say('chains')} holdings={[...holdings, seenOutside]} />
    </section>
  );
}

function useBroken() {
  const say = useSay(texts);
  const format = useFormat();
  return (each: Break): Holding => {
    const from = format.instant(each.from);
    return {
      what: 'break',
      key: `${each.why}${each.from}`,
      title: say(`break.${each.why}`),
      about:
        each.until === null
          ? say('break.since', { store: each.store, from })
          : say('break.between', { store: each.store, from, until: format.instant(each.until) }),
    };
  };
}

/** By which movement the blanks came here, opening into its proof. */
function Brought({ movement, proven, prove }: Omit<Given, 'incident'> & { movement: Traced['movements'][number] }) {
  const say = useSay(texts);
  const word = useSay(wordTexts);
  const words = useBlankWords();
  const here: Proven = { what: 'movement', movement };
  const open = keyOf(proven) === keyOf(here);
  const what = say('stay.move', { move: words.move(movement.kind), n: movement.n });
  return (
    <span className="block soft">
      {what}{' '}
      <button
        type="button"
        className="link"
        aria-expanded={open}
        aria-label={word('proof.of', { what: `${what}, ${movement.to.store}` })}
        onClick={() => prove(open ? null : here)}
      >
        {word('proof')}
      </button>
    </span>
  );
}
