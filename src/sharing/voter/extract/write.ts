/**
 * Writes a list from COPY's stream: files by part, leaves and roots by place. Bytes stay bytes: what is made of a row is its leaf, its masked
 * form and its values in Parquet. What is personal is sealed before it reaches the disk.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { plainWriter, sealedWriter, type FileWriter, type Written } from '../seal/sealed-file.ts';
import type { Settling } from '../seal/settling.ts';
import { parquetWriter, type ParquetWriter } from '../../../core/table/index.ts';
import { FIELDS, headerOf, isSealed, MASKED_FIELDS, partOf, pathOf, type Field, type FileKind } from './layout.ts';
import { fieldOf, readLine, writeMasked } from './line.ts';
import type { ManifestFile } from './manifest.ts';
import { LEADING } from './query.ts';
import { LEAF_BYTES, leafWriter, NIK_BYTES, placeRoot, SALT_BYTES, saltsUnder, type PlaceLine } from './tree.ts';

export const FORMATS = ['rows', 'parquet', 'masked'] as const;
export type Format = (typeof FORMATS)[number];

export interface WriteGiven {
  readonly dir: string;
  readonly extractId: string;
  readonly mark: string;
  /** 32 bytes each, from the vault. */
  readonly contentKey: Buffer;
  readonly saltKey: Buffer;
  readonly by: 'regency' | 'village';
  readonly formats: readonly Format[];
  readonly settling: Settling;
  readonly onRows?: ((rows: number) => void) | undefined;
}

export interface ListWritten {
  readonly files: readonly ManifestFile[];
  readonly places: readonly PlaceLine[];
  /** How many people have exactly these reasons, by their bits. */
  readonly excluded: ReadonlyMap<number, number>;
}

/** Where the NIKs of places lie, sealed, until they are entered. */
export const SPOOL = 'niks.spool';

const WIDTH = LEADING + FIELDS.length;
const ROWS_OF_GROUP = 20_000;
const OUT_BYTES = 1 << 14;
const HELD_BYTES = 1 << 18;
const QUOTE = 0x22;
const MALE = 0x4c;
const at = (field: Field): number => LEADING + FIELDS.indexOf(field);
const [NIK, KK, BORN, SEX] = [at('nik'), at('no_kk'), at('tanggal_lahir'), at('jenis_kelamin')];

/** Writes everything that COPY gives; whoever calls removes the folder if it throws. */
export async function writeList(lines: AsyncIterable<Buffer>, given: WriteGiven): Promise<ListWritten> {
  const salts = saltsUnder(given.saltKey);
  const excluded = new Map<number, number>();
  const list = listFiles(given);
  let ends = new Int32Array(WIDTH * 1024);
  // What COPY gave and is not read yet; in one piece of memory for all of it, or the garbage would be half of what this takes.
  let bytes = Buffer.allocUnsafe(HELD_BYTES);
  let held = 0;
  let rows = 0;
  try {
    for await (const piece of lines) {
      if (held + piece.length > bytes.length) bytes = Buffer.concat([bytes], 2 * (held + piece.length));
      held += piece.copy(bytes, held);
      const whole = bytes.subarray(0, held);
      let from = 0;
      let voters = 0;
      for (;;) {
        if ((voters + 1) * WIDTH > ends.length) ends = grown(ends);
        const next = readLine(whole, from, ends, voters * WIDTH, WIDTH);
        if (next < 0) break;
        // Whoever does not vote is his reasons and nothing more.
        if (bytes[from] === 0x30) voters += 1;
        else {
          const mask = Number(bytes.toString('latin1', from, ends[voters * WIDTH]));
          excluded.set(mask, (excluded.get(mask) ?? 0) + 1);
        }
        from = next;
      }
      const digits = Buffer.allocUnsafe(voters * SALT_BYTES);
      for (let n = 0; n < voters; n++) {
        const start = ends[n * WIDTH + NIK - 1]! + 1;
        if (ends[n * WIDTH + NIK]! - start !== SALT_BYTES) throw new RangeError('a row begins with a NIK of 16 digits');
        bytes.copy(digits, n * SALT_BYTES, start, start + SALT_BYTES);
      }
      const salted = salts(digits);
      for (let n = 0; n < voters; n++) {
        const base = n * WIDTH;
        const change = list.goTo(bytes, ends[base]! + 1, ends[base + LEADING - 1]!);
        if (change) await change;
        list.add(bytes, ends, base, salted, n * SALT_BYTES);
      }
      rows += voters;
      given.onRows?.(rows);
      bytes.copyWithin(0, from, held);
      held -= from;
    }
    if (held > 0) throw new Error('the register stopped in the middle of a line');
    return { ...list.end(), excluded };
  } catch (fault) {
    list.drop();
    throw fault;
  }
}

function grown(ends: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(ends.length * 2);
  more.set(ends);
  return more;
}

/** A place on its way. */
interface OpenPlace {
  readonly bytes: Buffer;
  readonly name: string;
  n: number;
  male: number;
}

/** The files of the present part, and the place in it. */
function listFiles(given: WriteGiven) {
  const { dir, extractId, contentKey: key, settling } = given;
  const spool = sealedWriter(join(dir, SPOOL), { key, extractId, path: SPOOL }, settling);
  const files: ManifestFile[] = [];
  const places: PlaceLine[] = [];
  let part: ReturnType<typeof openPart> | null = null;
  let place: OpenPlace | null = null;
  const writeLeaf = leafWriter();
  // One for all parts, whose files are written one after the other: columns are megabytes.
  const parquet = parquetWriter(FIELDS, ROWS_OF_GROUP);
  // Of the present place; every village writes over the one before.
  let niks = Buffer.allocUnsafe(NIK_BYTES * 512);
  let leaves = Buffer.allocUnsafe(LEAF_BYTES * 512);

  function endPlace(): void {
    if (!place || !part) return;
    const { name, n, male } = place;
    const own = leaves.subarray(0, n * LEAF_BYTES);
    places.push({ place: name, n, male, female: n - male, root: placeRoot(own).toString('hex') });
    part.leaves.take(own.length, (out, at) => at + own.copy(out, at));
    spool.write(niks.subarray(0, n * NIK_BYTES));
    place = null;
  }

  function endPart(): void {
    endPlace();
    if (part) files.push(...part.end());
    part = null;
  }

  /** A promise where the disk is behind. */
  function begin(bytes: Buffer): Promise<void> | null {
    endPlace();
    const name = fieldOf(bytes, 0, bytes.length).toString();
    const wanted = partOf(name, given.by);
    const other = part?.name !== wanted;
    if (other) {
      endPart();
      part = openPart(wanted, given, parquet);
    }
    place = { bytes, name, n: 0, male: 0 };
    return other ? settling.room() : null;
  }

  return {
    /** Goes on to the place of the next row, if it is another. */
    goTo(bytes: Buffer, start: number, end: number): Promise<void> | null {
      if (place && end - start === place.bytes.length && place.bytes.compare(bytes, start, end) === 0) return null;
      return begin(Buffer.from(bytes.subarray(start, end)));
    },
    /** Takes a row whose ends stand from `base` on, and whose salt begins at `saltAt`. */
    add(bytes: Buffer, ends: Int32Array, base: number, salts: Buffer, saltAt: number): void {
      const to = place!;
      if (to.n * NIK_BYTES === niks.length) {
        niks = Buffer.concat([niks], niks.length * 2);
        leaves = Buffer.concat([leaves], leaves.length * 2);
      }
      writeNik(bytes, ends[base + NIK - 1]! + 1, niks, to.n * NIK_BYTES);
      const [row, end] = [ends[base + LEADING - 1]! + 1, ends[base + WIDTH - 1]!];
      writeLeaf(salts, saltAt, bytes, row, end, leaves, to.n * LEAF_BYTES);
      to.n += 1;
      const male = bytes[ends[base + SEX - 1]! + 1] === MALE;
      if (male) to.male += 1;
      part!.add(bytes, ends, base, male);
    },
    end(): Omit<ListWritten, 'excluded'> {
      endPart();
      spool.end();
      return { files, places };
    },
    drop(): void {
      part?.drop();
      spool.drop();
    },
  };
}

/** Sixteen digits as eight bytes: more than a number can hold exactly, so in two halves. */
function writeNik(from: Buffer, start: number, to: Buffer, offset: number): void {
  const half = (begin: number) => {
    let value = 0;
    for (let n = begin; n < begin + 8; n++) value = value * 10 + (from[n]! - 0x30);
    return value;
  };
  to.writeBigUInt64BE(BigInt(half(start)) * 100_000_000n + BigInt(half(start + 8)), offset);
}

function openPart(name: string, given: WriteGiven, parquet: ParquetWriter) {
  const { dir, extractId, mark, contentKey: key, formats, settling } = given;
  mkdirSync(join(dir, name), { mode: 0o700 });
  const open = (kind: FileKind): FileWriter => {
    const path = pathOf(kind, name, mark);
    const to = join(dir, path);
    return isSealed(kind) ? sealedWriter(to, { key, extractId, path }, settling) : plainWriter(to, settling);
  };
  const full = formats.includes('rows') ? gathering(open('rows'), headerOf(FIELDS)) : null;
  const masked = formats.includes('masked') ? gathering(open('masked'), headerOf(MASKED_FIELDS)) : null;
  const columns = formats.includes('parquet') ? inGroups(open('parquet'), parquet) : null;
  const leaves = gathering(open('leaves'));
  let rows = 0;
  let men = 0;
  const made = (kind: FileKind, written: Written): ManifestFile => ({
    path: pathOf(kind, name, mark),
    kind,
    part: name,
    sealed: isSealed(kind),
    rows,
    male: men,
    female: rows - men,
    ...written,
  });
  return {
    name,
    leaves,
    add(bytes: Buffer, ends: Int32Array, base: number, male: boolean): void {
      const row = ends[base + LEADING - 1]! + 1;
      const end = ends[base + WIDTH - 1]! + 1;
      rows += 1;
      if (male) men += 1;
      columns?.add(bytes, ends, base);
      full?.take(end - row, (out, to) => to + bytes.copy(out, to, row, end));
      masked?.take(end - row, (out, to) => {
        const born = { bornStart: ends[base + BORN - 1]! + 1, bornEnd: ends[base + BORN]! };
        return writeMasked(bytes, { row, nikEnd: ends[base + NIK]!, kkEnd: ends[base + KK]!, ...born, end }, out, to);
      });
    },
    end(): ManifestFile[] {
      const written: ManifestFile[] = [];
      if (full) written.push(made('rows', full.end()));
      if (columns) written.push(made('parquet', columns.end()));
      if (masked) written.push(made('masked', masked.end()));
      written.push(made('leaves', leaves.end()));
      settling.takeFolder(join(dir, name));
      return written;
    },
    drop(): void {
      for (const file of [full, masked, columns, leaves]) file?.drop();
    },
  };
}

/** Gathers rows, so that a file is written to in large pieces. */
function gathering(file: FileWriter, header = '') {
  let out = Buffer.allocUnsafe(OUT_BYTES);
  let filled = out.write(header);
  return {
    take(size: number, put: (out: Buffer, to: number) => number): void {
      if (filled + size > out.length) {
        file.write(out.subarray(0, filled));
        filled = 0;
        if (size > out.length) out = Buffer.allocUnsafe(size);
      }
      filled = put(out, filled);
    },
    end(): Written {
      file.write(out.subarray(0, filled));
      return file.end();
    },
    drop: () => file.drop(),
  };
}

function inGroups(file: FileWriter, writer: ParquetWriter) {
  return {
    add(bytes: Buffer, ends: Int32Array, base: number): void {
      for (let field = 0; field < FIELDS.length; field++) {
        const start = ends[base + LEADING + field - 1]! + 1;
        const end = ends[base + LEADING + field]!;
        if (start === end) continue;
        if (bytes[start] === QUOTE) {
          const value = fieldOf(bytes, start, end);
          writer.value(field, value, 0, value.length);
        } else writer.value(field, bytes, start, end);
      }
      const group = writer.endRow();
      if (group) file.write(group);
    },
    end(): Written {
      file.write(writer.end());
      return file.end();
    },
    drop: () => file.drop(),
  };
}
