import {
  LONGEST_TEXT,
  VERDICTS,
  type CheckedClaim,
  type CheckedText,
  type CheckTextPage,
  type Verdict,
} from '../../../src/insight/statement/check/schema.ts';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
const PATH = '/periksa-pernyataan';

/** Anybody holds a press text against the register, without a script. */
export const CheckText: PageOf<CheckTextPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function CheckTextPageView({ data }) {
    const say = useSay(texts);
    const { checked } = data;
    return (
      <>
        {checked ? (
          <Checked checked={checked} />
        ) : (
          <>
            <h1>{say('title')}</h1>
            <p className="lead">{say('lead')}</p>
          </>
        )}
        {checked && <h2>{say('again')}</h2>}
        <TextForm typed={data.typed} fault={data.fault} />
        <section aria-labelledby="cara-membaca">
          <h2 id="cara-membaca">{say('how')}</h2>
          <ul className="plain-list">
            {(['words', 'then', 'people'] as const).map((each) => (
              <li key={each}>{say(`how.${each}`)}</li>
            ))}
          </ul>
        </section>
      </>
    );
  },
};

function TextForm({ typed, fault }: { typed: string; fault: string | null }) {
  const say = useSay(texts);
  return (
    <form method="post" action={PATH} className="short-form">
      <div className={fault ? 'field whole wrong' : 'field whole'}>
        <label htmlFor="teks">{say('text')}</label>
        <p className="hint" id="teks-petunjuk">
          {say('text.hint', { most: LONGEST_TEXT })}. {say('kept')}
        </p>
        <textarea
          id="teks"
          name="teks"
          rows={10}
          maxLength={LONGEST_TEXT}
          defaultValue={typed}
          required
          aria-describedby={fault ? 'teks-petunjuk teks-salah' : 'teks-petunjuk'}
          {...(fault ? { 'aria-invalid': true } : {})}
        />
        {fault && (
          <p className="error" id="teks-salah">
            {fault}
          </p>
        )}
      </div>
      <button className="btn" type="submit">
        {say('act')}
      </button>
    </form>
  );
}

const STANDING: Readonly<Record<Verdict, Standing>> = {
  borne_out: 'done',
  contradicted: 'stopped',
  with_denominator: 'waiting',
  one_of_several: 'waiting',
  not_checkable: 'sealed',
  not_found: 'plain',
};

function Checked({ checked }: { checked: CheckedText }) {
  const say = useSay(texts);
  const format = useFormat();
  const { claims } = checked;
  const sums = VERDICTS.map((verdict) => ({ verdict, n: claims.filter((claim) => claim.verdict === verdict).length }));
  return (
    <>
      <h1>{say('result', { n: claims.length })}</h1>
      <p className="soft">
        {claims.length === 0 ? say('result.none') : say('result.about', { date: format.date(checked.asOf) })}
      </p>
      {claims.length > 0 && (
        <ul className="verdict-sums" aria-label={say('summary')}>
          {sums
            .filter(({ n }) => n > 0)
            .map(({ verdict, n }) => (
              <li key={verdict}>
                <b>{format.number(n)}</b> <Tag standing={STANDING[verdict]}>{say(`verdict.${verdict}`)}</Tag>
              </li>
            ))}
        </ul>
      )}
      <ol className="claims">
        {claims.map((claim) => (
          <ClaimItem key={`${claim.start} ${claim.kind}`} claim={claim} />
        ))}
      </ol>
    </>
  );
}

function ClaimItem({ claim }: { claim: CheckedClaim }) {
  const say = useSay(texts);
  return (
    <li>
      <blockquote>{claim.text}</blockquote>
      <div>
        <p>
          <Tag standing={STANDING[claim.verdict]}>{say(`verdict.${claim.verdict}`)}</Tag>
        </p>
        <p>
          {claim.why} {claim.opens && <a href={claim.opens}>{say('opens')}</a>}
        </p>
      </div>
    </li>
  );
}
