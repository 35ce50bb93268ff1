import type { PressPage, PressText } from '../../../src/insight/statement/press/schema.ts';
import { sayer, useSay } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { DayInput } from '../statement/other-day.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** A text for the press, every sentence with the footnote that it rests on; it prints as it stands. */
export const Press: PageOf<PressPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function PressPageView({ data }) {
    const say = useSay(texts);
    const { press, asked, today, fault } = data;
    return (
      <>
        {press ? <PressArticle press={press} /> : <h1>{say('refused')}</h1>}
        <section aria-labelledby="hari-lain" className="no-print">
          <h2 id="hari-lain">{say('day')}</h2>
          <form method="get" action="/keterangan-pers" className="short-form">
            <DayInput
              name="tanggal"
              label={say('day.label')}
              hint={say('day.hint')}
              value={asked ?? today}
              error={fault}
              max={today}
              required
            />
            <button className="btn quiet" type="submit">
              {say('day.show')}
            </button>
          </form>
        </section>
      </>
    );
  },
};

function PressArticle({ press }: { press: PressText }) {
  const say = useSay(texts);
  return (
    <article className="press">
      <h1>{press.title}</h1>
      <p className="soft">{press.about}</p>
      <p className="no-print">
        <a href={`/keterangan-pers/pdf?tanggal=${press.asOf}`}>{say('pdf')}</a> ·{' '}
        <a href="/periksa-pernyataan">{say('checks')}</a>
      </p>
      <div className="two-columns">
        {press.parts.map(({ heading, sentences }) => (
          <section key={heading} aria-label={heading}>
            <h2>{heading}</h2>
            {sentences.map(({ text, note }) => (
              <p key={text}>
                {text}
                <sup>
                  <a href={`#catatan-${note}`} aria-label={say('note.to', { n: note })}>
                    {note}
                  </a>
                </sup>
              </p>
            ))}
          </section>
        ))}
      </div>
      <h2>{say('notes')}</h2>
      <ol className="notes">
        {press.notes.map(({ code, text }, at) => (
          <li key={code} id={`catatan-${at + 1}`}>
            {text}{' '}
            <a className="no-print" href={`/angka/${code}?tanggal=${press.asOf}`}>
              {say('opens')}
              <span className="unseen"> {code}</span>
            </a>
          </li>
        ))}
      </ol>
      <p className="soft wraps">{press.log}</p>
    </article>
  );
}
