/** Rows of a matched list, for officers of the centre who have said why; everybody of the register in them is in the entry. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { record, recordLarge } from '../../../core/ledger/index.ts';
import { writeTable } from '../../../core/table/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { nikOf } from '../../../register/resident/index.ts';
import { getElection } from '../election/election.ts';
import { refuse } from '../refusals.ts';
import { getMatched } from './list.ts';
import { countOf, linesOf, listKeys, peopleOf, type LineRow, type Which } from './look-sql.ts';
import type { ReturnedLine, WhichRows } from './schema.ts';

const A_PAGE = 50;
/** A file that a desk can open; more is taken regency by regency. */
const MOST_EXPORTED = 200_000;

/** A page of rows of one reason, behind `after`: a number of a row, or the reference of a person. */
export async function openRows(
  tx: Tx,
  actor: Actor,
  input: WhichRows & { id: string; after?: string | undefined },
): Promise<{ lines: ReturnedLine[]; next: string | null }> {
  const list = await getMatched(tx, actor, input.id);
  const { id, side, reason } = input;
  const which: Which = { id, side, reason };
  const { after = '' } = input;
  const behind = after === '' ? '0' : which.side === 'listed' ? mustBeRow(after) : nikOf(tx, after);
  return elevated(tx, async () => {
    const keys = await listKeys(tx, which, { regency: input.regency, after: behind, limit: A_PAGE + 1 });
    const found = await linesInOrder(tx, which, keys.slice(0, A_PAGE));
    await record(tx, actor, {
      label: 'voter.returned_rows_opened',
      facts: { list: list.id, side: which.side, reason: which.reason, rows: found.length },
      subjects: subjectsOf(found),
    });
    const last = found.at(-1);
    const next =
      keys.length > A_PAGE && last ? (which.side === 'listed' ? last.key : tx.ground.personRefs.of(last.nik!)) : null;
    return { lines: await viewLines(tx, list.electionId, found), next };
  });
}

/** All rows of one reason as CSV. */
export async function exportRows(tx: Tx, actor: Actor, input: WhichRows & { id: string }): Promise<FileAnswer> {
  const list = await getMatched(tx, actor, input.id);
  const { id, side, reason } = input;
  const which: Which = { id, side, reason };
  return elevated(tx, async () => {
    const n = await countOf(tx, which, input.regency);
    if (n > MOST_EXPORTED) throw refuse('voter.returned_too_many', { values: { n, most: MOST_EXPORTED } });
    await recordLarge(tx, actor, {
      label: 'voter.returned_exported',
      facts: { list: list.id, side: which.side, reason: which.reason, rows: n },
      niks: peopleOf(which, input.regency),
    });
    const keys = await listKeys(tx, which, { regency: input.regency, after: '0', limit: MOST_EXPORTED });
    const lines = await viewLines(tx, list.electionId, await linesInOrder(tx, which, keys));
    const say = (key: string) => tx.ground.speaker.say(actor.language, `voter.returned.column.${key}`);
    const columns = [
      'row',
      'shown',
      'name',
      'born',
      'village',
      'firstRow',
      'nik',
      'registerName',
      'registerBorn',
      'registerVillage',
    ].map(say);
    const rows = lines.map(({ row, shown, name, born, village, firstRow, person }) => [
      row,
      shown,
      name,
      born,
      village,
      firstRow,
      person?.nik ?? null,
      person?.name ?? null,
      person?.born ?? null,
      person?.village ?? null,
    ]);
    const bytes = Buffer.concat(await Array.fromAsync(writeTable({ format: 'csv', columns, rows })));
    return {
      mediaType: 'text/csv; charset=utf-8',
      fileName: `daftar-kembali-${which.side}-${which.reason}.csv`,
      bytes,
    };
  });
}

function mustBeRow(text: string): string {
  if (!/^[0-9]{1,12}$/.test(text)) throw refuse('voter.returned_not_found');
  return text;
}

export async function linesInOrder(tx: Tx, which: Which, keys: readonly string[]): Promise<LineRow[]> {
  const byKey = new Map((await linesOf(tx, which, keys)).map((line) => [line.key, line]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

export const subjectsOf = (lines: readonly LineRow[]) =>
  [...new Set(lines.flatMap(({ nik }) => nik ?? []))].map((nik) => ({ nik, detail: 'voter' }));

/** Field by field what leaves. */
export async function viewLines(tx: Tx, electionId: string, lines: readonly LineRow[]): Promise<ReturnedLine[]> {
  const { cutoff } = await getElection(tx, electionId);
  const places = new Map<string, string>();
  const placeOf = (code: string) => {
    let place = places.get(code);
    if (place === undefined) places.set(code, (place = placeText(tx, code, cutoff)));
    return place;
  };
  return lines.map(({ row, shown, name, born, village, firstRow, nik, personName, personBorn, lives }) => ({
    row,
    shown,
    name,
    born,
    village: village && placeOf(village),
    firstRow,
    person: nik && {
      ref: tx.ground.personRefs.of(nik),
      nik,
      name: personName ?? '',
      born: personBorn ?? '',
      village: lives ? placeOf(lives) : '',
    },
  }));
}

/** Village, district, regency. */
function placeText(tx: Tx, code: string, day: CivilDate): string {
  const names = tx.ground.regions.pathAt(code, day).map(({ name }) => name);
  return names.slice(1).toReversed().join(', ') || code;
}
