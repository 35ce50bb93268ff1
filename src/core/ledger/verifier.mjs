#!/usr/bin/env node
// Checks an exported log of Jatidiri. Needs nothing but node: no package, no network, no file of the system beside this one.
//
//   node verifier.mjs FOLDER [--against CHECKPOINT]...
//
// Recomputes every leaf from the entry bundles, the tree from the leaves (RFC 6962), compares it with every tile (C2SP
// tlog-tiles), and with the signed checkpoint of the folder and those given (C2SP tlog-checkpoint, signed-note).
// Give your own checkpoints: the one in the folder was chosen by whoever gave you the folder. Exit code 0 when all holds.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stdout } from 'node:process';

const WIDTH = 256;
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (entry) => sha256(Buffer.of(0), entry);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

class Bad extends Error {}
const demand = (holds, what) => {
  if (!holds) throw new Bad(what);
};

function fromBase64(text, what) {
  const bytes = Buffer.from(text ?? '', 'base64');
  demand(bytes.toString('base64') === text, `${what}: not base64`);
  return bytes;
}

function tilePath(level, index, width) {
  const digits = String(index);
  const parts = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g);
  const path = parts.map((part, i) => (i < parts.length - 1 ? `x${part}` : part)).join('/');
  return `tile/${level}/${path}${width < WIDTH ? `.p/${width}` : ''}`;
}

function read(folder, path) {
  demand(existsSync(join(folder, path)), `${path} is missing`);
  return readFileSync(join(folder, path));
}

function readKey(text) {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  demand(name, 'the key cannot be read');
  const bytes = fromBase64(base64, 'the key');
  demand(bytes.length === 33 && bytes[0] === 1, 'the key is not an Ed25519 key');
  demand(sha256(`${name}\n`, bytes).toString('hex', 0, 4) === id, 'the key does not have its id');
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  return { name, id: Buffer.from(id, 'hex'), publicKey };
}

function openCheckpoint(note, key, from) {
  const cut = note.lastIndexOf('\n\n');
  demand(cut > 0, `${from}: not a signed note`);
  const text = note.slice(0, cut + 1);
  const signatures = note
    .slice(cut + 2)
    .split('\n')
    .map((line) => /^— (\S+) (\S+)$/u.exec(line))
    .filter((parts) => parts?.[1] === key.name)
    .map((parts) => fromBase64(parts[2], from))
    .filter((bytes) => bytes.subarray(0, 4).equals(key.id));
  demand(signatures.length > 0, `${from}: not signed by ${key.name}`);
  for (const bytes of signatures) {
    demand(verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4)), `${from}: a signature does not hold`);
  }
  const [origin, size, root] = text.split('\n');
  demand(origin === key.name && /^(0|[1-9]\d*)$/.test(size), `${from}: not a checkpoint of ${key.name}`);
  return { size: Number(size), root: fromBase64(root, from), from };
}

function* entriesOf(folder, size) {
  for (let start = 0; start < size; start += WIDTH) {
    const width = Math.min(WIDTH, size - start);
    const path = tilePath('entries', start / WIDTH, width);
    const bundle = read(folder, path);
    let at = 0;
    for (let i = 0; i < width; i++) {
      demand(at + 2 <= bundle.length, `${path} holds too few entries`);
      const end = at + 2 + bundle.readUInt16BE(at);
      demand(end <= bundle.length, `${path} ends inside an entry`);
      yield bundle.subarray(at + 2, end);
      at = end;
    }
    demand(at === bundle.length, `${path} holds more than its entries`);
  }
}

/** Keeps the complete subtrees of the right edge, and hands out each that completes a place in a tile. */
function check(folder, checkpoints) {
  const last = checkpoints.at(-1);
  const edge = [];
  const tiles = [];
  let size = 0;
  let next = 0;
  const root = () => edge.reduceRight((right, left) => (right ? nodeHash(left, right) : left), null) ?? sha256();
  const compare = () => {
    for (; checkpoints[next]?.size === size; next++) {
      const { root: claimed, from } = checkpoints[next];
      demand(root().equals(claimed), `${from}: the first ${size} entries are not those that were signed`);
    }
  };
  const place = (level, index, hash) => {
    const tile = (tiles[level] ??= []);
    tile.push(hash);
    if (tile.length < WIDTH) return;
    const path = tilePath(level, Math.floor(index / WIDTH), WIDTH);
    demand(read(folder, path).equals(Buffer.concat(tile)), `${path} is not the tile of these entries`);
    tiles[level] = [];
  };
  compare();
  for (const entry of entriesOf(folder, last.size)) {
    let hash = leafHash(entry);
    let index = size;
    place(0, index, hash);
    for (let height = 1; index % 2 === 1; height++) {
      hash = nodeHash(edge.pop(), hash);
      index = (index - 1) / 2;
      if (height % 8 === 0) place(height / 8, index, hash);
    }
    edge.push(hash);
    size += 1;
    compare();
  }
  tiles.forEach((tile, level) => {
    if (tile.length === 0) return;
    const path = tilePath(level, Math.floor(size / WIDTH ** (level + 1)), tile.length);
    demand(read(folder, path).equals(Buffer.concat(tile)), `${path} is not the tile of these entries`);
  });
  return { size, root: root().toString('base64') };
}

function main([folder, ...options]) {
  const given = options.filter((_, i) => options[i - 1] === '--against');
  if (!folder || options.length !== given.length * 2) {
    stdout.write('node verifier.mjs FOLDER [--against CHECKPOINT]...\n');
    return 2;
  }
  try {
    const key = readKey(read(folder, 'key').toString());
    const own = openCheckpoint(read(folder, 'checkpoint').toString(), key, 'checkpoint');
    const others = given.map((path) => openCheckpoint(readFileSync(path, 'utf8'), key, path));
    const longer = others.find((checkpoint) => checkpoint.size > own.size);
    demand(!longer, `${longer?.from}: ${longer?.size} entries were signed, the folder holds ${own.size}`);
    const checked = check(
      folder,
      [...others, own].sort((a, b) => a.size - b.size),
    );
    stdout.write(`${JSON.stringify({ ok: true, ...checked, checkpoints: given.length + 1 })}\n`);
    return 0;
  } catch (fault) {
    if (!(fault instanceof Bad)) throw fault;
    stdout.write(`${JSON.stringify({ ok: false, bad: fault.message })}\n`);
    return 1;
  }
}

exit(main(argv.slice(2)));
