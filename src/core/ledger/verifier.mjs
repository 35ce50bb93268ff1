#!/usr/bin/env node
// Checks a log of Jatidiri. Needs nothing but node: no package, no file of the system beside this one.
//
//   node verifier.mjs FOLDER [--against CHECKPOINT]...          an exported log; no network
//   node verifier.mjs --from ADDRESS --keep FOLDER              the public log of a running system
//   node verifier.mjs --proof FILE [--key FILE] [--against CHECKPOINT]     one entry that concerns you; no network
//
// The first recomputes every leaf from the entry bundles, the tree from the leaves (RFC 6962), compares it with every tile (C2SP
// tlog-tiles), and with the signed checkpoint of the folder and those given (C2SP tlog-checkpoint, signed-note).
// Give your own checkpoints: the one in the folder was chosen by whoever gave you the folder. Exit code 0 when all holds.
//
// The second fetches the checkpoint and the hashes of all entries (not what they say), recomputes the tree, and compares it with the
// checkpoint and with all that it kept in FOLDER at earlier times; then it keeps the new one too. Whoever runs it now and
// then is a witness: no entry that he has seen counted can be changed, removed or slipped in without his noticing.
//
// The third checks the file that a person keeps of one look at his data: that the checkpoint is signed, that the entry lies under its
// root, and that the entry commits to this person and to what the file says was looked at. Give the log's key, or a checkpoint of the same
// size, from another place than the file: those in the file were chosen by whoever made it. A proof that a row is in a list is checked so too.
//
// After a restore that lost signed entries a log may have been ended, and another begun with what was left. Then both name the
// logs before: each end is an entry of the next log, signed with the ended log's key. A checkpoint of an ended log
// holds as far as that log was kept; one that saw more is told what became of the rest, and is not satisfied.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The text of a note, if `key` has signed it. */
function openNote(note, key, from) {
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
  return text;
}

function openCheckpoint(note, key, from) {
  const [origin, size, root] = openNote(note, key, from).split('\n');
  demand(origin === key.name && /^(0|[1-9]\d*)$/.test(size), `${from}: not a checkpoint of ${key.name}`);
  return { origin, size: Number(size), root: fromBase64(root, from), from };
}

/** The ended logs, oldest first: how much each had signed, and how much of it the log of now begins with. */
function readFormer(texts) {
  const logs = texts.map(({ key: line, checkpoint, begun }) => {
    const key = readKey(line);
    const signed = openCheckpoint(checkpoint, key, `the end of ${key.name}`);
    const entry = openNote(begun, key, `the end of ${key.name}`).trimEnd();
    const { facts } = JSON.parse(entry);
    const names = facts.formerOrigin === key.name && facts.formerSize === signed.size;
    demand(names && facts.formerRoot === signed.root.toString('base64'), `the end of ${key.name} names another log`);
    const start = { size: facts.kept, root: fromBase64(facts.keptRoot, key.name), from: `the end of ${key.name}` };
    return { key, line: line.trim(), signed, entry, start, next: facts.origin };
  });
  const keptOf = (at) => Math.min(...logs.slice(at).map(({ start }) => start.size));
  return logs.map((log, at) => ({
    ...log,
    kept: keptOf(at),
    standing: at === logs.length - 1 || log.start.size < keptOf(at + 1),
  }));
}

/** Opens a note of the log of now or of one before it, of which no more may have been seen than was kept. */
function openKnown(note, key, former, from) {
  const ended = former.find((log) => log.key.name === note.split('\n', 1)[0]);
  if (!ended) return openCheckpoint(note, key, from);
  const seen = openCheckpoint(note, ended.key, from);
  const what = `${ended.key.name} was ended when it had ${ended.signed.size} entries`;
  demand(
    seen.size <= ended.kept,
    `${from}: ${seen.size} entries were signed; ${what}; only the first ${ended.kept} were kept`,
  );
  return seen;
}

function* leavesOfFolder(folder, size) {
  for (let start = 0; start < size; start += WIDTH) {
    const width = Math.min(WIDTH, size - start);
    const path = tilePath('entries', start / WIDTH, width);
    const bundle = read(folder, path);
    let at = 0;
    const leaves = [];
    for (let i = 0; i < width; i++) {
      demand(at + 2 <= bundle.length, `${path} holds too few entries`);
      const end = at + 2 + bundle.readUInt16BE(at);
      demand(end <= bundle.length, `${path} ends inside an entry`);
      leaves.push(leafHash(bundle.subarray(at + 2, end)));
      at = end;
    }
    demand(at === bundle.length, `${path} holds more than its entries`);
    yield leaves;
  }
}

async function fetched(address, path) {
  for (;;) {
    const answer = await fetch(`${address}/v1/ledger/${path}`);
    if (answer.ok) return Buffer.from(await answer.arrayBuffer());
    demand(answer.status === 429 || answer.status === 503, `${path} is not there (${answer.status})`);
    await new Promise((again) => setTimeout(again, 1000 * (Number(answer.headers.get('retry-after')) || 1)));
  }
}

async function* leavesOfAddress(address, size) {
  for (let start = 0; start < size; start += WIDTH) {
    const width = Math.min(WIDTH, size - start);
    const path = tilePath(0, start / WIDTH, width);
    const tile = await fetched(address, path);
    // While we read, a tile may have grown.
    demand(tile.length >= width * 32 && tile.length % 32 === 0, `${path} holds too few hashes`);
    yield Array.from({ length: width }, (_, i) => tile.subarray(i * 32, i * 32 + 32));
  }
}

/**
 * Keeps the complete subtrees of the right edge; compares the root at each checkpoint's size, and each tile with what
 * `tileOf` gives, where it gives any.
 */
async function check(bundles, checkpoints, former, tileOf) {
  const begun = new Map(
    former.filter((log) => log.standing).map((log) => [log.start.size, leafHash(Buffer.from(log.entry))]),
  );
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
  const compareTile = (path, tile) =>
    demand(!tileOf || tileOf(path).equals(Buffer.concat(tile)), `${path} is not the tile of these entries`);
  const place = (level, index, hash) => {
    const tile = (tiles[level] ??= []);
    tile.push(hash);
    if (tile.length < WIDTH) return;
    const path = tilePath(level, Math.floor(index / WIDTH), WIDTH);
    compareTile(path, tile);
    tiles[level] = [];
  };
  compare();
  const push = (leaf) => {
    demand(begun.get(size)?.equals(leaf) ?? true, `entry ${size} is not the one that began this log`);
    let hash = leaf;
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
  };
  for await (const leaves of bundles(last.size)) leaves.forEach(push);
  tiles.forEach((tile, level) => {
    if (tile.length === 0) return;
    const path = tilePath(level, Math.floor(size / WIDTH ** (level + 1)), tile.length);
    compareTile(path, tile);
  });
  return { size, root: root().toString('base64') };
}

async function checkFolder(folder, given) {
  const key = readKey(read(folder, 'key').toString());
  const former = existsSync(join(folder, 'former.json')) ? readFormer(JSON.parse(read(folder, 'former.json'))) : [];
  const own = openCheckpoint(read(folder, 'checkpoint').toString(), key, 'checkpoint');
  const others = given.map((path) => openKnown(readFileSync(path, 'utf8'), key, former, path));
  return checkAll({
    bundles: (size) => leavesOfFolder(folder, size),
    own,
    others,
    former,
    tileOf: (path) => read(folder, path),
  });
}

async function checkAddress(address, keep) {
  mkdirSync(keep, { recursive: true });
  const keyText = (await fetched(address, 'key')).toString();
  const former = readFormer(JSON.parse((await fetched(address, 'former')).toString()));
  const keyFile = join(keep, 'key');
  const known = existsSync(keyFile) ? readFileSync(keyFile, 'utf8').trim() : null;
  const ours = [keyText.trim(), ...former.map((log) => log.line)];
  demand(known === null || ours.includes(known), 'the key is not the one you kept');
  const key = readKey(keyText);
  const note = (await fetched(address, 'checkpoint')).toString();
  const own = openCheckpoint(note, key, 'checkpoint');
  const others = readdirSync(keep)
    .filter((name) => /^\d+\.checkpoint$/.test(name))
    .map((name) => openKnown(readFileSync(join(keep, name), 'utf8'), key, former, join(keep, name)));
  const checked = await checkAll({ bundles: (size) => leavesOfAddress(address, size), own, others, former });
  writeFileSync(keyFile, keyText);
  writeFileSync(join(keep, `${own.size}.checkpoint`), note);
  return checked;
}

async function checkAll({ bundles, own, others, former, tileOf }) {
  const longer = others.find((checkpoint) => checkpoint.size > own.size);
  demand(!longer, `${longer?.from}: ${longer?.size} entries were signed, the log holds ${own.size}`);
  former.forEach((log, at) => {
    const after = former[at + 1]?.key.name ?? own.origin;
    demand(log.next === after, `the log after ${log.key.name} is ${log.next}, not ${after}`);
  });
  const starts = former.filter((log) => log.standing).map((log) => log.start);
  const checkpoints = [...others, own, ...starts].sort((a, b) => a.size - b.size);
  const checked = await check(bundles, checkpoints, former, tileOf);
  const ended = former.map(({ key, signed, kept }) => ({ origin: key.name, size: signed.size, kept }));
  return { ...checked, checkpoints: others.length + 1, ...(ended.length > 0 && { former: ended }) };
}

/** RFC 9162 section 2.1.3.2: the root that a leaf and the hashes beside its way lead to. */
function rootFrom(leaf, index, size, path, what) {
  demand(Number.isSafeInteger(index) && index >= 0 && index < size, `${what}: no such place`);
  let [at, last, node] = [index, size - 1, leaf];
  for (const beside of path) {
    demand(last > 0, `${what}: the proof is too long`);
    if (at % 2 === 1 || at === last) {
      node = nodeHash(beside, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else node = nodeHash(node, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  demand(last === 0, `${what}: the proof is too short`);
  return node;
}

function hashesOf(texts, what) {
  demand(Array.isArray(texts), `${what}: no list of hashes`);
  return texts.map((text) => fromBase64(text, what));
}

const SUBJECT = Buffer.from('\0jatidiri.subject.v1\0', 'latin1');

/** That the entry commits to this person and this detail. */
function checkOpening(entry, { nik, detail, salt, index, path }, what) {
  demand(/^[0-9]{16}$/.test(nik), `${what}: no NIK`);
  const bytes = fromBase64(salt, what);
  demand(bytes.length === 32, `${what}: no salt`);
  const leaf = sha256(SUBJECT, bytes, Buffer.from(nik), Buffer.from(detail ?? ''));
  const root = rootFrom(leaf, index, entry.count, hashesOf(path, what), what);
  demand(
    root.toString('base64') === entry.subjects,
    `${what}: the entry does not commit to this person and this detail`,
  );
}

/** The checkpoint of a proof, held against those that were given. */
function openOwn({ key: line, checkpoint }, keyFile, against) {
  const key = readKey(keyFile ? readFileSync(keyFile, 'utf8') : String(line));
  const own = openCheckpoint(String(checkpoint), key, 'the checkpoint');
  for (const path of against) {
    const other = openCheckpoint(readFileSync(path, 'utf8'), key, path);
    const same = other.size !== own.size || other.root.equals(own.root);
    demand(same, `${path}: another log of ${own.size} entries was signed`);
  }
  return own;
}

function mustContain(own, leaf, seq, path) {
  const root = rootFrom(leaf, seq, own.size, hashesOf(path, 'the entry'), 'the entry');
  demand(root.equals(own.root), 'the log that was signed does not contain this entry');
}

/** That a row is in a list: under the root of its place, that under the root of the list, which an entry of the log names. */
function checkMember({ row, salt, place, list, log }, keyFile, against) {
  const own = openOwn(log, keyFile, against);
  const leaf = leafHash(Buffer.concat([fromBase64(salt, 'the salt'), Buffer.from(row)]));
  const under = rootFrom(leaf, place.index, place.size, hashesOf(place.path, 'the row'), 'the row').toString('hex');
  const [n, , , said] = place.line.split(',').slice(-4);
  demand(said === under && Number(n) === place.size, 'the row does not lie under the root of its place');
  const lineLeaf = leafHash(Buffer.from(place.line));
  const root = rootFrom(lineLeaf, list.index, list.size, hashesOf(list.path, 'the place'), 'the place').toString('hex');
  const entry = JSON.parse(log.entry);
  demand(root === list.root && entry.facts?.root === root, 'the entry does not name the root of this list');
  mustContain(own, leafHash(Buffer.from(log.entry)), log.seq, log.path);
  const { id, label, at, by } = entry;
  const checked = { seq: log.seq, size: own.size, root: own.root.toString('base64'), log: own.origin };
  return { ...checked, entry: { id, label, at, by }, row, place: place.name, number: place.index + 1, of: place.size };
}

function checkProof(file, keyFile, against) {
  let proof;
  try {
    proof = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Bad(`${file} cannot be read`);
  }
  if (proof?.format === 'jatidiri/member/1') return checkMember(proof, keyFile, against);
  demand(proof?.format === 'jatidiri/look/1', `${file} is not a proof that this file knows`);
  const own = openOwn(proof, keyFile, against);
  const leaf = fromBase64(proof.leafHash, 'the leaf');
  mustContain(own, leaf, proof.seq, proof.inclusion);
  const checked = { seq: proof.seq, size: own.size, root: own.root.toString('base64'), log: own.origin };
  if (proof.entry === null) return { ...checked, entry: 'closed' };
  demand(leafHash(Buffer.from(proof.entry)).equals(leaf), 'the entry is not the one that the log contains');
  const entry = JSON.parse(proof.entry);
  const opened = proof.openings.filter(({ path }) => path !== null);
  opened.forEach((opening, n) => checkOpening(entry, opening, `person ${n + 1}`));
  const { id, label, at, by } = entry;
  return { ...checked, entry: { id, label, at, by }, person: opened.length > 0 ? 'committed to' : 'not shown' };
}

function readProofOptions([file, ...rest]) {
  const names = rest.filter((_, i) => i % 2 === 0);
  const of = (name) => rest.filter((_, i) => i % 2 === 1 && rest[i - 1] === name);
  if (!file || rest.length % 2 === 1 || names.some((name) => name !== '--key' && name !== '--against')) return null;
  return async () => checkProof(file, of('--key')[0] ?? null, of('--against'));
}

function readOptions([first, ...rest]) {
  if (first === '--proof') return readProofOptions(rest);
  if (first === '--from') {
    const [address, keepWord, keep, ...more] = rest;
    if (!URL.canParse(address ?? '') || keepWord !== '--keep' || !keep || more.length > 0) return null;
    return () => checkAddress(address.replace(/\/+$/, ''), keep);
  }
  const given = rest.filter((_, i) => rest[i - 1] === '--against');
  if (!first || first.startsWith('-') || rest.length !== given.length * 2) return null;
  return () => checkFolder(first, given);
}

async function main(options) {
  const run = readOptions(options);
  if (!run) {
    stdout.write('node verifier.mjs FOLDER [--against CHECKPOINT]...\n');
    stdout.write('node verifier.mjs --from ADDRESS --keep FOLDER\n');
    stdout.write('node verifier.mjs --proof FILE [--key FILE] [--against CHECKPOINT]...\n');
    return 2;
  }
  try {
    stdout.write(`${JSON.stringify({ ok: true, ...(await run()) })}\n`);
    return 0;
  } catch (fault) {
    if (!(fault instanceof Bad)) throw fault;
    stdout.write(`${JSON.stringify({ ok: false, bad: fault.message })}\n`);
    return 1;
  }
}

exit(await main(argv.slice(2)));
