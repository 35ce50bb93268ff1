/**
 * A sack of cards lies in Duren Sawit: passed from hand to hand, counted by the police and by the ministry with different results,
 * listed, each card looked up, and the counts explained.
 */
import {
  enterFoundCount,
  explainCounts,
  importFound,
  issueFoundReports,
  noteCustody,
  openFound,
  type FoundLine,
} from '../../../cards/disposal/index.ts';
import { CARD_STATES } from '../../../cards/card/index.ts';
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { importer } from '../arrival.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';
import { on } from '../recording/diary.ts';
import { SACK_DISTRICT } from './earlier.ts';

const FOUND_ON = asCivilDate('2018-12-08');
/** In two bags by the police; by the ministry in three heaps, five fewer. */
const BY_POLICE = [1_706, 452] as const;
const BY_MINISTRY = [63, 3, 2_087] as const;
const ALL = 2_158;
const ONLY_POLICE = 5;
/** Of what nobody expects in a sack: cards in force, and a serial that no office printed. */
const IN_FORCE = 3;
const NEVER_PRINTED = 999_999_001n;
const A_DESTROYED = 1;
const IN_A_BAG = 2;
/** Of the mass printing, but for those in force: they were printed a year later, though it was said that there were none such. */
const MASS_PRINTED = sql`extract(year from c.printed_on) between 2011 and 2013`;
const IN_2014 = sql`extract(year from c.printed_on) = 2014`;
const IN_A_CENTRAL_BAG = sql`c.serial is not null and exists (
  select from disposal_read.piece p where p.card_id = c.id and p.region_code = '' and p.bag_number is not null)`;
/** So many superseded cards of the district never came into the sack: their holders have them still. */
export const STILL_HELD = 100;

export function enterSack(stage: Stage): void {
  const [opener, explainer, head] = [
    player(stage, 'verifier'),
    player(stage, 'section_head'),
    player(stage, 'office_head'),
  ];
  let id = '';
  let lines: readonly FoundLine[] = [];
  on(stage, FOUND_ON, '15:00', 'karung di Duren Sawit', async () => {
    lines = await stage.database.transact('system', importer, listSack);
    ({ id } = await stage.act(opener, (tx) =>
      openFound(tx, opener, {
        place: 'Tepi sawah CONTOH, Pondok Kopi, Duren Sawit',
        regionCode: SACK_DISTRICT,
        foundOn: FOUND_ON,
        finder: 'WARGA CONTOH',
        policeReport: 'LP/CONTOH/1208/2018',
        description: 'Satu karung berisi KTP-el.',
      }),
    ));
  });
  on(stage, FOUND_ON, '17:00', 'karung ke polisi', () =>
    stage.act(opener, (tx) =>
      noteCustody(tx, opener, {
        id,
        holder: 'BRIPKA CONTOH',
        institution: 'Polsek Duren Sawit',
        takenAt: `${FOUND_ON}T16:30:00+07:00`,
      }),
    ),
  );
  on(stage, asCivilDate('2018-12-10'), '08:30', 'hitungan karung', async () => {
    const n = lines.length;
    const counts = [
      { counter: 'Kepolisian', institution: 'Polsek Duren Sawit', at: '2018-12-09T10:00:00+07:00', of: BY_POLICE, n },
      {
        counter: 'Kemendagri',
        institution: 'Ditjen Dukcapil',
        at: '2018-12-09T15:00:00+07:00',
        of: BY_MINISTRY,
        n: n - ONLY_POLICE,
      },
    ];
    for (const { counter, institution, at, of, n: counted } of counts)
      await stage.act(opener, (tx) =>
        enterFoundCount(tx, opener, {
          id,
          counter,
          institution,
          countedAt: at,
          n: counted,
          parts: partsOf(of, counted).map((part, place) => ({ kind: `Bagian ${place + 1}`, n: part })),
        }),
      );
  });
  on(stage, asCivilDate('2018-12-10'), '10:00', 'daftar karung', () =>
    stage.act(opener, (tx) => importFound(tx, opener, { id, lines })),
  );
  on(stage, asCivilDate('2018-12-11'), '08:30', 'hitungan dijelaskan', async () => {
    const text = 'Lima keping dihitung polisi di tempat, sebelum karung diserahkan.';
    await stage.act(explainer, (tx) =>
      explainCounts(tx, explainer, {
        id,
        reconciled: lines.length,
        explanations: [{ counter: 'Kemendagri', text }],
      }),
    );
    await stage.act(head, (tx) => issueFoundReports(tx, head, { id }));
  });
}

/** The parts as they were told, or in their proportion where the nation is smaller. */
function partsOf(parts: readonly number[], n: number): number[] {
  const sum = parts.reduce((a, b) => a + b, 0);
  const first = parts.slice(0, -1).map((part) => Math.ceil((part * n) / sum));
  return [...first, n - first.reduce((a, b) => a + b, 0)];
}

/** Superseded cards of the district, as many as there are up to all that were found, and what should not be there. */
async function listSack(tx: Tx): Promise<FoundLine[]> {
  const { VALID, INVALID, DESTROYED, TAKEN_IN } = CARD_STATES;
  const district = sql`c.village_code / 10000 = ${Number(SACK_DISTRICT)}`;
  const take = (state: number, n: number, where = district) =>
    many(
      tx,
      sql<{ nik: string; serial: string | null; year: number }>`
        select lpad(c.nik::text, 16, '0') as nik, c.serial::text as serial, extract(year from c.printed_on)::int as year
          from card_read.card c where c.state = ${state} and ${where} and c.replace_since is null order by (${MASS_PRINTED}) desc, c.serial limit ${n}`,
    );
  const odd = [
    ...(await take(VALID.code, IN_FORCE, sql`${district} and ${IN_2014}`)),
    ...(await take(DESTROYED.code, A_DESTROYED)),
    ...(await take(TAKEN_IN.code, IN_A_BAG, IN_A_CENTRAL_BAG)),
  ];
  const { left } = await one(
    tx,
    sql<{
      left: number;
    }>`select count(*)::int as left from card_read.card c where c.state = ${INVALID.code} and ${district}`,
  );
  const superseded = Math.max(0, Math.min(ALL - odd.length - 1, left - STILL_HELD));
  const cards = [...odd, ...(await take(INVALID.code, superseded))];
  const lines = cards.map(({ nik, serial, year }, at): FoundLine => {
    const readable = { nik, serial: serial === null ? null : BigInt(serial), uid: null, printedYear: year };
    return { line: at + 2, card: readable };
  });
  const strange = { nik: null, serial: NEVER_PRINTED, uid: null, printedYear: null };
  return [...lines, { line: lines.length + 2, card: strange }];
}
