import { NATION, SECTION_PATHS, SECTIONS, type Section } from '../../../src/insight/dashboard/rules.ts';
import type { Dashboard, DashboardPage } from '../../../src/insight/dashboard/schema.ts';
import { AllParts, Lines } from '../../kit/dashboard/charts.tsx';
import { Comparison } from '../../kit/dashboard/comparison.tsx';
import { Headlines } from '../../kit/dashboard/headlines.tsx';
import { RegionMap } from '../../kit/dashboard/map.tsx';
import { isEmpty, Notes, NothingYet } from '../../kit/dashboard/notes.tsx';
import { texts as kitTexts } from '../../kit/dashboard/texts.ts';
import { sayer, useSay } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** A region's dashboard for everybody: whole without a script, every part with an address. */
export const DashboardView: PageOf<DashboardPage> = {
  title: ({ data: { dashboard }, language }) => {
    const say = sayer(texts, language);
    const name = dashboard.name ?? sayer(kitTexts, language)('nation');
    return say('title', { section: say(`section.${dashboard.section}`), name });
  },
  Page: function DashboardPageView({ data }) {
    const say = useSay(texts);
    const sayKit = useSay(kitTexts);
    const { dashboard } = data;
    const { section, name, day } = dashboard;
    return (
      <>
        <Path dashboard={dashboard} />
        <h1>{say('title', { section: say(`section.${section}`), name: name ?? sayKit('nation') })}</h1>
        <Sections dashboard={dashboard} />
        <Notes dashboard={dashboard} />
        {isEmpty(dashboard) ? (
          <NothingYet dashboard={dashboard} />
        ) : (
          <>
            <Headlines
              dashboard={dashboard}
              opens={({ figure }) => figure && <a href={`${figure}?tanggal=${day}`}>{sayKit('opensFigure')}</a>}
            />
            <Lines lines={dashboard.lines} />
            <AllParts parts={dashboard.parts} />
            <RegionMap dashboard={dashboard} measure={data.shown} choice={<Choice data={data} />} />
            <Comparison
              dashboard={dashboard}
              ordering={{
                order: orderOf(data.order),
                address: ({ key, down }) =>
                  `${addressOf(dashboard, section)}?urut=${down ? '-' : ''}${key}${data.shown ? `&peta=${data.shown}` : ''}#perbandingan`,
              }}
              link={({ code, name: of }) => <a href={addressOf({ region: code }, section)}>{of}</a>}
            />
          </>
        )}
        <section aria-labelledby="unduh" className="no-print">
          <h2 id="unduh">{say('files')}</h2>
          <p>
            <a href={`${addressOf(dashboard, section)}/csv`}>{say('csv')}</a> ·{' '}
            <a href={`${addressOf(dashboard, section)}/pdf`}>{say('pdf')}</a>
          </p>
        </section>
      </>
    );
  },
};

function addressOf({ region }: Pick<Dashboard, 'region'>, section: Section): string {
  return `/dasbor/${region || NATION}/${SECTION_PATHS[section]}`;
}

function orderOf(order: string) {
  return order === '' ? { key: 'nama', down: false } : { key: order.replace(/^-/, ''), down: order.startsWith('-') };
}

/** The way up, and through the sections without leaving the region. */
function Path({ dashboard: { path, section } }: { dashboard: Dashboard }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  if (path.length === 0) return null;
  return (
    <nav className="row region-path" aria-label={say('path')}>
      {path.map(({ code, name }) => (
        <a key={code} href={addressOf({ region: code }, section)}>
          {name || sayKit('nation')}
        </a>
      ))}
    </nav>
  );
}

function Sections({ dashboard }: { dashboard: Dashboard }) {
  const say = useSay(texts);
  return (
    <nav className="tabs" aria-label={say('sections')}>
      {SECTIONS.map((section) => (
        <a
          key={section}
          href={addressOf(dashboard, section)}
          {...(section === dashboard.section ? { 'aria-current': 'page' as const } : {})}
        >
          {say(`section.${section}`)}
        </a>
      ))}
    </nav>
  );
}

function Choice({ data: { dashboard, order, shown } }: { data: DashboardPage }) {
  const say = useSay(texts);
  return (
    <nav className="row" aria-label={say('choose')}>
      {dashboard.columns.map(({ measure, label }, place) => {
        const here = shown === null ? place === 0 : shown === measure;
        const address = `${addressOf(dashboard, dashboard.section)}?peta=${measure}${order && `&urut=${order}`}#peta`;
        return here ? (
          <b key={measure}>{label}</b>
        ) : (
          <a key={measure} href={address}>
            {label}
          </a>
        );
      })}
    </nav>
  );
}
