import type { Traced } from '../../../../src/cards/blank/schema.ts';
import { breaksOf, type Break } from '../../../../src/cards/blank/trace/rules.ts';
import { Identifier } from '../../../kit/identifier.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useMay } from '../../ask.tsx';
import { useCarry } from '../carried.ts';
import { CustodyTimeline, type Holding } from '../custody.tsx';
import { useGo } from '../go.tsx';
import { Serials } from '../scan/serials.tsx';
import { Movements } from '../stock/movements.tsx';
import { useBlankWords } from '../words/words.ts';
import { texts } from './texts.ts';

/** Where it is now in one line, then everybody who held it, then every movement with what proves it. */
export function Found({ traced }: { traced: Traced }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useBlankWords();
  const { now, batch, box } = traced;
  const breaks = breaksOf(traced);
  return (
    <article>
      <p className="lead" role="status">
        <b>{say('now', { state: words.state(now.state), store: now.store, office: now.office })}</b>
        <br />
        {now.keeper ? say('now.keeper', { name: now.keeper }) : say('now.noKeeper')}
        {now.shipment && ` · ${say('now.shipment', { number: now.shipment })}`}
      </p>
      {now.frozen && <Tag standing="sealed">{say('frozen')}</Tag>}
      <Onward traced={traced} />
      <dl className="facts">
        <dt>{say('serial')}</dt>
        <dd>
          <Identifier value={traced.serial} />
        </dd>
        <dt>{say('uid')}</dt>
        <dd>{traced.uid ? <span className="mono">{traced.uid}</span> : say('uid.none')}</dd>
        <dt>{say('batch')}</dt>
        <dd>
          {say('batch.line', {
            number: batch.number,
            supplier: batch.supplier,
            contract: batch.contractNo,
            on: format.date(batch.deliveredOn),
          })}
        </dd>
        <dt>{say('box')}</dt>
        <dd>
          {box ? (
            <>
              <span className="mono">{box.code}</span>: <Serials span={box} />
            </>
          ) : (
            say('box.none')
          )}
        </dd>
      </dl>
      <h2>{say('chain')}</h2>
      {breaks.length === 0 ? (
        <p>
          <Tag standing="done">{say('whole')}</Tag>
        </p>
      ) : (
        <div className="note stopped" role="alert">
          <p>
            <b>{say('broken', { n: breaks.length })}</b>
          </p>
        </div>
      )}
      <Chain traced={traced} breaks={breaks} />
      <Movements movements={traced.movements} own={false} />
    </article>
  );
}

/** What is done about a piece that is where it should not be, or is there again; the serial goes along, not through the address. */
function Onward({ traced: { serial, now } }: { traced: Traced }) {
  const say = useSay(texts);
  const carry = useCarry();
  const go = useGo();
  const mayReport = useMay('blank.incident.report');
  const mayFind = useMay('blank.keep') && now.state === 'MISSING';
  const take = (to: string) => () => {
    carry([{ first: serial, last: serial }]);
    void go(to);
  };
  if (!mayReport && !mayFind) return null;
  return (
    <p className="row no-print">
      {mayFind && (
        <button type="button" className="btn" onClick={take('/ditemukan/lapor')}>
          {say('tellFind')}
        </button>
      )}
      {mayReport && (
        <button type="button" className="btn quiet" onClick={take('/insiden/lapor')}>
          {say('tellIncident')}
        </button>
      )}
    </p>
  );
}

function Chain({ traced: { custody }, breaks }: { traced: Traced; breaks: readonly Break[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const broken = (each: Break): Holding => {
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
  // Each break under the custody in which it began.
  const holdings = custody.flatMap((stay): Holding[] => [
    {
      what: 'held',
      key: stay.from,
      title: stay.store,
      about: stay.office,
      from: stay.from,
      until: stay.until,
      people: stay.keepers,
    },
    ...breaks.filter(({ from }) => from >= stay.from && (stay.until === null || from < stay.until)).map(broken),
  ]);
  return <CustodyTimeline label={say('chain')} holdings={holdings} />;
}
