/** Finding people: by NIK, by name, by birth date; and the warning before a new person is made. */
import type { Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import { asNik } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { addDays, addYears, civilDateOf, type CivilDate } from '../../core/time/index.ts';
import { LIKELY, likeness, swapped, type Likeness } from './duplicate.ts';
import { nameSimilarity, phoneticKey } from './phonetic.ts';
import { motherKey } from './protected.ts';
import { placeLine } from './place.ts';
import { refuse } from './refusals.ts';
import { STATES, type FoundPerson } from './schema.ts';
import { listDuplicateCandidates, listInside, listOutside, type CandidateRow, type SearchKeys } from './search-sql.ts';

export interface SearchInput {
  readonly nik?: string | undefined;
  readonly name?: string | undefined;
  readonly birthDate?: CivilDate | undefined;
  readonly birthYear?: number | undefined;
}

const SHOWN = 20;
/** How many rows equality may leave before likeness ranks them: a birth date of the whole nation is about 11,000. */
const RANKED = 2_000;

/**
 * People who match, best first: at most 20 inside the jurisdiction and 10 outside it, masked. A name is compared as it
 * sounds; with a birth date a name may also be misspelt. Refuses a search without any key.
 */
export async function searchResidents(
  tx: Tx,
  actor: Actor,
  input: SearchInput,
): Promise<{ people: FoundPerson[]; more: boolean }> {
  const exact = keysOf(input, true);
  const inside = new Map<string, CandidateRow>();
  for (const row of await listInside(tx, exact, RANKED)) inside.set(row.nik, row);
  if (input.name && input.birthDate) {
    // The birth date alone, refined by likeness: the misspelt name.
    for (const row of await listInside(tx, keysOf(input, false), RANKED)) inside.set(row.nik, row);
  }
  const ranked = [...inside.values()]
    .map((row) => ({ row, similarity: input.name ? nameSimilarity(input.name, row.name) : 1 }))
    .filter(({ similarity }) => similarity >= 0.6)
    .toSorted((a, b) => b.similarity - a.similarity || a.row.nik.localeCompare(b.row.nik));
  const outside = actor.jurisdiction?.code === '' ? [] : await listOutside(tx, exact, 10);
  const shown = ranked.slice(0, SHOWN);
  await record(tx, actor, {
    label: 'resident.searched',
    subjects: shown.map(({ row }) => ({ nik: asNik(row.nik) })),
    facts: {
      by: [input.nik && 'nik', input.name && 'name', (input.birthDate ?? input.birthYear) && 'birth']
        .filter(Boolean)
        .join('+'),
      found: shown.length,
      outside: outside.length,
    },
  });
  return {
    people: [
      ...shown.map(({ row, similarity }) => found(tx, row, similarity)),
      ...outside.map((row) => ({ ...found(tx, row, 1), nik: `${row.nik.slice(0, 6)}**********` })),
    ],
    more: ranked.length > SHOWN,
  };
}

function keysOf(input: SearchInput, withName: boolean): SearchKeys {
  if (input.nik) return { nik: input.nik };
  const year = input.birthYear;
  const span = input.birthDate
    ? { birthFrom: input.birthDate, birthTo: input.birthDate }
    : year
      ? { birthFrom: civilDateOf(year, 1, 1)!, birthTo: civilDateOf(year, 12, 31)! }
      : {};
  if (!input.name && !input.birthDate) throw refuse('resident.search_too_wide');
  return { ...span, ...(withName && input.name ? { nameKey: phoneticKey(input.name) } : {}) };
}

function found(tx: Tx, row: CandidateRow, similarity: number): FoundPerson {
  return {
    ref: tx.ground.personRefs.of(asNik(row.nik)),
    nik: row.nik,
    name: row.name,
    birthDate: row.birthDate,
    birthPlace: row.birthPlace,
    sex: row.sex,
    villageCode: row.villageCode,
    place: placeLine(tx, row.villageCode),
    state: STATES[row.state - 1]!,
    masked: row.masked,
    similarity,
  };
}

export interface LikelyDuplicate extends FoundPerson {
  readonly score: number;
  readonly reasons: readonly Likeness[];
}

export interface NewPaper {
  readonly name: string;
  readonly birthDate: CivilDate;
  readonly birthPlace: string;
  readonly sex: number;
  readonly motherName: string | null;
}

/**
 * Who in the whole nation may be this person already, likeliest first, at most ten. Those outside the officer's
 * jurisdiction come masked. Runs as `system`, because a duplicate is most often somewhere else.
 */
export async function findLikelyDuplicates(tx: Tx, actor: Actor, paper: NewPaper): Promise<LikelyDuplicate[]> {
  const dates = [paper.birthDate, swapped(paper.birthDate)].filter((date) => date !== null);
  const mother = motherKey(tx, paper.motherName);
  const candidates = await elevated(tx, () =>
    listDuplicateCandidates(tx, {
      birthDates: dates,
      nameKey: phoneticKey(paper.name),
      from: addYears(addDays(paper.birthDate, -40), -2),
      to: addYears(addDays(paper.birthDate, 40), 2),
    }),
  );
  const likely = candidates
    .map((row) => ({ row, ...likeness({ ...paper, motherKey: mother?.toString() ?? null }, row) }))
    .filter(({ score }) => score >= LIKELY)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 10);
  await record(tx, actor, {
    label: 'resident.duplicates_checked',
    subjects: likely.map(({ row }) => ({ nik: asNik(row.nik) })),
    facts: { found: likely.length },
  });
  return likely.map(({ row, score, reasons }) => {
    const inside = actor.jurisdiction !== null && row.villageCode.startsWith(actor.jurisdiction.code);
    const person = found(tx, row, score);
    const shown = inside
      ? person
      : { ...person, name: masked(row.name), nik: `${row.nik.slice(0, 6)}**********`, birthPlace: null, masked: true };
    return { ...shown, score: Math.round(score * 100) / 100, reasons };
  });
}

/** Initials only: `SITI RAHAYU` becomes `S*** R***`. */
export function masked(name: string): string {
  return name.replace(/(\p{L})[\p{L}'.]*/gu, '$1***');
}
