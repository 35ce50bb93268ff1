/** How many of each: what the demo says of its recordings at the end. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import { findKnown, statusOf, STATUSES } from '../../../recording/enrolment/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { PLANTED } from '../counter/planted-people.ts';
import { listPlantedPairs } from './outcome.ts';

export async function sentences(tx: Tx): Promise<string[]> {
  const { steps, lists, templates } = await one<{ steps: number; lists: number; templates: number }>(
    tx,
    sql`select count(*) filter (where source = 'station')::int as steps, count(*) filter (where source = 'import')::int as lists,
               (select count(*)::int from uniqueness_read.search where outcome is not null) as templates from enrolment_read.packet`,
  );
  const outcomes = await many<{ outcome: string; n: number }>(
    tx,
    sql`select outcome, count(*)::int as n from uniqueness_read.search where outcome is not null group by outcome`,
  );
  const searchesOf = (outcome: string) => outcomes.find((each) => each.outcome === outcome)?.n ?? 0;
  const pairs = await listPlantedPairs(tx);
  const twice = pairs.filter(({ nik, otherNik }) => nik === otherNik).length;
  const merges = pairs.filter(({ way }) => way === 'merge').length;
  const mixed = pairs.filter(({ outcome, round }) => outcome === 'unclear' && round === 1).length;
  const objected = pairs.filter(({ round }) => round > 1).length;
  const open = pairs.filter(({ outcome }) => outcome === null).length;
  const waits = await one<{ quarantined: number; sending: number; exceptions: number }>(
    tx,
    sql`select count(*) filter (where state = 'quarantined')::int as quarantined, count(*) filter (where state = 'receiving')::int as sending,
               (select count(*)::int from enrolment_read.packet p where p.status = ${STATUSES.PROCESSING.code}) as exceptions from enrolment_read.intake`,
  );
  const twins = await tell(tx, ['galih', 'gilang']);
  const dewi = await findKnown(tx, PLANTED.dewi.nik, asCivilDate('2018-12-11'));
  return [
    line(
      `Direkam langkah demi langkah ${steps}, dari daftar ${lists}`,
      `recorded step by step ${steps}, from lists ${lists}`,
    ),
    line(
      `Dicari ${templates}: tunggal ${searchesOf('unique')}, ganda ${searchesOf('duplicate')}, diputuskan orang ${searchesOf('human')}`,
      `searched for ${templates}: unique ${searchesOf('unique')}, duplicate ${searchesOf('duplicate')}, decided by people ${searchesOf('human')}`,
    ),
    line(
      `Satu tubuh dengan dua NIK, diusulkan digabung: ${merges}; belum diputuskan, untuk Anda: ${open}`,
      `one body under two NIKs, merge proposed: ${merges}; not decided, left to you: ${open}`,
    ),
    line(`Satu NIK direkam dua kali: ${twice}`, `one NIK recorded twice: ${twice}`),
    line(`Kembar yang bukan ganda: ${twins} pasang`, `twins who are no duplicates: ${twins}`),
    line(
      `Berkas tertukar, pendapat berbeda, orang ketiga memutuskan: ${mixed}`,
      `packets mixed up, two differed and a third decided: ${mixed}`,
    ),
    line(`Keberatan dikabulkan, diputuskan ulang: ${objected}`, `objection granted, decided anew: ${objected}`),
    line(
      `Perekaman dicegah karena sedang pindah: ${dewi?.standing.why === 'move_underway' ? 1 : 0}`,
      `recording blocked by a move underway: ${dewi?.standing.why === 'move_underway' ? 1 : 0}`,
    ),
    line(
      `Menunggu: karantina ${waits.quarantined}, pengecualian ${waits.exceptions}, paket di jalan ${waits.sending}`,
      `waiting: quarantine ${waits.quarantined}, exceptions ${waits.exceptions}, packets on their way ${waits.sending}`,
    ),
  ];
}

const line = (id: string, en: string) => `${id} / ${en}`;

/** One where all of them stand as unique. */
async function tell(tx: Tx, names: readonly (keyof typeof PLANTED)[]): Promise<number> {
  const rows = await many<{ status: number }>(
    tx,
    sql`select status from enrolment_read.packet where nik = any(${names.map((name) => PLANTED[name].nik)}::bigint[])`,
  );
  return rows.length === names.length && rows.every(({ status }) => statusOf(status) === 'PRINT_READY_RECORD') ? 1 : 0;
}
