/** What the register says of a batch's rows: the same, another version of the same person, or another person. */
import type { Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { ResidentChange } from '../act.ts';
import { parseProtected, unsealProtected } from '../protected.ts';
import type { Delta } from '../rules.ts';
import type { ProtectedElements, Resident } from '../schema.ts';
import { listProtected, listResidentsForUpdate } from '../sql.ts';
import type { FaultCode } from './faults.ts';
import type { PreparedBatch } from './prepare.ts';
import { samePerson } from './same-person.ts';
import { listMatches, listStaged, type Match, type StagedRow, type Verdict } from './sql.ts';

export interface Compared {
  /** Every row whose NIK the register has, and every twin; rows without a verdict are new. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  readonly changes: readonly ResidentChange[];
  readonly cases: readonly StagedRow[];
  readonly faults: readonly { readonly row: number; readonly code: FaultCode; readonly given: string | null }[];
}

/** Judges the staged rows. `region` is where the officer may import. */
export async function compareWithRegister(tx: Tx, batch: PreparedBatch, region: string): Promise<Compared> {
  const matches = await listMatches(tx);
  if (matches.length === 0 && batch.twins.length === 0) return NOTHING_KNOWN;
  const verdicts = new Map<number, Verdict>();
  const faults: Compared['faults'][number][] = [];
  const changes: ResidentChange[] = [];
  const cases = new Set<number>();

  const here = matches.filter((match) => {
    const code = !match.alive
      ? 'import.not_alive'
      : match.villageCode.startsWith(region)
        ? null
        : 'import.held_elsewhere';
    if (!code) return true;
    verdicts.set(match.row, 'refuse');
    faults.push({ row: match.row, code, given: null });
    return false;
  });
  const said = saidInBatch(batch);
  const held = await heldProtected(tx, here);
  const differing = here.filter((match) => !match.same);
  const staged = new Map(
    (
      await listStaged(
        tx,
        differing.map((match) => match.row),
      )
    ).map((row) => [row.row, row]),
  );
  const known = new Map(
    (
      await listResidentsForUpdate(
        tx,
        differing.map((match) => match.nik),
      )
    ).map((one) => [one.nik, one]),
  );

  for (const match of here) {
    const row = staged.get(match.row);
    const resident = known.get(match.nik);
    if (row && resident && !samePerson(resident, row)) {
      cases.add(match.row);
      continue;
    }
    // A twin of another row that is the very person whom the register has brings nothing new.
    const delta = row && resident && !match.twin ? deltaOf(resident, row) : {};
    const differs = match.twin ? null : protectedDelta(held.get(match.nik), said(match.row));
    // An erasure outlives the files of others: what they say of the protected is not taken.
    const sealed = differs && tx.ground.vault.isErased(match.nik) ? null : differs;
    if (Object.keys(delta).length === 0 && !sealed) verdicts.set(match.row, 'same');
    else {
      verdicts.set(match.row, 'update');
      changes.push({ nik: match.nik, delta, ...(sealed ? { protected: sealed } : {}) });
    }
  }
  for (const row of batch.twins) if (!verdicts.has(row)) cases.add(row);
  for (const row of cases) {
    verdicts.set(row, 'case');
    faults.push({ row, code: 'import.nik_of_two', given: null });
  }
  return { verdicts, changes, cases: await listStaged(tx, [...cases]), faults };
}

const NOTHING_KNOWN: Compared = { verdicts: new Map(), changes: [], cases: [], faults: [] };

/** Elements whose difference in capitals alone is none. */
const TEXTS = new Set<string>(['name', 'birthPlace', 'address', 'hamlet']);
const COMPARED = [
  'name',
  'sex',
  'birthPlace',
  'birthDate',
  'bloodGroup',
  'religion',
  'maritalStatus',
  'education',
  'occupation',
  'nationality',
  'permit',
  'passport',
  'motherNik',
  'fatherNik',
  'villageCode',
  'address',
  'rt',
  'rw',
  'hamlet',
  'birthCertificate',
  'marriageCertificate',
  'marriageDate',
  'divorceCertificate',
  'divorceDate',
] as const satisfies readonly (keyof Resident & keyof StagedRow)[];

/** What the file says otherwise; what it does not say stays. */
export function deltaOf(resident: Resident, row: StagedRow): Delta {
  const delta: Record<string, unknown> = {};
  for (const element of COMPARED) {
    const said = row[element];
    if (said === null || said === resident[element]) continue;
    if (TEXTS.has(element) && String(said).toUpperCase() === String(resident[element] ?? '').toUpperCase()) continue;
    delta[element] = said;
  }
  return delta as Delta;
}

function saidInBatch(batch: PreparedBatch): (row: number) => ProtectedElements {
  const places = new Map(batch.rows.map((row, place) => [row, place]));
  return (row) => parseProtected(batch.plains[places.get(row)!]!);
}

async function heldProtected(tx: Tx, matches: readonly Match[]): Promise<Map<Nik, ProtectedElements>> {
  const niks = matches.filter((match) => !match.twin).map((match) => match.nik);
  if (niks.length === 0) return new Map();
  const rows = await listProtected(tx, niks);
  return new Map([...rows].map(([nik, { sealed }]) => [nik, unsealProtected(tx, nik, sealed)]));
}

function protectedDelta(
  held: ProtectedElements | undefined,
  said: ProtectedElements,
): Partial<ProtectedElements> | null {
  const entries = Object.entries(said).filter(([element, value]) => {
    const before = held?.[element as keyof ProtectedElements] ?? null;
    return value !== null && String(value).toUpperCase() !== String(before ?? '').toUpperCase();
  });
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
