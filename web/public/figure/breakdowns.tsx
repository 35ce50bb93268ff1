import type { OneFigure } from '../../../src/insight/statement/figure/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** A figure by who counted, by year of origin and by regency. */
export function Breakdowns({ figure }: { figure: OneFigure }) {
  const say = useSay(texts);
  const { counts, byYearOfOrigin } = figure.past;
  const years = Object.entries(byYearOfOrigin);
  return (
    <>
      {counts.length > 0 && (
        <section aria-labelledby="penghitung">
          <h2 id="penghitung">{say('counts')}</h2>
          <Counted head={say('counter')} rows={counts.map(({ counter, n }) => [counter, n])} />
        </section>
      )}
      {years.length > 0 && (
        <section aria-labelledby="tahun-asal">
          <h2 id="tahun-asal">{say('byYear')}</h2>
          <p className="soft">{say('byYear.about')}</p>
          <Counted head={say('year')} rows={years} />
        </section>
      )}
      <Regencies figure={figure} />
    </>
  );
}

function Counted({ head, rows }: { head: string; rows: readonly (readonly [string, number])[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <div className="table-below">
      <table>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="n">
              {say('n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, n]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="n">{format.number(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Regencies({ figure }: { figure: OneFigure }) {
  const say = useSay(texts);
  const format = useFormat();
  const { regencies } = figure;
  return (
    <section aria-labelledby="wilayah">
      <h2 id="wilayah">{say('regions')}</h2>
      {regencies === null && <p>{say('regions.none')}</p>}
      {regencies?.length === 0 && <p>{say('regions.zero')}</p>}
      {regencies !== null && regencies.length > 0 && (
        <>
          <p className="soft">{say('regions.about', { count: regencies.length })}</p>
          <details className="table-below" open={regencies.length <= 20}>
            <summary>{say('regions.table')}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('regency')}</th>
                  <th scope="col">{say('province')}</th>
                  <th scope="col" className="n">
                    {say('n')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {regencies.map(({ code, name, province, n, withheld }) => (
                  <tr key={code}>
                    <th scope="row">{name}</th>
                    <td>{province}</td>
                    <td className="n">{withheld ? say(withheld) : format.number(n!)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
