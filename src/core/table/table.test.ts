import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../refusal/index.ts';
import { speaker } from '../text/index.ts';
import { cellText, readTable, room, writeTable, type Cell, type Position, type ReadOptions } from './index.ts';

const NIK = '3175074508909001';

async function all(bytes: Uint8Array | string, options?: ReadOptions) {
  const table = await readTable(
    { name: 'berkas', bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes },
    options,
  );
  const rows: (readonly Cell[])[] = [];
  const numbers: number[] = [];
  const ragged: number[] = [];
  for await (const batch of table.rows) {
    ragged.push(...batch.ragged.map((i) => batch.numbers[i]!));
    rows.push(...batch.rows);
    numbers.push(...batch.numbers);
  }
  return { ...table, rows, numbers, ragged };
}

async function written(given: Parameters<typeof writeTable>[0]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of writeTable(given)) parts.push(part);
  return Buffer.concat(parts);
}

async function refusalOf(bytes: Uint8Array | string, options?: ReadOptions): Promise<string> {
  return all(bytes, options).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
}

describe('a CSV', () => {
  it.each([',', ';', '\t', '|'])('is read with %j between its cells', async (mark) => {
    const text = `NIK|NAMA|KOTA\n${NIK}|SITI, S.|BATU\n`.replaceAll('|', mark === ',' ? ';' : mark);
    const { columns, rows } = await all(text);
    expect(columns).toEqual(['NIK', 'NAMA', 'KOTA']);
    expect(rows).toEqual([[NIK, 'SITI, S.', 'BATU']]);
  });

  const text = 'NAMA,KOTA\r\nJosé,Jémber\r\nSITI,BATU\r\n';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('is read in %s, its mark no part of the first column', async (_, bytes) => {
    const { columns, rows } = await all(bytes);
    expect(columns).toEqual(['NAMA', 'KOTA']);
    expect(rows).toEqual([
      ['José', 'Jémber'],
      ['SITI', 'BATU'],
    ]);
  });

  it('keeps the numbers of its rows when some are blank, and says which have not as many cells as columns', async () => {
    const { rows, numbers, ragged } = await all('A,B,C\n1,2,3\n\n4,5\n6,7,8,9\n,,\n1,2,3\n');
    expect(rows).toHaveLength(5);
    expect(numbers).toEqual([2, 4, 5, 6, 7]);
    expect(ragged).toEqual([4, 5]);
  });

  it('is read with old line ends, a title left blank above it, one column, and no row at all', async () => {
    expect((await all('A,B\r1,2\r3,4\r')).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect((await all('\n\nA,B\n1,2\n')).numbers).toEqual([4]);
    expect((await all(`NIK\n${NIK}\n`)).rows).toEqual([[NIK]]);
    expect((await all('A,B\n')).rows).toEqual([]);
  });

  it('gives back what was written, whatever stands in the cells', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: fc.constantFrom('A', ' ', '"', ',', ';', '\n', '\r\n', 'é', '1', "'") })
        .map((text) => (/^[\r\n]/.test(text) ? `A${text}` : text)),
      fc.constantFrom('JL. "MAWAR"', '"', '""', 'a"b'),
    );
    const row = fc.tuple(fc.constant('x'), cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const bytes = await written({ format: 'csv', columns: ['A', 'B', 'C'], rows });
        expect((await all(bytes)).rows).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it('may name its delimiter in a first row, as spreadsheets do', async () => {
    const { columns, rows, numbers } = await all('sep=;\r\nNIK;A,B,C,D\r\n1;2\r\n');
    expect(columns).toEqual(['NIK', 'A,B,C,D']);
    expect(rows).toEqual([['1', '2']]);
    expect(numbers).toEqual([3]);
  });

  it('reads quotes inside an unquoted cell as they stand', async () => {
    expect((await all('A,B\nJL. "MAWAR" 5,5" PIPA\nx,"a\nb"\ny,z\n')).rows).toEqual([
      ['JL. "MAWAR" 5', '5" PIPA'],
      ['x', 'a\nb'],
      ['y', 'z'],
    ]);
  });

  it('can be read on from any batch, plain or quoted, in any encoding', async () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, i) => `${i},${i % 7 === 0 ? '"é, baru"' : 'lama'},${'x'.repeat(i % 90)}`,
    );
    const plain = lines.map((line) => line.replaceAll('"é, baru"', 'baru'));
    for (const [body, encoding] of [
      [lines, 'utf8'],
      [plain, 'utf8'],
      [lines, 'utf16le'],
    ] as const) {
      const bytes = Buffer.from(`\ufeffA,B,C\n${body.join('\n')}\n`, encoding);
      const positions: Position[] = [];
      const first: string[] = [];
      for await (const batch of (await readTable({ name: 'x', bytes })).rows) {
        first.push(...batch.rows.map((row) => row.join()));
        positions.push(batch.next);
      }
      expect(first).toHaveLength(60_000);
      expect(positions.length).toBeGreaterThan(2);
      const resume = positions[1]!;
      const rest = await all(bytes, { resume });
      expect(rest.numbers[0]).toBe(resume.row);
      expect(rest.rows.map((row) => row.join())).toEqual(first.slice(resume.row - 2));
    }
  });
});

describe('a file that is no whole table is refused by name', () => {
  it.each([
    ['an empty file', '', 'table.empty'],
    ['blank lines only', '\n\n \n', 'table.empty'],
    ['a PDF', '%PDF-1.7\n1,2', 'table.not_a_table'],
    ['a web page', '<!DOCTYPE html><table>', 'table.not_a_table'],
    ['JSON', '{"nik": "x", "a": 1}', 'table.not_a_table'],
    ['bytes', Buffer.from([1, 2, 0, 3, 9, 0, 1]), 'table.not_a_table'],
    ['a row that stops early', `NIK,NAMA,KOTA\n${NIK},SITI,BATU\n${NIK},SI`, 'table.cut'],
    ['a quoted cell that stops early', `NIK,NAMA\n${NIK},"SITI`, 'table.cut'],
    ['half a letter of UTF-16', Buffer.from('\ufeffA,B\n1,2', 'utf16le').subarray(0, -1), 'table.cut'],
    ['an old workbook with a password', ole('EncryptedPackage'), 'table.encrypted'],
    ['an archive of something else', zip({ 'photo.txt': 'x' }), 'table.not_a_table'],
    [
      'ODS with a password',
      zip({ 'content.xml': '', 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
      'table.encrypted',
    ],
    ['an archive without its end', zip({ 'xl/workbook.xml': 'x'.repeat(500) }).subarray(0, 300), 'table.cut'],
    ['a workbook of nonsense', zip({ 'xl/workbook.xml': 'nonsense' }), 'table.unreadable'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('a quotation mark that is never closed, before all memory is read', async () => {
    const body = `A,B\n1,"2\n${'3,4\n'.repeat(2_500_000)}`;
    expect(await refusalOf(body)).toBe('table.broken_quotes');
  });

  it('more bytes, rows, columns or unpacked bytes than the limits', async () => {
    const text = `A,B\n${'1,2\n'.repeat(100)}`;
    expect(await refusalOf(text, { limits: { bytes: 50 } })).toBe('table.too_large');
    expect(await refusalOf(text, { limits: { rows: 99 } })).toBe('table.too_large');
    expect(await refusalOf(text, { limits: { rows: 100 } })).toBe('read');
    expect(await refusalOf(text, { limits: { columns: 1 } })).toBe('table.too_large');
    const book = await written({ format: 'xlsx', columns: ['A'], rows: Array.from({ length: 100 }, () => ['x']) });
    expect(await refusalOf(book, { limits: { workbookBytes: 100 } })).toBe('table.too_large');
    expect(await refusalOf(book, { limits: { unpackedBytes: 1000 } })).toBe('table.too_large');
    expect(await refusalOf(book, { limits: { rows: 99 } })).toBe('table.too_large');
    expect(await refusalOf(book, { limits: { rows: 100 } })).toBe('read');
  });

  it('in both languages, with the name of the file', () => {
    const texts = speaker([room.texts!]);
    for (const code of Object.keys(room.refusals!)) {
      expect(texts.has(code)).toBe(true);
      for (const language of ['id', 'en'] as const) {
        const text = texts.say(language, code, {
          name: 'a.csv',
          row: '3',
          what: '2',
          limit: 1000,
          sheet: 's',
          sheets: 't',
        });
        expect(text).not.toContain('{');
        if (code !== 'table.too_many_rows') expect(text).toMatch(/a\.csv/);
      }
    }
    expect(Object.keys(room.texts!.en)).toEqual(Object.keys(room.texts!.id));
  });
});

describe.each(['xlsx', 'ods'] as const)('a workbook (%s)', (format) => {
  it('keeps NIKs of a text column as text, 91-96 and leading zeros too, and numbers as numbers', async () => {
    const rows = [
      ['9101014508909001', 1500, null, 'I WAYAN'],
      ['0931074508909001', 0.5, 'x', '=1+1'],
    ];
    const columns = ['NIK', { name: 'JUMLAH', kind: 'auto' as const }, 'KET', 'NAMA'];
    const read = await all(await written({ format, columns, rows, sheet: 'Penduduk' }));
    expect(read.format).toBe(format);
    expect(read.sheet).toBe('Penduduk');
    expect(read.columns).toEqual(['NIK', 'JUMLAH', 'KET', 'NAMA']);
    expect(read.rows).toEqual(rows);
    expect(read.numbers).toEqual([2, 3]);
  });

  it('shows a NIK that was typed as a number as one, and a day as YYYY-MM-DD', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['DAFTAR'],
      [],
      ['NIK', 'LAHIR', 'NAMA'],
      [Number('9101014508909001'), 29586, 'SITI'],
      [],
      ['x', null, 'y'],
    ]);
    (sheet['B4'] as XLSX.CellObject).z = 'dd-mm-yyyy';
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([]), 'Kosong');
    XLSX.utils.book_append_sheet(book, sheet, 'Data');
    const bytes = XLSX.write(book, { bookType: format, type: 'buffer' }) as Buffer;
    const read = await all(bytes);
    expect(read.sheet).toBe('Data');
    expect(read.sheets).toEqual(['Kosong', 'Data']);
    expect(read.columns).toEqual(['NIK', 'LAHIR', 'NAMA']);
    expect(typeof read.rows[0]![0]).toBe('number');
    expect(read.rows[0]![1]).toBe('1980-12-31');
    expect(read.numbers).toEqual([4, 6]);
    expect(read.rows[1]).toEqual(['x', null, 'y']);
    expect(await refusalOf(bytes, { sheet: 'Kosong' })).toBe('table.empty');
    expect(await refusalOf(bytes, { sheet: 'Lain' })).toBe('table.unknown_sheet');
  });

  it('is read in batches and on from any of them', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`${i}`, 'x']);
    const bytes = await written({ format, columns: ['A', 'B'], rows });
    const positions: Position[] = [];
    for await (const batch of (await readTable({ name: 'x', bytes })).rows) positions.push(batch.next);
    expect(positions.length).toBe(3);
    const rest = await all(bytes, { resume: positions[0]! });
    expect(rest.rows).toEqual(rows.slice(positions[0]!.row - 2));
  });
});

describe('an old XLS', () => {
  it('is read too', async () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([
        ['NIK', 'NAMA'],
        [NIK, 'SITI'],
      ]),
      'Data',
    );
    const read = await all(XLSX.write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer);
    expect(read.format).toBe('xls');
    expect(read.rows).toEqual([[NIK, 'SITI']]);
  });
});

describe('what is written', () => {
  it('never becomes a formula in a spreadsheet', async () => {
    const rows = [
      ['=cmd()', '+62', '-1', '@x', '\tx', 'a=b'],
      [-5, true, null, '', 'x', 'y'],
    ] as Cell[][];
    const text = (await written({ format: 'csv', columns: ['=A', 'B', 'C', 'D', 'E', 'F'], rows })).toString();
    expect(text).toBe("'=A,B,C,D,E,F\n'=cmd(),'+62,'-1,'@x,'\tx,a=b\n-5,true,,,x,y\n");
  });

  it('shows whole numbers without an exponent', () => {
    expect(cellText(Number('3175074508909001'))).toBe('3175074508909001');
    expect(cellText(1e20)).toBe('100000000000000000000');
    expect(cellText(0.5)).toBe('0.5');
    expect(cellText(null)).toBe('');
    expect(cellText(undefined)).toBe('');
  });
});

describe('a file on disk', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jatidiri-table-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is read like one in memory, and left when the loop is left', async () => {
    const path = join(folder, 'a.csv');
    await writeFile(path, `A,B\n${'1,2\n'.repeat(500_000)}`);
    for await (const batch of (await readTable({ name: 'a.csv', path })).rows) {
      expect(batch.rows[0]).toEqual(['1', '2']);
      break;
    }
    let count = 0;
    for await (const { rows } of (await readTable({ name: 'a.csv', path })).rows) count += rows.length;
    expect(count).toBe(500_000);
  });
});

/** An archive whose entries are stored unpacked. */
function zip(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(text.length, 18);
    head.writeUInt32LE(text.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(text.length, 20);
    entry.writeUInt32LE(text.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, Buffer.from(name), Buffer.from(text));
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + text.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** The container of old workbooks, with the name of one stream. */
function ole(stream: string): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from(stream, 'utf16le').copy(bytes, 1024);
  return bytes;
}
