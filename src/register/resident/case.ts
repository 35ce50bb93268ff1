/** Identity cases: one NIK carried by two persons, one person with two NIKs. A person decides; the register is never overwritten by itself. */
import type { Actor } from '../../core/access/index.ts';
import { many, maybeOne, nikText, run, sql, type Tx } from '../../core/db/index.ts';
import { asNik, type Nik, type Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { placeLine } from './place.ts';
import { refuse } from './refusals.ts';
import type { Claim } from './schema.ts';
import { findResident } from './sql.ts';

interface CaseRow {
  readonly id: Uuid;
  readonly kind: string;
  readonly nik: string;
  readonly name: string | null;
  readonly claim: Buffer | null;
  /** Of a likely duplicate: the second record. */
  readonly otherNik: string | null;
  readonly otherName: string | null;
  readonly villageCode: string;
  readonly openedAt: Date;
  readonly state: string;
}

// Who lives elsewhere is named by his initials: that he exists must be seen to be decided.
const nameOf = (nik: string) =>
  sql`coalesce((select r.name from resident.resident r where r.nik = ${sql.ref(nik)}),
               (select m.masked_name from resident_read.masked m where m.nik = ${sql.ref(nik)}))`;
const caseColumns = sql`c.id, c.kind, ${nikText('c.nik')} as nik, ${nameOf('c.nik')} as name, c.claim, ${nikText('c.other_nik')} as "otherNik",
  case when c.other_nik is not null then ${nameOf('c.other_nik')} end as "otherName", lpad(c.village_code::text, 10, '0') as "villageCode",
  c.opened_at as "openedAt", c.state`;

/** Open cases of the jurisdiction, oldest first, at most 200. */
export async function listCases(tx: Tx, actor: Actor) {
  const rows = await many<CaseRow>(
    tx,
    sql`select ${caseColumns} from resident.identity_case c where c.state = 'open' order by c.opened_at, c.id limit 200`,
  );
  await record(tx, actor, {
    label: 'resident.cases_listed',
    subjects: [...new Set(rows.flatMap(niksOf))].map((nik) => ({ nik })),
    facts: { n: rows.length },
  });
  return {
    cases: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      ref: tx.ground.personRefs.of(asNik(row.nik)),
      name: row.name ?? '',
      otherName: row.claim ? readClaim(tx, row).name : row.otherName,
      place: placeLine(tx, row.villageCode),
      openedAt: row.openedAt.toISOString(),
      state: row.state,
    })),
  };
}

const niksOf = ({ nik, otherNik }: Pick<CaseRow, 'nik' | 'otherNik'>): Nik[] =>
  [nik, otherNik].flatMap((each) => (each ? [asNik(each)] : []));

type Said = Omit<Claim, 'place'> & { readonly villageCode: string };

function readClaim(tx: Tx, row: Pick<CaseRow, 'nik' | 'claim'>): Said {
  const plain = tx.ground.vault.unseal(
    'resident.protected',
    { table: 'resident.identity_case', row: row.nik, column: 'claim' },
    row.claim!,
  );
  return JSON.parse(plain.toString()) as Said;
}

// Field by field: parents' names are in the sealed claim and do not leave with it.
function shown(tx: Tx, said: Said): Claim {
  return {
    name: said.name,
    sex: said.sex,
    birthPlace: said.birthPlace ?? null,
    birthDate: said.birthDate,
    religion: said.religion ?? null,
    maritalStatus: said.maritalStatus ?? null,
    address: said.address ?? null,
    place: placeLine(tx, said.villageCode),
  };
}

/** One open case: who the register holds under the NIK, and what the other side says, so that they can be compared. */
export async function openCase(tx: Tx, actor: Actor, input: { id: string }) {
  const row = await maybeOne<CaseRow>(
    tx,
    sql`select ${caseColumns} from resident.identity_case c where c.id = ${input.id} and c.state = 'open'`,
  );
  if (!row) throw refuse('resident.case_not_open');
  const nik = asNik(row.nik);
  await record(tx, actor, {
    label: 'resident.case_opened',
    subjects: niksOf(row).map((subject) => ({ nik: subject, detail: 'case' })),
    facts: { case: row.id },
  });
  const registered = await findResident(tx, nik);
  const other = row.otherNik ? asNik(row.otherNik) : null;
  const claimed = other ? await findResident(tx, other) : row.claim && readClaim(tx, row);
  return {
    id: row.id,
    kind: row.kind,
    nik,
    ref: tx.ground.personRefs.of(nik),
    openedAt: row.openedAt.toISOString(),
    registered: registered ? shown(tx, registered) : null,
    claimed: claimed ? shown(tx, claimed) : null,
    other: other && tx.ground.personRefs.of(other),
  };
}

/**
 * Decides a case; what follows is done by people, not here. One NIK of two: `different_person` is to be entered with a NIK of his
 * own. Two NIKs that may be one's: `same_person` is for a merge to be proposed.
 */
export async function decideCase(
  tx: Tx,
  actor: Actor,
  input: { id: string; decision: 'same_person' | 'different_person'; reason: string },
) {
  const row = await maybeOne<{ nik: string; otherNik: string | null }>(
    tx,
    sql`select ${nikText('c.nik')} as nik, ${nikText('c.other_nik')} as "otherNik" from resident.identity_case c where c.id = ${input.id} and c.state = 'open' for update`,
  );
  if (!row) throw refuse('resident.case_not_open');
  await record(tx, actor, {
    label: 'resident.case_decided',
    subjects: niksOf(row).map((nik) => ({ nik })),
    facts: { case: input.id, decision: input.decision },
  });
  await settle(tx, actor, input.id, `${input.decision}: ${input.reason}`);
  return { id: input.id };
}

/** The open case about two records that have just become one: it is decided with them, or it would wait for ever. */
export async function decideBetween(tx: Tx, actor: Actor, [one, other]: readonly [Nik, Nik], reason: string) {
  const open = await many<{ id: Uuid }>(
    tx,
    sql`select c.id from resident.identity_case c where c.state = 'open' and c.kind = 'likely_duplicate'
           and (c.nik, c.other_nik) in ((${one}::bigint, ${other}::bigint), (${other}::bigint, ${one}::bigint)) for update`,
  );
  for (const { id } of open) {
    await record(tx, actor, {
      label: 'resident.case_decided',
      subjects: [one, other].map((nik) => ({ nik })),
      facts: { case: id, decision: 'same_person' },
    });
    await settle(tx, actor, id, `same_person: ${reason}`);
  }
}

async function settle(tx: Tx, actor: Actor, id: string, decision: string): Promise<void> {
  await run(
    tx,
    sql`update resident.identity_case set state = 'decided', decision = ${decision}, decided_by = ${actor.id}, decided_at = ${tx.ground.clock.now()} where id = ${id}`,
  );
}
