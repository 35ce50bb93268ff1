import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Go } from '../go.tsx';
import { Serials } from '../scan/serials.tsx';
import { useBlankWords } from '../words/words.ts';
import { texts } from './texts.ts';

type Line = Pick<Incident['atRisk']['boxes'][number], 'n' | 'seen' | 'frozen' | 'states'>;

/** What else lay in the same boxes and went in the same shipments, where it is, and what of it is frozen. */
export function Risk({
  incident: { atRisk, mayDecide },
  onChoose,
}: {
  incident: Incident;
  onChoose: (spans: readonly SpanText[], what: string) => void;
}) {
  const say = useSay(texts);
  const { boxes, shipments } = atRisk;
  const shared = useColumns<Line>();
  const choose = useChoose(onChoose);
  return (
    <>
      <h2>{say('risk')}</h2>
      {boxes.length + shipments.length === 0 ? (
        <p className="soft">{say('risk.none')}</p>
      ) : (
        <p className="soft">{say(mayDecide ? 'risk.about' : 'risk.about.read')}</p>
      )}
      {boxes.length > 0 && (
        <>
          <h3>{say('risk.boxes')}</h3>
          <DataTable
            caption={say('risk.boxes')}
            empty={say('risk.none')}
            rows={{ at: 'here', rows: boxes }}
            rowKey={({ code }) => code}
            columns={[
              {
                key: 'what',
                head: say('risk.what'),
                names: true,
                cell: (box) => (
                  <>
                    <span className="mono">{box.code}</span>
                    <span className="soft block">
                      <Serials span={box} />
                    </span>
                  </>
                ),
              },
              ...shared,
              ...(mayDecide ? [choose((box: (typeof boxes)[number]) => ({ what: box.code, spans: [box] }))] : []),
            ]}
          />
        </>
      )}
      {shipments.length > 0 && (
        <>
          <h3>{say('risk.shipments')}</h3>
          <DataTable
            caption={say('risk.shipments')}
            empty={say('risk.none')}
            rows={{ at: 'here', rows: shipments }}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'what',
                head: say('risk.shipment'),
                names: true,
                cell: ({ id, number, from, to }) => (
                  <>
                    <Go to={`/pengiriman/${id}`}>{number}</Go>
                    <span className="soft block">
                      {from} → {to}
                    </span>
                  </>
                ),
              },
              ...shared,
              ...(mayDecide
                ? [choose(({ number, spans }: (typeof shipments)[number]) => ({ what: number, spans }))]
                : []),
            ]}
          />
        </>
      )}
    </>
  );
}

function useColumns<Row extends Line>(): Column<Row>[] {
  const say = useSay(texts);
  const format = useFormat();
  const words = useBlankWords();
  return [
    { key: 'n', head: say('risk.n'), number: true, cell: ({ n }) => format.number(n) },
    { key: 'seen', head: say('risk.seen'), number: true, cell: ({ seen }) => format.number(seen) },
    { key: 'frozen', head: say('risk.frozen'), number: true, cell: ({ frozen }) => format.number(frozen) },
    {
      key: 'states',
      head: say('risk.states'),
      cell: ({ states }) => (
        <ul className="bare">
          {states.map(({ state, n }) => (
            <li key={state}>{say('risk.state', { state: words.state(state), n })}</li>
          ))}
        </ul>
      ),
    },
  ];
}

function useChoose(onChoose: (spans: readonly SpanText[], what: string) => void) {
  const say = useSay(texts);
  return <Row,>(of: (row: Row) => { what: string; spans: readonly SpanText[] }): Column<Row> => ({
    key: 'choose',
    head: say('risk.choose'),
    cell: (row) => {
      const { what, spans } = of(row);
      return (
        <button
          type="button"
          className="link"
          aria-label={say('risk.choose.of', { what })}
          onClick={() =>
            onChoose(
              spans.map(({ first, last }) => ({ first, last })),
              what,
            )
          }
        >
          {say('risk.choose')}
        </button>
      );
    },
  });
}
