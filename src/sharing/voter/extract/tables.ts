/** The two tables of a list that are about nobody: places with their roots, and people by district (DAK2). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { ElectionRow } from '../election/sql.ts';
import type { Ballot } from '../eligibility/rules.ts';
import { plainWriter } from '../seal/sealed-file.ts';
import type { Settling } from '../seal/settling.ts';
import { csvField, DAK2_HEADER, pathOf, PLACES_HEADER } from './layout.ts';
import { fieldOf, readLine } from './line.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { districtsQuery } from './query.ts';
import { lineOf, type PlaceLine } from './tree.ts';

interface To {
  readonly dir: string;
  readonly mark: string;
  readonly settling: Settling;
}

export const writePlaces = (places: readonly PlaceLine[], to: To): ManifestFile =>
  write('places', to, PLACES_HEADER, places.map(lineOf), {
    rows: places.length,
    male: sumOf(places, 'male'),
    female: sumOf(places, 'female'),
  });

interface DistrictRow {
  readonly district: string;
  readonly n: number;
  readonly male: number;
  readonly female: number;
}

export async function writeDistricts(tx: Tx, election: Ballot & ElectionRow, to: To): Promise<ManifestFile> {
  const rows = await many(tx, sql<DistrictRow>`select d.* from (${sql.raw(districtsQuery(election))}) d`);
  const { regions } = tx.ground;
  const name = (code: string) => csvField(regions.nameOf(code) ?? code);
  const lines = rows.map(({ district, n, male, female }) =>
    [district, name(district), name(district.slice(0, 4)), name(district.slice(0, 2)), n, male, female].join(','),
  );
  return write('dak2', to, DAK2_HEADER, lines, {
    rows: rows.length,
    male: sumOf(rows, 'male'),
    female: sumOf(rows, 'female'),
  });
}

const sumOf = <Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

function write(
  kind: 'places' | 'dak2',
  { dir, mark, settling }: To,
  header: string,
  lines: readonly string[],
  counts: Pick<ManifestFile, 'rows' | 'male' | 'female'>,
): ManifestFile {
  const path = pathOf(kind, '', mark);
  const file = plainWriter(join(dir, path), settling);
  file.write(Buffer.from([header, ...lines, ''].join('\n')));
  return { path, kind, part: '', sealed: false, ...counts, ...file.end() };
}

const FIELDS = 5;

/** The lines of the file of places, as they stand there and as what they say. Throws `RangeError` of another file. */
export async function readPlaces(
  dir: string,
  { files }: Pick<Manifest, 'files'>,
): Promise<(PlaceLine & { line: string })[]> {
  const path = files.find(({ kind }) => kind === 'places')?.path;
  if (path === undefined) throw new RangeError('there is no file of places');
  const bytes = await readFile(join(dir, path));
  const ends = new Int32Array(FIELDS);
  const lines: (PlaceLine & { line: string })[] = [];
  let from = bytes.indexOf('\n') + 1;
  while (from < bytes.length) {
    const next = readLine(bytes, from, ends, 0, FIELDS);
    if (next < 0) throw new RangeError('the file of places ends in the middle of a line');
    const text = (field: number) => fieldOf(bytes, field === 0 ? from : ends[field - 1]! + 1, ends[field]!).toString();
    lines.push({
      place: text(0),
      n: Number(text(1)),
      male: Number(text(2)),
      female: Number(text(3)),
      root: text(4),
      line: bytes.toString('utf8', from, next - 1),
    });
    from = next;
  }
  return lines;
}
