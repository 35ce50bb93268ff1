/**
 * `npm run bench -- disposal`: how long it takes to look up a found list of 2,158 cards among five million, and to set the minutes of so
 * many destroyed pieces (by bag, each in the annex), with the memory that takes; the minutes are made twice and must be the same bytes.
 */
import { Client } from 'pg';
import { createHash, randomUUID } from 'node:crypto';
import { NATION, systemActor } from '../src/core/access/index.ts';
import { importFound, makeMinutes, openFound, remakeMinutes, type FoundLine } from '../src/cards/disposal/index.ts';
import { DITJEN_ID } from '../src/register/office/index.ts';
import { figure, median, type Bench } from './bench.ts';
import { filledRegister, type Filled } from './load/filled.ts';

const CARDS = 5_000_000;
const LISTED = 2_158;
const IN_BAG = 500;
const TRIES = 5;
const FIRST_NIK = 9_901_010_000_000_000n;
const FIRST_SERIAL = 100_000_000n;
const FIRST_UID = 0x04_0000_0000_0000n;

const actor = { ...systemActor('bench'), jurisdiction: NATION, officeId: DITJEN_ID };

export const bench: Bench = async ({ size = 100_000 }) => {
  const filled = await filledRegister(100);
  try {
    const client = new Client(filled.register.administration);
    await client.connect();
    await fillCards(client);
    const planId = await fillPlan(client, size);
    await client.query('vacuum analyze');
    await client.end();
    const reconcile = await timeFound(filled);
    const { seconds, peakMb } = await timeMinutes(filled, planId);
    return {
      name: 'disposal',
      size,
      figures: [
        figure('found.reconcile_seconds', reconcile, 's'),
        figure('disposal.minutes_seconds', seconds, 's'),
        figure('disposal.peak_mb', peakMb, 'MB'),
      ],
      leftOut: [
        `${CARDS.toLocaleString('en')} cards are filled by SQL; reconciling is the import of a list that is read: look-ups, entry in the log and rows; the median of ${TRIES}`,
        'the minutes: records read, list, PDF/A, signature, sealed file; peak is the whole process with the press in it',
      ],
    };
  } finally {
    await filled.remove();
  }
};

async function fillCards(client: Client): Promise<void> {
  await client.query(
    `insert into card.card (nik, id, serial, uid, kind, state, since, village_code, office_id, printed_on, entry_id)
     select ${FIRST_NIK} + i, gen_random_uuid(), ${FIRST_SERIAL} + i, ${FIRST_UID} + i * 97, 'first', (array[5, 5, 5, 8, 10, 11])[1 + i % 6], now(),
            3175071004 + i % 7, $1, date '2012-01-01' + (i % 2000)::int, $1 from generate_series(0, ${CARDS - 1}) i`,
    [DITJEN_ID],
  );
}

/** By serial, by UID, by NIK alone, and some that nobody has printed. */
function foundList(turn: number): FoundLine[] {
  return Array.from({ length: LISTED }, (_, at): FoundLine => {
    const i = BigInt((at * 2_311 + turn * 17) % CARDS);
    const nothing = { nik: null, serial: null, uid: null, printedYear: null };
    const card =
      at % 20 === 0
        ? { ...nothing, serial: 1n + i }
        : at % 4 === 0
          ? { ...nothing, uid: FIRST_UID + i * 97n }
          : at % 4 === 1
            ? { ...nothing, nik: String(FIRST_NIK + i), printedYear: 2013 }
            : { ...nothing, nik: String(FIRST_NIK + i), serial: FIRST_SERIAL + i };
    return { line: at + 2, card };
  });
}

async function timeFound({ register }: Filled): Promise<number> {
  const took: number[] = [];
  for (let turn = 0; turn < TRIES; turn++) {
    const finding = { place: 'CONTOH', regionCode: '3175071007', foundOn: '2018-12-08', finder: 'CONTOH' };
    const { id } = await register.house.database.transact('app', actor, (tx) => openFound(tx, actor, finding));
    const lines = foundList(turn);
    const began = performance.now();
    const summary = await register.house.database.transact('app', actor, (tx) => importFound(tx, actor, { id, lines }));
    took.push((performance.now() - began) / 1000);
    if (summary.listed !== LISTED || summary.unknown === 0) throw new Error('the list was not looked up');
  }
  return median(took);
}

async function fillPlan(client: Client, size: number): Promise<string> {
  const [planId, intake, a, b] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const bags = Math.ceil(size / IN_BAG);
  const hash = createHash('sha256').update('bench').digest();
  await client.query(`insert into disposal.intake values ($1, $2, '', 'CONTOH', $3, $3, now(), $4, $4)`, [
    intake,
    DITJEN_ID,
    size,
    a,
  ]);
  const person = { name: 'CONTOH' };
  const issuing = {
    office: { id: DITJEN_ID, name: 'Direktorat Jenderal CONTOH' },
    issuer: {
      place: 'Jakarta',
      title: ['Direktur Jenderal', 'Republik Indonesia'],
      name: person.name,
      employeeNumber: null,
    },
    approvedOffice: 'Inspektorat CONTOH',
    names: { proposed: person.name, approved: person.name, begun: person.name, ended: person.name },
  };
  await client.query(
    `insert into disposal.plan (id, number, office_id, region_code, place, planned_on, method, state, n, bags, root, proposed_at, proposed_by, proposal_id,
       approved_at, approved_by, approved_office, begun_at, begun_by, confidence, faulty, sample, seed, ended_at, ended_by, issuing, entry_id)
     values ($1, 'BAP/PUSAT/2018/0001', $2, '', 'Gudang CONTOH', '2018-12-19', 'burn', 'done', $3, $4, $5, now(), $6, $1, now(), $7, $1, now(), $6, 0.95, 20, 28,
       $5, now(), $7, $8, $1)`,
    [planId, DITJEN_ID, size, bags, hash, a, b, JSON.stringify(issuing)],
  );
  await client.query(
    `with made as (
       insert into disposal.bag (id, number, office_id, region_code, state, opened_at, opened_by, seal, n, root, sealed_at, sealed_by, counted_by, counted_at, place, plan_id, entry_id)
       select gen_random_uuid(), 'KTG/PUSAT/2018/' || lpad(i::text, 5, '0'), $1, '', 8, now(), $2, 'SGL-' || i, least(${IN_BAG}, $5 - (i - 1) * ${IN_BAG}), $4, now(), $2, $3, now(),
              'Rak', $6, $2 from generate_series(1, $7::int) i returning id, number),
     listed as (select id, row_number() over (order by number) as at from made),
     planned as (insert into disposal.plan_bag (plan_id, bag_id, place) select $6, id, at from listed)
     insert into disposal.piece (id, kind, nik, serial, uid, cause, printed_year, cut, intake_id, office_id, region_code, recorded_at, recorded_by, bag_id, place_in_bag, destroyed_at)
     select gen_random_uuid(), 'card', ${FIRST_NIK} + i, 900000000 + i, ${FIRST_UID} + i * 97, (array['damaged', 'superseded', 'died'])[1 + i % 3], 2011 + i % 4, true, $8, $1, '', now(), $2,
            l.id, i % ${IN_BAG} + 1, now()
       from generate_series(0, $5 - 1) i join listed l on l.at = i / ${IN_BAG} + 1`,
    [DITJEN_ID, a, b, hash, size, planId, bags, intake],
  );
  return planId;
}

async function timeMinutes({ register }: Filled, planId: string): Promise<{ seconds: number; peakMb: number }> {
  const { database } = register.house;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  try {
    const began = performance.now();
    await database.transact('system', actor, (tx) => makeMinutes.run(tx, { planId }));
    const seconds = (performance.now() - began) / 1000;
    const { same } = await database.transact('app', actor, (tx) => remakeMinutes(tx, actor, { id: planId }));
    if (!same) throw new Error('the minutes came out otherwise the second time');
    return { seconds, peakMb: peak / 2 ** 20 };
  } finally {
    clearInterval(watch);
  }
}
