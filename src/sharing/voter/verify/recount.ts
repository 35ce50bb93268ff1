/** Opens every sealed file and counts what is in it: rows, sexes, places, and that nobody stands there twice. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { FIELDS, MASKED_FIELDS, partOf, type Field } from '../extract/layout.ts';
import { fieldOf, readLine } from '../extract/line.ts';
import type { Manifest, ManifestFile } from '../extract/manifest.ts';
import type { PlaceLine } from '../extract/tree.ts';
import { FileSealBroken, openSealed } from '../seal/sealed-file.ts';
import { faultIn, type Fault } from './words.ts';

export interface Opened {
  readonly dir: string;
  readonly manifest: Manifest;
  /** Files whose bytes are those of the manifest. */
  readonly whole: ReadonlySet<string>;
  readonly key: Buffer;
  readonly places: readonly PlaceLine[];
  readonly onBytes: (count: number) => void;
}

export async function recount(given: Opened): Promise<Fault[]> {
  const faults: Fault[] = [];
  const left = new Map(given.places.map((line) => [line.place, { n: line.n, male: line.male }]));
  for (const file of given.manifest.files) {
    if (!file.sealed || !given.whole.has(file.path)) continue;
    try {
      const counter = file.kind === 'parquet' ? null : rowCounter(file.kind === 'masked' ? MASKED_FIELDS : FIELDS);
      const sha256 = createHash('sha256');
      const place = { key: given.key, extractId: given.manifest.extract, path: file.path };
      for await (const plain of openSealed(join(given.dir, file.path), place)) {
        sha256.update(plain);
        counter?.take(plain);
        given.onBytes(plain.length);
      }
      if (sha256.digest('hex') !== file.plainSha256) faults.push(faultIn(file.path, 'plain'));
      else if (counter) faults.push(...judged(file, counter.end(), left));
    } catch (fault) {
      if (!(fault instanceof FileSealBroken)) throw fault;
      faults.push(faultIn(file.path, 'seal'));
    }
  }
  return faults;
}

interface Counted {
  readonly rows: number;
  readonly male: number;
  readonly places: ReadonlyMap<string, { n: number; male: number }>;
  /** The row at which the order broke, or a line did not fit; 0: none. */
  readonly disorder: number;
}

function judged(
  file: ManifestFile,
  counted: Counted,
  lines: ReadonlyMap<string, { n: number; male: number }>,
): Fault[] {
  if (counted.disorder > 0) return [faultIn(file.path, 'order', { n: counted.disorder })];
  const { rows, male } = counted;
  if (rows !== file.rows || male !== file.male)
    return [faultIn(file.path, 'rows', { n: `${rows} (L ${male}, P ${rows - male})` })];
  for (const [place, { n, male: men }] of counted.places) {
    const line = lines.get(place);
    if (line?.n !== n || line.male !== men) return [faultIn(file.path, 'rows', { n: `${place}: ${n}` })];
  }
  return [];
}

const NEWLINE = 0x0a;
const MALE = 0x4c;

/** Counts a CSV of the layout as it comes. */
function rowCounter(fields: readonly Field[]) {
  const at = (field: Field) => fields.indexOf(field);
  const [SEX, VILLAGE, MISSION] = [at('jenis_kelamin'), at('kode_kelurahan'), at('perwakilan')];
  const hidden = !fields.includes('tanggal_lahir');
  const ends = new Int32Array(fields.length);
  const places = new Map<string, { n: number; male: number }>();
  let place: { n: number; male: number } | null = null;
  let placeKey: Buffer = Buffer.alloc(0);
  let lastNik = '';
  let rest: Buffer = Buffer.alloc(0);
  let rows = -1;
  let male = 0;
  let disorder = 0;

  function row(bytes: Buffer, from: number): void {
    const start = (field: number) => (field === 0 ? from : ends[field - 1]! + 1);
    // The two last fields tell the place; they are the same bytes for all of it.
    const key = bytes.subarray(start(VILLAGE), ends[MISSION]);
    if (!place || !key.equals(placeKey)) {
      placeKey = Buffer.from(key);
      const mission = fieldOf(bytes, start(MISSION), ends[MISSION]!).toString();
      const name = mission || fieldOf(bytes, start(VILLAGE), ends[VILLAGE]!).toString();
      place = places.get(name) ?? null;
      if (!place) {
        place = { n: 0, male: 0 };
        places.set(name, place);
        lastNik = '';
      } else if (partOf(name, 'village') === name) disorder ||= rows + 1;
    }
    const nik = bytes.toString('latin1', start(0), ends[0]);
    if (!hidden && nik <= lastNik) disorder ||= rows + 1;
    lastNik = nik;
    place.n += 1;
    if (bytes[start(SEX)] === MALE) {
      place.male += 1;
      male += 1;
    }
  }

  return {
    take(piece: Buffer): void {
      if (disorder > 0) return;
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      let from = 0;
      for (;;) {
        let next: number;
        try {
          next = readLine(bytes, from, ends, 0, ends.length);
        } catch {
          disorder = rows + 1;
          return;
        }
        if (next < 0) break;
        // The header is no row.
        if (rows >= 0) row(bytes, from);
        rows += 1;
        from = next;
      }
      rest = Buffer.from(bytes.subarray(from));
    },
    end(): Counted {
      if (rest.length > 0 && rest.at(-1) !== NEWLINE) disorder ||= rows + 1;
      return { rows, male, places, disorder };
    },
  };
}
