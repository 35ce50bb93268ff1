import type { VerdictView, VoterPage } from '../../../../src/sharing/voter/person/schema.ts';
import { en as wordsEn } from '../../../../src/sharing/voter/words/en.ts';
import { id as wordsId } from '../../../../src/sharing/voter/words/id.ts';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useLanguage, useSay } from '../../../kit/text.tsx';
import { Command } from '../../command.tsx';
import type { PageOf } from '../../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id: { ...wordsId, ...id }, en: { ...wordsEn, ...en } };

/** Whether the person votes in the next election, where, or why not and what to do. */
export const Voter: PageOf<VoterPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function VoterView({ data: { verdict, frozen, list } }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {verdict === null ? <p className="note">{say('none')}</p> : <Verdict verdict={verdict} />}
        {list !== null && <Handed list={list} entitled={verdict?.reasons.length === 0} />}
        {frozen && list === null && <p className="note">{say('frozen')}</p>}
        {verdict !== null && <p className="soft">{say('list')}</p>}
        <p className="no-print">
          <a href="/di-mana-ktp-saya">{say('whereCard')}</a>
        </p>
        <p className="no-print">
          <a href="/warga/hak?hak=correction">{say('correct')}</a>
        </p>
      </>
    );
  },
};

function Verdict({ verdict }: { verdict: VerdictView }) {
  const say = useSay(texts);
  const format = useFormat();
  const language = useLanguage();
  const { election, reasons, village, movedSince, mission, card } = verdict;
  const name = language === 'id' ? election.nameId : election.nameEn;
  return (
    <>
      <h2>{say('election', { name, day: format.date(election.votingDay) })}</h2>
      <p>
        <Tag standing={reasons.length === 0 ? 'done' : 'stopped'}>{say(reasons.length === 0 ? 'yes' : 'no')}</Tag>
      </p>
      {reasons.length > 0 && (
        <section>
          <h3>{say('why')}</h3>
          <ul className="plain-list">
            {reasons.map((reason) => (
              <li key={reason}>
                <b>{say(`reason.${reason}`)}.</b> {say(`todo.${reason}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {reasons.length === 0 && (
        <dl className="facts">
          <dt>{say(mission === null ? 'where' : 'mission')}</dt>
          <dd>{mission ?? village.place}</dd>
          <dt>{say('cutoff')}</dt>
          <dd>{format.date(election.cutoff)}</dd>
          <dt>{say('card')}</dt>
          <dd>{say(`card.${card}`)}</dd>
        </dl>
      )}
      {movedSince && mission === null && <p className="note">{say('moved')}</p>}
    </>
  );
}

/** The list as it was handed over, whether the person is in it, and the proof. */
function Handed({ list, entitled }: { list: NonNullable<VoterPage['list']>; entitled: boolean }) {
  const say = useSay(texts);
  const format = useFormat();
  const { standing, eligible, knownAt } = list;
  return (
    <section>
      <h2>{say('handed')}</h2>
      <p>
        <Tag standing={standing ? 'done' : 'stopped'}>{say(standing ? 'handed.in' : 'handed.out')}</Tag>
      </p>
      {standing === null && <p>{say(entitled ? 'handed.since' : 'handed.why')}</p>}
      {standing !== null && !entitled && <p className="note">{say('handed.left')}</p>}
      {standing !== null && (
        <dl className="facts">
          <dt>{say('handed.place')}</dt>
          <dd>{standing.place}</dd>
          <dt>{say('handed.among')}</dt>
          <dd>{format.number(standing.size)}</dd>
        </dl>
      )}
      <p className="soft">{say('handed.about', { n: eligible, at: format.instant(knownAt) })}</p>
      {standing !== null && <Proof />}
    </section>
  );
}

function Proof() {
  const say = useSay(texts);
  return (
    <div className="no-print">
      <h3>{say('proof')}</h3>
      <p>{say('proof.about')}</p>
      <p>
        <a className="btn quiet" href="/warga/pemilih?berkas=bukti">
          {say('proof.get')}
        </a>
      </p>
      <p>{say('proof.how')}</p>
      <Command>node verifier.mjs --proof bukti-pemilih.json --key key</Command>
      <p>
        <a href="/cara-memeriksa-log#bukti">{say('proof.page')}</a>
      </p>
    </div>
  );
}
