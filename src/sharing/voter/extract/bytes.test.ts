import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { inclusionPaths, provesInclusion } from '../../../core/ledger/index.ts';
import { parquetWriter } from '../../../core/table/index.ts';
import { compareRecount, readRecount } from '../acceptance/rules.ts';
import { openKey, publicOf, readPrivateKey, readPublicKey, sealKey } from '../seal/commission-key.ts';
import { FileSealBroken, HEADER_BYTES, openSealed, PIECE_BYTES, sealedWriter } from '../seal/sealed-file.ts';
import { settling } from '../seal/settling.ts';
import { csvField, partOf, pathOf } from './layout.ts';
import { fieldOf, readLine, writeMasked } from './line.ts';
import { manifestFile } from './manifest.ts';
import { leafOf, leafWriter, leavesIn, lineLeaf, lineOf, placeRoot, saltsUnder } from './tree.ts';

const dir = mkdtempSync(join(tmpdir(), 'jatidiri-extract-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let files = 0;
const fresh = () => join(dir, `f${files++}`);

const text = fc.string({ unit: 'grapheme', maxLength: 12 });

describe('a line of CSV', () => {
  test('is taken apart into what was written, wherever the stream was cut', () => {
    fc.assert(
      fc.property(fc.array(fc.option(text), { minLength: 3, maxLength: 6 }), fc.nat(), (values, cut) => {
        const line = Buffer.from(`${values.map(csvField).join(',')}\n`);
        const ends = new Int32Array(values.length);
        expect(readLine(line, 0, ends, 0, values.length)).toBe(line.length);
        const fields = values.map((_, n) => fieldOf(line, n === 0 ? 0 : ends[n - 1]! + 1, ends[n]!).toString());
        expect(fields).toEqual(values.map((value) => value ?? ''));
        const part = line.subarray(0, cut % line.length);
        expect(readLine(part, 0, ends, 0, values.length)).toBe(-1);
      }),
    );
    expect(() => readLine(Buffer.from('a,b\n'), 0, new Int32Array(3), 0, 3)).toThrow('2 fields');
  });

  test('is masked: six digits of both numbers, no day of birth, and not a byte of the rest changed', () => {
    const masked = (line: string) => {
      const bytes = Buffer.from(line);
      const ends = new Int32Array(6);
      readLine(bytes, 0, ends, 0, 6);
      const born = { bornStart: ends[3]! + 1, bornEnd: ends[4]! };
      const out = Buffer.alloc(bytes.length);
      const given = { row: 0, nikEnd: ends[0]!, kkEnd: ends[1]!, ...born, end: bytes.length };
      return out.toString('utf8', 0, writeMasked(bytes, given, out, 0));
    };
    expect(masked('3175070101809001,3175070101019002,"A, B",X,1980-01-01,L\n')).toBe(
      '317507**********,317507**********,"A, B",X,L\n',
    );
    expect(masked('3175070101809001,,SITI,,1980-01-01,P\n')).toBe('317507**********,,SITI,,P\n');
  });
});

test('every voter’s leaf lies under the root of his place, the place’s line under the root of the list; a changed row lies under none', () => {
  const nik = fc.integer({ min: 1, max: 9999 }).map((n) => `317507010180${String(n).padStart(4, '0')}`);
  fc.assert(
    fc.property(fc.uniqueArray(nik, { minLength: 1, maxLength: 20 }), fc.nat(), (niks, which) => {
      const salts = saltsUnder(Buffer.alloc(32, 7))(Buffer.from(niks.join('')));
      const rows = niks.map((each) => `${each},CONTOH`);
      const write = leafWriter();
      const packed = Buffer.alloc(32 * rows.length);
      for (const [n, row] of rows.entries())
        write(salts, n * 16, Buffer.from(`xx${row}\n`), 2, 2 + row.length, packed, n * 32);
      const leaves = [...leavesIn(packed)];
      const n = which % niks.length;
      const salt = saltsUnder(Buffer.alloc(32, 7))(Buffer.from(niks[n]!));
      expect(leafOf(salt, Buffer.from(rows[n]!))).toEqual(leaves[n]);
      const root = placeRoot(packed);
      const { paths } = inclusionPaths(leaves);
      const claim = { index: n, size: niks.length, proof: paths[n]!.map((each) => Buffer.from(each, 'base64')), root };
      expect(provesInclusion({ ...claim, leafHash: leaves[n]! })).toBe(true);
      expect(provesInclusion({ ...claim, leafHash: leafOf(salt, Buffer.from(`${rows[n]}X`)) })).toBe(false);
      const line = { place: '3175071001', n: niks.length, male: 0, female: niks.length, root: root.toString('hex') };
      expect(lineLeaf(lineOf(line))).not.toEqual(lineLeaf(lineOf({ ...line, female: niks.length + 1 })));
    }),
    { numRuns: 30 },
  );
});

describe('a sealed file', () => {
  const key = randomBytes(32);
  const place = { key, extractId: 'e', path: 'p' };
  const sealed = async (plain: Buffer, at = place) => {
    const path = fresh();
    const disk = settling();
    const file = sealedWriter(path, at, disk);
    // In unequal pieces, as rows come.
    for (let n = 0; n < plain.length; n += 100_003) file.write(plain.subarray(n, n + 100_003));
    const written = file.end();
    await disk.done();
    return { path, written };
  };
  const opened = async (path: string, at = place) => Buffer.concat(await Array.fromAsync(openSealed(path, at)));

  test.for([0, 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES])(
    'of %i bytes opens to what was written',
    async (size) => {
      const plain = randomBytes(size);
      const { path, written } = await sealed(plain);
      expect(written).toMatchObject({ plainBytes: size, bytes: readFileSync(path).length });
      expect((await opened(path)).equals(plain)).toBe(true);
      expect(readFileSync(path).includes(plain.subarray(0, 64)) && size > 1).toBe(false);
    },
  );

  test('that was cut at a piece, changed in a byte, swapped in its pieces or put in another place does not open', async () => {
    const { path } = await sealed(randomBytes(3 * PIECE_BYTES));
    const bytes = readFileSync(path);
    const piece = PIECE_BYTES + 16;
    const part = (n: number) => bytes.subarray(HEADER_BYTES + n * piece, HEADER_BYTES + (n + 1) * piece);
    const changed = Buffer.from(bytes);
    changed[HEADER_BYTES + 5]! ^= 1;
    const salted = Buffer.from(bytes);
    salted[HEADER_BYTES - 1]! ^= 1;
    const header = bytes.subarray(0, HEADER_BYTES);
    for (const other of [
      bytes.subarray(0, HEADER_BYTES + piece),
      header,
      bytes.subarray(0, 3),
      changed,
      salted,
      Buffer.concat([header, part(1), part(0), part(2)]),
      Buffer.concat([bytes, part(2)]),
    ]) {
      writeFileSync(path, other);
      await expect(opened(path)).rejects.toThrow(FileSealBroken);
    }
    writeFileSync(path, bytes);
    await expect(opened(path, { ...place, path: 'q' })).rejects.toThrow(FileSealBroken);
    await expect(opened(path, { ...place, extractId: 'f' })).rejects.toThrow(FileSealBroken);
  });
});

describe('the key of the files', () => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const raw = publicOf(privateKey);
  const bound = { extractId: 'e', root: 'r', manifestSha256: 'm' };

  test('opens to the commission alone, and for this list alone', async () => {
    const content = randomBytes(32);
    const sealedKey = await sealKey(raw, content, bound);
    expect(await openKey(privateKey, sealedKey, bound)).toEqual(content);
    expect(await openKey(generateKeyPairSync('x25519').privateKey, sealedKey, bound)).toBeNull();
    for (const other of [{ extractId: 'x' }, { root: 'x' }, { manifestSha256: 'x' }])
      expect(await openKey(privateKey, sealedKey, { ...bound, ...other })).toBeNull();
  });

  test('is read as people have it, and refused where everybody could open', () => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
    for (const given of [pem, raw.toString('hex'), raw.toString('base64'), raw.toString('base64url')])
      expect(readPublicKey(` ${given}\n`)).toEqual(raw);
    const ed = generateKeyPairSync('ed25519');
    const other = ed.publicKey.export({ type: 'spki', format: 'pem' }) as string;
    for (const given of ['', 'abc', other, '00'.repeat(32), `01${'00'.repeat(31)}`])
      expect(readPublicKey(given)).toBeNull();
    expect(readPrivateKey(ed.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)).toBeNull();
  });
});

test('Parquet has the rows that were written, nothing where nothing was, and the same bytes again', async () => {
  const rows = Array.from({ length: 2_500 }, (_, n) => [
    `${n}`,
    n % 3 === 0 ? null : `NILAI ${n % 7}`,
    n % 50 === 0 ? '' : 'Ş,"',
  ]);
  const write = () => {
    const writer = parquetWriter(['a', 'b', 'c'], 1_000);
    const parts: Buffer[] = [];
    for (const row of rows) {
      row.forEach((value, column) => {
        const bytes = value === null ? null : Buffer.from(`..${value}`);
        if (bytes) writer.value(column, bytes, 2, bytes.length);
      });
      const group = writer.endRow();
      if (group) parts.push(group);
    }
    return Buffer.concat([...parts, writer.end()]);
  };
  const bytes = write();
  expect(write().equals(bytes)).toBe(true);
  const path = `${fresh()}.parquet`;
  writeFileSync(path, bytes);
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    expect((await duck.runAndReadAll(`select a, b, c from read_parquet('${path}')`)).getRows()).toEqual(rows);
    const none = `${fresh()}.parquet`;
    writeFileSync(none, parquetWriter(['a'], 10).end());
    expect((await duck.runAndReadAll(`select a from read_parquet('${none}')`)).getRows()).toEqual([]);
  } finally {
    duck.closeSync();
  }
});

test('names of files carry the mark and lead nowhere else', () => {
  expect([partOf('3175071001', 'regency'), partOf('3175071001', 'village'), partOf('KJRI JEDDAH', 'regency')]).toEqual([
    '3175',
    '3175071001',
    'luar-negeri',
  ]);
  const path = manifestFile.shape.path;
  for (const kind of ['rows', 'masked', 'parquet', 'leaves', 'places', 'dak2'] as const)
    expect(path.parse(pathOf(kind, 'luar-negeri', 'ab12cd34'))).toContain('ab12cd34');
  for (const out of ['../a.csv', '/etc/a.csv', 'a/../b.csv', 'a/.csv/x'])
    expect(path.safeParse(out).success).toBe(false);
});

describe('the commission’s count', () => {
  const ours = [
    { part: '3175', male: 10, female: 12 },
    { part: '3273', male: 5, female: 5 },
  ];
  test('is read as it was typed or pasted, and the first line that cannot be is named', () => {
    const { counts } = readRecount('bagian,laki_laki,perempuan\n3175;10;12\n\n3273\t1.005\t5\tsatu, dua\n');
    expect(counts).toEqual([
      { part: '3175', male: 10, female: 12, explanation: null },
      { part: '3273', male: 1005, female: 5, explanation: 'satu, dua' },
    ]);
    expect(readRecount('3175,10\n').line).toBe(1);
    expect(readRecount('3175,10,12\nSatu,1,2').line).toBe(2);
  });
  test('names every part once, and a difference wants a word why', () => {
    const same = ours.map((part) => ({ ...part, explanation: null }));
    expect(compareRecount(ours, same)).toEqual({ wrong: [], differing: [], unexplained: [] });
    expect(compareRecount(ours, [same[0]!, same[0]!]).wrong).toEqual(['3175', '3273']);
    const other = { ...same[1]!, male: 4 };
    expect(compareRecount(ours, [same[0]!, other]).unexplained).toEqual([other]);
    expect(compareRecount(ours, [same[0]!, { ...other, explanation: 'satu wafat' }]).unexplained).toEqual([]);
  });
});
