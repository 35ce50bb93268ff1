import { inflateRawSync } from 'node:zlib';
import { refuse } from './refusals.ts';
import type { TableFormat, TableLimits } from './table.ts';

const starts = (bytes: Buffer, ...with_: number[]) => with_.every((byte, i) => bytes[i] === byte);

/** What the first bytes say: an archive, an old workbook, or text. Refuses what is plainly something else. */
export function kindOf(head: Buffer, name: string): 'zip' | 'ole' | 'text' {
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'ole';
  const start = head.subarray(0, 64).toString('latin1').trimStart().toLowerCase();
  const other = [
    '%pdf',
    '\x89png',
    'gif8',
    '\xff\xd8\xff',
    '<!doctype',
    '<html',
    '<?xml',
    '{\\rtf',
    '{"',
    '[{',
    'rar!',
    '7z\xbc',
  ];
  if (other.some((mark) => start.startsWith(mark))) throw refuse('table.not_a_table', { values: { name } });
  const utf16 = starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff) || looksLikeUtf16(head);
  if (!utf16 && head.includes(0)) throw refuse('table.not_a_table', { values: { name } });
  return 'text';
}

function looksLikeUtf16(head: Buffer): boolean {
  const look = head.subarray(0, 512);
  const zeros = [0, 0];
  for (let i = 0; i < look.length; i++) if (look[i] === 0) zeros[i % 2]!++;
  return (zeros[0] === 0 || zeros[1] === 0) && zeros[0]! + zeros[1]! > look.length / 4;
}

interface Entry {
  name: string;
  packed: number;
  unpacked: number;
  offset: number;
}

/** Looks at the archive's directory only: what it claims to hold, whether it is whole, and whether it is locked. */
export function checkArchive(bytes: Buffer, name: string, limits: TableLimits): TableFormat {
  const entries = entriesOf(bytes, name);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limits.unpackedBytes) {
    const limit = `${Math.floor(limits.unpackedBytes / 2 ** 20)} MB`;
    throw refuse('table.too_large', { values: { name, what: `${Math.ceil(unpacked / 2 ** 20)} MB`, limit } });
  }
  if (entries.some((entry) => entry.name === 'EncryptedPackage')) throw refuse('table.encrypted', { values: { name } });
  const manifest = entries.find((entry) => entry.name === 'META-INF/manifest.xml');
  if (manifest && contentOf(bytes, manifest).includes('encryption-data')) {
    throw refuse('table.encrypted', { values: { name } });
  }
  if (entries.some((entry) => entry.name === 'xl/workbook.xml' || entry.name === 'xl/workbook.bin')) return 'xlsx';
  if (entries.some((entry) => entry.name === 'content.xml')) return 'ods';
  throw refuse('table.not_a_table', { values: { name } });
}

/** The central directory (APPNOTE 4.3.12) stands at the end: an archive that was cut has none. */
function entriesOf(bytes: Buffer, name: string): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > bytes.length) throw refuse('table.cut', { values: { name, row: 'unknown' } });
  let at = bytes.readUInt32LE(end + 16);
  const count = bytes.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) {
      throw refuse('table.unreadable', { values: { name }, detail: 'broken archive directory' });
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('latin1', at + 46, at + 46 + nameLength),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function contentOf(bytes: Buffer, entry: Entry): string {
  try {
    const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
    const packed = bytes.subarray(start, start + entry.packed);
    const deflated = bytes.readUInt16LE(entry.offset + 8) === 8;
    return (deflated ? inflateRawSync(packed, { maxOutputLength: 2 ** 20 }) : packed).toString('latin1');
  } catch {
    return '';
  }
}

/** An old workbook, or a new one locked with a password, which stands in the same kind of container. */
export function checkOle(bytes: Buffer, name: string): TableFormat {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw refuse('table.encrypted', { values: { name } });
  return 'xls';
}
