/** What must hold after the counter's years, counted by brute force. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../../../core/access/index.ts';
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { verifyLedger } from '../../../core/ledger/index.ts';
import { listWork } from '../../../register/application/index.ts';
import { listMembersOf, listMembershipsOf } from '../../../register/family/index.ts';
import { listResidents } from '../../../register/resident/index.ts';
import { foldHistory } from '../../../register/resident/rules.ts';
import type { Stage } from '../journey.ts';

/** Up to so many people everybody is folded; beyond, as many and all whom an officer has touched. */
const EVERYBODY = 20_000;
const SAMPLE = 5_000;
const AT_ONCE = 2_000;
const OPEN = ['draft', 'submitted', 'incomplete', 'assigned'] as const;

/** The residents alive and here: those who came, less those who went, as the events have it. */
export async function totalsAgree(tx: Tx): Promise<string[]> {
  const { counted, told } = await one<{ counted: number; told: number }>(
    tx,
    sql`with event as (select kind, state, role, nik from civil_event_read.event where state = 'recorded'),
             act as (select kind, count(*)::int as n from resident_read.act group by kind),
             first as (select count(*)::int as n from resident_read.act where version = 1 and kind in ('imported', 'entered', 'birth'))
        select (select count(*)::int from resident_read.resident where state in (1, 6)) as counted,
               (select n from first)
               - (select count(*)::int from event where kind = 'death' and role = 'deceased')
               - (select count(*)::int from event where kind = 'move_abroad' and role = 'mover')
               + (select count(*)::int from event where kind = 'return_from_abroad' and role = 'mover')
               - (select count(*)::int from event e join resident_read.resident r using (nik) where e.kind = 'citizenship' and r.state = 4)
               - coalesce((select n from act where kind = 'merged'), 0) + coalesce((select n from act where kind = 'unmerged'), 0) as told`,
  );
  return counted === told ? [] : [`${counted} residents are counted, the events make ${told}`];
}

/** Everybody's history gives the row, and both copies of every seat agree. */
export async function peopleAgree(tx: Tx): Promise<string[]> {
  const faults: string[] = [];
  const niks = await chosen(tx);
  for (let from = 0; from < niks.length; from += AT_ONCE) {
    const some = niks.slice(from, from + AT_ONCE);
    faults.push(...(await foldedAgree(tx, some)), ...(await seatsAgree(tx, some)));
  }
  return faults.slice(0, 20);
}

async function chosen(tx: Tx): Promise<Nik[]> {
  const rows = await many<{ nik: Nik }>(
    tx,
    sql`with n as (select count(*)::int as all_of_them from resident_read.resident),
             touched as (select distinct nik from resident_read.act where version > 1 or kind <> 'imported')
        select lpad(r.nik::text, 16, '0') as nik from resident_read.resident r, n
         where n.all_of_them <= ${EVERYBODY} or r.nik % greatest(1, n.all_of_them / ${SAMPLE}) = 0 or exists (select from touched t where t.nik = r.nik)
         order by r.nik`,
  );
  return rows.map(({ nik }) => nik);
}

async function foldedAgree(tx: Tx, niks: readonly Nik[]): Promise<string[]> {
  const histories = await many<{ nik: Nik; deltas: unknown[] }>(
    tx,
    sql`select lpad(nik::text, 16, '0') as nik, json_agg(delta order by version) as deltas from resident_read.act
         where nik = any(${[...niks]}::bigint[]) group by nik`,
  );
  const deltas = new Map(histories.map((history) => [history.nik, history.deltas]));
  const residents = await listResidents(tx, niks);
  return residents.flatMap(({ nik, version, ...row }) => {
    const told = deltas.get(nik) ?? [];
    const folded = told.length === version ? (foldHistory(told) as Record<string, unknown>) : {};
    const wrong = Object.entries(row).filter(([element, value]) => (folded[element] ?? null) !== (value ?? null));
    return wrong.length === 0
      ? []
      : [`a history does not give its row: ${wrong.map(([element]) => element).join(', ')}`];
  });
}

async function seatsAgree(tx: Tx, niks: readonly Nik[]): Promise<string[]> {
  const byNik = await listMembershipsOf(tx, niks);
  const cards = [...new Set(byNik.map(({ familyCard }) => familyCard))];
  const wanted = new Set<string>(niks);
  const byCard = (await listMembersOf(tx, cards)).filter(({ nik }) => wanted.has(nik));
  const words = (seats: typeof byNik) =>
    new Set(seats.map(({ nik, familyCard, relation, validFrom }) => `${nik} ${familyCard} ${relation} ${validFrom}`));
  const apart = words(byNik).symmetricDifference(words(byCard));
  return apart.size === 0 ? [] : [`${apart.size} seats are in one copy only`];
}

/** Every birth that stands has a certificate in force. */
export async function birthsHavePapers(tx: Tx): Promise<string[]> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`select count(*)::int as n from civil_event_read.event e
         where e.kind = 'birth' and e.role = 'child' and e.state = 'recorded' and (e.certificate_number is null or not exists (
               select from document_read.issued d where d.id = e.document_id and d.nik = e.nik and d.state = 'valid'))`,
  );
  return n === 0 ? [] : [`${n} births have no certificate`];
}

/** Every open application stands in the list of its office. */
export async function workIsListed(stage: Stage, viewer: Actor): Promise<string[]> {
  const open = await stage.database.transact('system', viewer, (tx) =>
    many<{ number: string }>(
      tx,
      sql`select number from application_read.followed where state = any(${[...OPEN]}::text[]) order by number`,
    ),
  );
  const regencies = [...new Set(open.map(({ number }) => number.slice(0, 4)))];
  const listed = new Set<string>();
  for (const code of regencies) {
    const home = stage.cast.players.find(({ role, actor }) => role === 'verifier' && actor.jurisdiction?.code === code);
    const actor = home?.actor ?? stage.cast.elsewhere(code);
    let cursor: string | undefined;
    do {
      const page = await stage.act(actor, (tx) => listWork(tx, actor, { states: OPEN, mine: false, cursor }));
      for (const { number } of page.applications) listed.add(number);
      cursor = page.next ?? undefined;
    } while (cursor);
  }
  const missing = open.filter(({ number }) => !listed.has(number));
  return missing.length === 0 ? [] : [`${missing.length} open applications are in no list`];
}

const PATIENCE_MS = 30_000;

/** The log holds every entry that an act names, and verifies. */
export async function ledgerHolds(stage: Stage, viewer: Actor): Promise<string[]> {
  const { ledger } = stage.ground;
  const until = performance.now() + PATIENCE_MS;
  while ((await ledger.oldestPendingMs()) > 0 && performance.now() < until) await pause(50);
  const { acts } = await stage.database.transact('system', viewer, (tx) =>
    one<{ acts: number }>(tx, sql`select count(distinct entry_id)::int as acts from resident_read.act`),
  );
  const verdict = await verifyLedger(ledger);
  return [
    ...(verdict.ok ? [] : [`the ledger does not verify: ${verdict.firstBad?.kind} ${verdict.firstBad?.detail}`]),
    ...(verdict.size >= acts ? [] : [`the ledger has ${verdict.size} entries, the acts name ${acts}`]),
  ];
}
