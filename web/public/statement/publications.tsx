import type { StatementPage } from '../../../src/insight/statement/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { pageAddress, useUnit } from './figures.tsx';
import { id } from './id.ts';

const texts = { id, en };

/** What was published stays, each with the log of that hour. */
export function Publications({ publications }: Pick<StatementPage, 'publications'>) {
  const say = useSay(texts);
  const format = useFormat();
  const unit = useUnit();
  return (
    <section aria-labelledby="terbitan">
      <h2 id="terbitan">{say('published')}</h2>
      {publications.length === 0 && <p>{say('published.none')}</p>}
      {publications.map((publication) => (
        <details key={publication.id} className="publication">
          <summary>
            {say('published.one', {
              date: format.date(publication.asOf),
              published: format.instant(publication.publishedAt),
            })}
          </summary>
          <dl className="facts">
            {publication.figures.map((figure) => (
              <div key={figure.code} className="fact">
                <dt>{figure.label}</dt>
                <dd>
                  {format.number(figure.numerator)} {unit(figure.unit)}
                </dd>
              </div>
            ))}
            <div className="fact">
              <dt>{say('published.log')}</dt>
              <dd>
                {say('published.size', { size: publication.logSize })}{' '}
                <span className="hash">{publication.logRoot}</span>
              </dd>
            </div>
          </dl>
          <p>
            <a href={pageAddress(publication.asOf, publication.knownAt)}>{say('published.again')}</a>
          </p>
        </details>
      ))}
    </section>
  );
}
