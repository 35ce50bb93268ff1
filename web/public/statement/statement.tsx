import type { StatementPage } from '../../../src/insight/statement/schema.ts';
import { sayer, useFormat, useSay } from '../../kit/text.tsx';
import { Island } from '../island.tsx';
import type { PageOf } from '../pages.ts';
import { Biometrics } from './biometrics.tsx';
import { en } from './en.ts';
import { ProvinceMap } from './province-map.tsx';
import { Publications } from './publications.tsx';
import { Figures } from './figures.tsx';
import { Headline, Lead } from './sentences.tsx';
import { id } from './id.ts';
import { OtherDay } from './other-day.tsx';

const texts = { id, en };

/** The official statement: sentences made of real figures, each of which opens into what proves it. */
export const Statement: PageOf<StatementPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function StatementPageView({ data }) {
    const say = useSay(texts);
    const format = useFormat();
    const { statement, today } = data;
    if (!statement) {
      return (
        <>
          <h1>{say('headline.refused')}</h1>
          <OtherDay data={data} />
          <Publications publications={data.publications} />
        </>
      );
    }
    const { asOf, knownAt, figures, map, outlines } = statement;
    const isNow = asOf === today && data.asked.knownAt === null;
    return (
      <>
        <p className="soft" data-live="asOf">
          {isNow
            ? say('asOf', { date: format.date(asOf), time: format.time(knownAt) })
            : say('asOfDay', { date: format.date(asOf), known: format.instant(knownAt) })}
        </p>
        <Headline figures={figures} />
        <Lead figures={figures} />
        <div className="row soft no-print">
          <span>{say('opens')}</span>
          {isNow && (
            <Island name="refresh">
              <a href="/">{say('live')}</a>
            </Island>
          )}
        </div>
        <Figures figures={figures} knownAt={knownAt} />
        <ProvinceMap map={map} outlines={outlines} />
        <Biometrics figures={figures} />
        <OtherDay data={data} />
        <Publications publications={data.publications} />
      </>
    );
  },
};
