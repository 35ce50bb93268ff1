import type { DataPage, DataSection } from '../../../../src/sharing/citizen/data/schema.ts';
import { sayer, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { Recorded } from '../represented.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
const PATH = '/warga/data';

/** Everything that is held, section by section, and the ways to take it along. */
export const Data: PageOf<DataPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function DataView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {data.sections.map((section) => (
          <Section key={section.key} section={section} />
        ))}
        <section className="no-print">
          <h2>{say('take')}</h2>
          <p>{say('take.about')}</p>
          <p className="row">
            {(['json', 'csv', 'pdf'] as const).map((form) => (
              <a key={form} className="btn quiet" href={`${PATH}?berkas=${form}`}>
                {say(`take.${form}`)}
              </a>
            ))}
          </p>
        </section>
        <Recorded />
      </>
    );
  },
};

function Section({ section }: { section: DataSection }) {
  const say = useSay(texts);
  return (
    <section>
      <h2>{section.title}</h2>
      {section.rows.length === 0 && <p>{say('none')}</p>}
      {section.key === 'body' && section.rows.length > 0 && <p>{say('body')}</p>}
      <dl className="held">
        {section.rows.map(({ label, value, source }, place) => (
          <div key={`${label}${place}`}>
            <dt>{label}</dt>
            <dd>
              <span className="breaks">{value}</span>
              {source && <span className="soft"> · {source}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
