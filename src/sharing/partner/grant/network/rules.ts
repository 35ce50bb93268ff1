/** Networks as agreements name them (RFC 4632, RFC 4291). Pure and safe in a browser, which `node:net` is not. */

export interface Network {
  readonly family: 4 | 6;
  readonly base: bigint;
  readonly bits: number;
}

interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

const SIZE = { 4: 32, 6: 128 } as const;

/** `203.0.113.0/24`, `2001:db8::/32`, or an address alone. `null` for anything else, also where bits beyond the prefix are set. */
export function readNetwork(text: string): Network | null {
  const match = /^([0-9a-fA-F:.]{2,45})(?:\/([0-9]{1,3}))?$/.exec(text);
  const address = match && readPlain(match[1]!);
  if (!address) return null;
  const size = SIZE[address.family];
  const bits = match[2] === undefined ? size : Number(match[2]);
  if (bits > size) return null;
  const rest = BigInt(size - bits);
  return (address.value >> rest) << rest === address.value
    ? { family: address.family, base: address.value, bits }
    : null;
}

export function readAddress(text: string): Address | null {
  const address = readPlain(text);
  // How a socket that speaks both writes a caller of the older kind: ::ffff:203.0.113.9.
  if (address?.family === 6 && address.value >> 32n === 0xffffn)
    return { family: 4, value: address.value & 0xffff_ffffn };
  return address;
}

export function contains({ family, base, bits }: Network, address: Address): boolean {
  if (family !== address.family) return false;
  const rest = BigInt(SIZE[family] - bits);
  return base >> rest === address.value >> rest;
}

function readPlain(text: string): Address | null {
  const value = text.includes(':') ? readSix(text) : readFour(text);
  return value === null ? null : { family: text.includes(':') ? 6 : 4, value };
}

function readFour(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256))
    return null;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function readSix(text: string): bigint | null {
  const [plain, tail] = withoutFour(text);
  if (tail === undefined) return null;
  const halves = plain.split('::');
  if (halves.length > 2) return null;
  const [left, right] = [wordsOf(halves[0]!), halves.length === 2 ? wordsOf(halves[1]!) : []];
  if (left === null || right === null) return null;
  const gap = 8 - left.length - right.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return null;
  const words = [...left, ...Array.from({ length: gap }, () => 0n), ...right, ...tail];
  return words.reduce((value, word) => (value << 16n) | word, 0n);
}

/** The last 32 bits may be written as an address of version 4. */
function withoutFour(text: string): [plain: string, tail: bigint[] | undefined] {
  if (!text.includes('.')) return [text, []];
  const at = text.lastIndexOf(':');
  const four = readFour(text.slice(at + 1));
  if (four === null) return [text, undefined];
  // The colon before it belongs to the gap where there is one.
  const plain = text.slice(0, text[at - 1] === ':' ? at + 1 : at);
  return [plain, [four >> 16n, four & 0xffffn]];
}

function wordsOf(text: string): bigint[] | null {
  if (text === '') return [];
  const words = text.split(':');
  return words.every((word) => /^[0-9a-fA-F]{1,4}$/.test(word)) ? words.map((word) => BigInt(`0x${word}`)) : null;
}
