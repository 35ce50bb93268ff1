import type { OneFigure } from '../../../src/insight/statement/figure/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** One numerator over two denominators, and what was said in public: why two official numbers of the same weeks differ. */
export function Differ({ figure }: { figure: OneFigure }) {
  const say = useSay(texts);
  const format = useFormat();
  const { past, asOf, overSemester, told } = figure;
  if (past.denominator === null || past.percent === null || !overSemester) return null;
  const shares = [
    { key: 'day', of: say('differ.day'), on: asOf, denominator: past.denominator, percent: past.percent },
    { key: 'semester', of: say('differ.semester'), ...overSemester },
  ];
  return (
    <section aria-labelledby="berbeda">
      <h2 id="berbeda">{say('differ')}</h2>
      <p>{say('differ.about')}</p>
      <div className="scrolls" tabIndex={0} role="group" aria-labelledby="berbeda">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('denominator')}</th>
              <th scope="col">{say('cutoff')}</th>
              <th scope="col" className="n">
                {say('numerator')}
              </th>
              <th scope="col" className="n">
                {say('denominator')}
              </th>
              <th scope="col" className="n">
                {say('share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr key={share.key}>
                <th scope="row">{share.of}</th>
                <td>{format.date(share.on)}</td>
                <td className="n">{format.number(past.numerator)}</td>
                <td className="n">{format.number(share.denominator)}</td>
                <td className="n">{format.percent(share.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {told.length > 0 && <InPublic told={told} />}
    </section>
  );
}

function InPublic({ told }: { told: OneFigure['told'] }) {
  const say = useSay(texts);
  const format = useFormat();
  const part = (n: number | null, when: string, rounded: boolean) =>
    n === null ? say('told.unsaid') : `${format.number(n)}${rounded ? ` (${say('told.rounded')})` : ''}, ${when}`;
  return (
    <>
      <h3 id="diumumkan">{say('told')}</h3>
      <p className="soft">{say('told.about')}</p>
      <div className="scrolls" tabIndex={0} role="group" aria-labelledby="diumumkan">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('told.saidOn')}</th>
              <th scope="col" className="n">
                {say('share')}
              </th>
              <th scope="col">{say('told.recorded')}</th>
              <th scope="col">{say('told.obliged')}</th>
              <th scope="col" className="n">
                {say('told.result')}
              </th>
            </tr>
          </thead>
          <tbody>
            {told.map((each) => (
              <tr key={each.saidOn}>
                <th scope="row">{format.date(each.saidOn)}</th>
                <td className="n">{`${format.number(each.percent, 2)}\u00a0%`}</td>
                <td>
                  {part(
                    each.numerator,
                    each.recordedUntil ? say('told.until', { date: format.date(each.recordedUntil) }) : '',
                    each.rounded,
                  )}
                </td>
                <td>
                  {part(
                    each.denominator,
                    each.obligedOn ? say('told.on', { date: format.date(each.obligedOn) }) : '',
                    each.rounded,
                  )}
                </td>
                <td className="n">
                  {each.numerator === null || each.denominator === null
                    ? say('told.unsaid')
                    : format.percent((each.numerator / each.denominator) * 100)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{say('told.between')}</p>
    </>
  );
}
