/**
 * `voter verify DIR`: checks a list as it was handed over. Needs no database, and no key of the house. Every file is read once against the
 * manifest; with the commission's private key each is opened, and every row, sex and place is counted anew.
 */
import { createHash, hash, type KeyObject } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { openCheckpoint, parseVerifierLine } from '../../../core/ledger/index.ts';
import { KEY_FILE, MANIFEST } from '../extract/layout.ts';
import { manifestShape, type Manifest, type ManifestFile } from '../extract/manifest.ts';
import { readPlaces } from '../extract/tables.ts';
import { extractRoot, type PlaceLine } from '../extract/tree.ts';
import { refuse } from '../refusals.ts';
import { keyFile, openKey, publicOf, thumbprintOf } from '../seal/commission-key.ts';
import { checkLeaves } from './leaves.ts';
import { recount } from './recount.ts';
import { faultIn, type Fault } from './words.ts';

export interface VerifyGiven {
  readonly dir: string;
  /** The commission's private key: opens the list and counts it anew. */
  readonly key?: KeyObject | undefined;
  /** Without a key too: every root is made again, from the leaves up. */
  readonly roots?: boolean | undefined;
  /** The log's public key as a line, from elsewhere than the list: then the checkpoint in the manifest is checked. */
  readonly logKey?: string | undefined;
  readonly onProgress?: (share: number) => void;
}

export interface Verified {
  readonly ok: boolean;
  readonly extract: string;
  readonly mark: string;
  readonly eligible: number;
  readonly files: number;
  readonly bytes: number;
  readonly root: string;
  /** Compare it with the one in the ledger's entry. */
  readonly manifestSha256: string;
  /** Whether files were opened and counted, or only held against the manifest. */
  readonly opened: boolean;
  readonly checkpoint: 'signed' | 'unchecked' | 'wrong' | 'none';
  readonly faults: readonly Fault[];
  readonly seconds: number;
}

/** Refuses `voter.verify_missing` where there is no manifest. */
export async function verifyExtract(given: VerifyGiven): Promise<Verified> {
  const began = performance.now();
  const dir = resolve(given.dir);
  const { manifest, manifestSha256 } = await readManifest(dir);
  const faults: Fault[] = strangers(dir, manifest);
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) * (given.key ? 2 : 1);
  let read = 0;
  const onBytes = (count: number) => given.onProgress?.((read += count) / Math.max(1, total));
  const whole = new Set<string>();
  const piece = Buffer.allocUnsafe(1 << 20);
  for (const file of manifest.files) {
    const fault = heldAgainst(dir, file, piece, onBytes);
    if (fault) faults.push(fault);
    else whole.add(file.path);
  }
  if (!addsUp(manifest)) faults.push(faultIn(MANIFEST, 'sums'));
  const checkpoint = checkpointOf(manifest, given.logKey);
  if (checkpoint === 'wrong') faults.push(faultIn(MANIFEST, 'checkpoint'));
  if (given.key || given.roots) {
    const { lines, faults: wrong } = await placesOf(dir, manifest, whole);
    faults.push(...wrong);
    if (lines) faults.push(...(await checkLeaves({ dir, manifest, whole, places: lines })));
    if (given.key) {
      const key = await contentKeyIn(dir, manifest, manifestSha256, given.key);
      if ('fault' in key) faults.push(key.fault);
      else if (lines) faults.push(...(await recount({ dir, manifest, whole, key: key.key, places: lines, onBytes })));
    }
  }
  return {
    ok: faults.length === 0,
    extract: manifest.extract,
    mark: manifest.mark,
    eligible: manifest.eligible,
    files: manifest.files.length,
    bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
    root: manifest.root,
    manifestSha256,
    opened: given.key !== undefined,
    checkpoint,
    faults,
    seconds: Number(((performance.now() - began) / 1000).toFixed(3)),
  };
}

export async function readManifest(dir: string): Promise<{ manifest: Manifest; manifestSha256: string }> {
  try {
    const text = await readFile(join(dir, MANIFEST));
    const manifest = manifestShape.parse(JSON.parse(text.toString()));
    return { manifest, manifestSha256: hash('sha256', text, 'hex') };
  } catch (fault) {
    throw refuse('voter.verify_missing', { values: { folder: dir }, detail: String(fault) });
  }
}

/** Files that the manifest does not know. */
function strangers(dir: string, { files }: Manifest): Fault[] {
  const known = new Set([MANIFEST, KEY_FILE, ...files.map(({ path }) => path)]);
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !known.has(path))
    .toSorted()
    .map((path) => faultIn(path, 'extra'));
}

/** Read in this process's own time: thousands of small files would otherwise cost more waiting than reading. */
function heldAgainst(dir: string, file: ManifestFile, piece: Buffer, onBytes: (count: number) => void): Fault | null {
  let opened: number;
  try {
    opened = openSync(join(dir, file.path), 'r');
  } catch {
    return faultIn(file.path, 'missing');
  }
  try {
    const there = fstatSync(opened);
    if (!there.isFile()) return faultIn(file.path, 'missing');
    if (there.size < file.bytes) return faultIn(file.path, 'cut', { n: file.bytes - there.size });
    if (there.size > file.bytes) return faultIn(file.path, 'longer', { n: there.size - file.bytes });
    return digestOf(opened, file.bytes, piece, onBytes) === file.sha256 ? null : faultIn(file.path, 'changed');
  } finally {
    closeSync(opened);
  }
}

function digestOf(file: number, bytes: number, piece: Buffer, onBytes: (count: number) => void): string {
  const take = (at: number) => {
    const count = readSync(file, piece, 0, piece.length, at);
    onBytes(count);
    return piece.subarray(0, count);
  };
  if (bytes <= piece.length) return hash('sha256', take(0), 'hex');
  const digest = createHash('sha256');
  for (let at = 0; at < bytes;) {
    const taken = take(at);
    if (taken.length === 0) break;
    digest.update(taken);
    at += taken.length;
  }
  return digest.digest('hex');
}

/** The parts make the whole. */
function addsUp({ files, eligible, male, female }: Manifest): boolean {
  const sum = (kind: ManifestFile['kind'], of: 'rows' | 'male' | 'female') =>
    files.reduce((all, each) => all + (each.kind === kind ? each[of] : 0), 0);
  const whole = { rows: eligible, male, female };
  return (['rows', 'male', 'female'] as const).every((of) => sum('leaves', of) === whole[of]);
}

/** The places, whose lines make the root and whose sums are the manifest's. */
async function placesOf(
  dir: string,
  manifest: Manifest,
  whole: ReadonlySet<string>,
): Promise<{ lines: readonly PlaceLine[] | null; faults: Fault[] }> {
  const file = manifest.files.find(({ kind }) => kind === 'places');
  // A file that is not whole has been told of already.
  if (!file || !whole.has(file.path)) return { lines: null, faults: file ? [] : [faultIn(MANIFEST, 'missing')] };
  const lines = await readPlaces(dir, manifest).catch(() => []);
  const sum = (of: 'n' | 'male' | 'female') => lines.reduce((all, line) => all + line[of], 0);
  const { eligible, male, female, places, root } = manifest;
  const faults: Fault[] = [];
  if (extractRoot(lines.map(({ line }) => line)) !== root) faults.push(faultIn(file.path, 'root'));
  if (lines.length !== places || sum('n') !== eligible || sum('male') !== male || sum('female') !== female)
    faults.push(faultIn(file.path, 'sums'));
  return { lines, faults };
}

function checkpointOf({ checkpoint }: Manifest, logKey: string | undefined): Verified['checkpoint'] {
  if (checkpoint === null) return 'none';
  if (logKey === undefined) return 'unchecked';
  try {
    return openCheckpoint(checkpoint, parseVerifierLine(logKey.trim())) ? 'signed' : 'wrong';
  } catch {
    return 'wrong';
  }
}

async function contentKeyIn(
  dir: string,
  manifest: Manifest,
  manifestSha256: string,
  privateKey: KeyObject,
): Promise<{ key: Buffer } | { fault: Fault }> {
  const text = await readFile(join(dir, KEY_FILE), 'utf8').catch(() => null);
  if (text === null) return { fault: faultIn(KEY_FILE, 'key_missing') };
  const parsed = keyFile.safeParse(jsonOf(text));
  if (!parsed.success) return { fault: faultIn(KEY_FILE, 'key_unreadable') };
  const { sealedKey, thumbprint } = parsed.data;
  if (thumbprintOf(publicOf(privateKey)) !== thumbprint)
    return { fault: faultIn(KEY_FILE, 'key_other', { place: thumbprint }) };
  const bound = { extractId: manifest.extract, root: manifest.root, manifestSha256 };
  const key = await openKey(privateKey, Buffer.from(sealedKey, 'base64'), bound);
  return key ? { key } : { fault: faultIn(KEY_FILE, 'key_refused') };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
