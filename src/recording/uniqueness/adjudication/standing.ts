/** What the counter tells a citizen: how his recording was judged and what he does next; nothing of anybody else. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { getResident, nikOf } from '../../../register/resident/index.ts';
import type { SearchOutcome, Side } from '../schema.ts';
import * as statements from '../sql.ts';
import { listObjectionsOf } from './objection.ts';
import { findingKey, outcomeWord, stepKeys, wayOfSide } from './telling.ts';

export async function openPersonStanding(tx: Tx, actor: Actor, input: { ref: string }) {
  const { nik } = await getResident(tx, nikOf(tx, input.ref));
  await record(tx, actor, { label: 'uniqueness.standing_opened', subjects: [{ nik, detail: 'recording' }] });
  const say = (key: string) => tx.ground.speaker.say(actor.language, key);
  const word = (group: string, code: string | null) =>
    code === null ? null : { code, text: say(`uniqueness.${group}.${code}`) };
  const searches = await many<{ packet: Uuid; askedAt: Date; outcome: SearchOutcome | null }>(
    tx,
    sql`select s.packet_id as packet, s.asked_at as "askedAt", s.outcome from uniqueness.search s where s.nik = ${nik}::bigint
         order by s.asked_at desc`,
  );
  const pairs = await statements.listAdjudicationsOfPerson(tx, nik);
  const objections = (
    await listObjectionsOf(
      tx,
      pairs.map(({ id }) => id),
    )
  ).filter((objection) => objection.nik === nik);
  const followed = await elevated(tx, () => Promise.all(pairs.map(({ id }) => statements.listFollowed(tx, id))));
  return {
    searches: searches.map(({ packet, askedAt, outcome }) => ({
      packet,
      askedAt: askedAt.toISOString(),
      outcome: word('search', outcome),
    })),
    decisions: pairs.map((pair, n) => ({
      id: pair.id,
      side: sideOf(pair, nik),
      // That two officers differed is nobody's business at the counter.
      state: pair.state === 'decided' ? ('decided' as const) : ('open' as const),
      outcome: outcomeWord(say, pair),
      way: word('way', wayOfSide(pair, sideOf(pair, nik))),
      ...told(say, pair, sideOf(pair, nik)),
      decidedAt: pair.decidedAt?.toISOString() ?? null,
      letter: followed[n]!.some(
        ({ what, round, detail }) => what === 'letter' && round === pair.round && detail === sideOf(pair, nik),
      ),
      objections: objections
        .filter(({ adjudication }) => adjudication === pair.id)
        .map(({ id, state, receivedOn, answer }) => ({ id, state, receivedOn, answer })),
    })),
  };
}

type Say = (key: string) => string;

const sideOf = (pair: statements.AdjudicationRow, nik: Nik): Side => (pair.nik === nik ? 'later' : 'earlier');

function told(say: Say, pair: statements.AdjudicationRow, side: Side) {
  const way = wayOfSide(pair, side);
  const finding = way && findingKey(pair, side);
  return { finding: finding && say(finding), steps: way ? stepKeys(way).map(say) : [] };
}
