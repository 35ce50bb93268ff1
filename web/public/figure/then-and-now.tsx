import type { OneFigure } from '../../../src/insight/statement/figure/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** The same day twice: by what had been heard then, and by what has been heard since. */
export function ThenAndNow({ figure }: { figure: OneFigure }) {
  const say = useSay(texts);
  const format = useFormat();
  const { past, now, knownThen } = figure;
  const change = (before: number, after: number) =>
    after === before
      ? say('thenNow.same')
      : `${after > before ? '+' : '\u2212'}${format.number(Math.abs(after - before))}`;
  const signed = (points: number) =>
    `${points > 0 ? '+' : points < 0 ? '\u2212' : ''}${format.points(Math.abs(points))}`;
  const rows = [
    { name: say('numerator'), past: past.numerator, now: now.numerator },
    ...(past.denominator === null
      ? []
      : [{ name: say('denominator'), past: past.denominator, now: now.denominator ?? 0 }]),
  ];
  return (
    <section aria-labelledby="dahulu-sekarang">
      <h2 id="dahulu-sekarang">{say('thenNow')}</h2>
      <p className="soft">{say('thenNow.about')}</p>
      <div className="scrolls" tabIndex={0} role="group" aria-labelledby="dahulu-sekarang">
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col" className="n">
                {say('thenNow.then', { known: format.instant(knownThen) })}
              </th>
              <th scope="col" className="n">
                {say('thenNow.now')}
              </th>
              <th scope="col" className="n">
                {say('thenNow.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td className="n">{format.number(row.past)}</td>
                <td className="n">{format.number(row.now)}</td>
                <td className="n">{change(row.past, row.now)}</td>
              </tr>
            ))}
            {past.percent !== null && now.percent !== null && (
              <tr>
                <th scope="row">{say('share')}</th>
                <td className="n">{format.percent(past.percent)}</td>
                <td className="n">{format.percent(now.percent)}</td>
                <td className="n">{say('points', { points: signed(now.percent - past.percent) })}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
