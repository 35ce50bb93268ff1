import type { Dashboard, Line, Parts } from '../../../src/insight/dashboard/schema.ts';
import { BarChart, LineChart } from '../charts.tsx';
import { useFormat, useSay } from '../text.tsx';
import { texts } from './texts.ts';
import { inSentence, useShown } from './words.ts';

/** Each measure from month to month, the table under it. */
export function Lines({ lines }: Pick<Dashboard, 'lines'>) {
  const say = useSay(texts);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="bulan">
      <h2 id="bulan">{say('lines')}</h2>
      <div className="chart-pairs">
        {lines.map((line) => (
          <OneLine key={line.measure} line={line} />
        ))}
      </div>
    </section>
  );
}

function OneLine({ line }: { line: Line }) {
  const say = useSay(texts);
  const format = useFormat();
  const label = say(`line.${line.shows}`, { label: line.label, of: inSentence(line.of ?? '') });
  const shown = (value: number) => (line.shows === 'share' ? format.percent(value, 1) : format.number(value));
  const month = (day: string) => format.month(day.slice(0, 7));
  const known = line.points.flatMap(({ day, value }) => (value === null ? [] : [{ at: month(day), value }]));
  return (
    <div>
      <LineChart label={label} points={known} unit="" shown={shown} />
      <details className="table-below">
        <summary>{say('line.table', { label: line.label })}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('month')}</th>
              <th scope="col" className="n">
                {say('n')}
              </th>
            </tr>
          </thead>
          <tbody className="months">
            {line.points.toReversed().map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">{format.date(day)}</th>
                <td className="n">{value === null ? say('beside_few') : shown(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {line.points.length > 13 && <p className="soft print-note">{say('line.more')}</p>}
      </details>
    </div>
  );
}

/** What a figure is made of: by year, wait, store, stage; bars, with the table under them. */
export function AllParts({ parts }: Pick<Dashboard, 'parts'>) {
  const say = useSay(texts);
  const shown = parts.filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="rincian">
      <h2 id="rincian">{say('parts')}</h2>
      <div className="chart-pairs">
        {shown.map((each) => (
          <OneParts key={each.measure} parts={each} />
        ))}
      </div>
    </section>
  );
}

const TOLD = ['year', 'wait', 'stage'] as const;

function OneParts({ parts: { label, by, rows } }: { parts: Parts }) {
  const say = useSay(texts);
  const format = useFormat();
  const shown = useShown();
  const told = TOLD.find((each) => each === by);
  const waits = rows.some(({ days }) => days !== null);
  const end = ({ n, withheld, days }: Parts['rows'][number]) =>
    [shown.number({ n, withheld }), days === null ? '' : say('longest', { days })].filter(Boolean).join(', ');
  return (
    <div>
      <h3>{label}</h3>
      {told && <p className="soft">{say(`parts.${told}`)}</p>}
      <BarChart label={label} bars={rows.map((row) => ({ label: row.label, value: row.n ?? 0, shown: end(row) }))} />
      <details className="table-below">
        <summary>{say('part.table', { label })}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('part')}</th>
              <th scope="col" className="n">
                {say('n')}
              </th>
              {waits && (
                <th scope="col" className="n">
                  {say('longest.head')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.part}>
                <th scope="row">{row.label}</th>
                <td className="n">{shown.number(row)}</td>
                {waits && <td className="n">{row.days === null ? '' : format.number(row.days)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
