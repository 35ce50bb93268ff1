import { hash } from 'node:crypto';
import type { Vault } from '../vault/index.ts';
import { parseEntry } from './entry.ts';
import {
  checkpointText,
  openCheckpoint,
  openNote,
  parseVerifierLine,
  signNote,
  verifierLine,
  type Checkpoint,
  type NoteKey,
} from './log/index.ts';

/**
 * Logs that were ended on purpose, after a restore to before something that they had signed (docs/decisions/0008-a-new-log.md). Each log
 * has a key and a name of its own and begins with what could be kept of the one before it; the vault lists the ended ones.
 * The texts are public: `begun` is the new log's own first entry, signed with the ended log's key.
 */
export interface FormerLog {
  readonly key: NoteKey;
  /** What it had signed last. */
  readonly signed: Checkpoint;
  /** How many of its entries the log after it begins with. */
  readonly kept: number;
  readonly keptRoot: Buffer;
  readonly reason: string;
  readonly at: string;
  /** The bytes of the entry that names all this; it is number `kept` of the log after it. */
  readonly entry: string;
  readonly texts: FormerTexts;
}

export interface FormerTexts {
  readonly key: string;
  readonly checkpoint: string;
  readonly begun: string;
}

/** What `ledger.begun` says. */
export type BegunFacts = Readonly<{
  origin: string;
  formerOrigin: string;
  formerSize: number;
  formerRoot: string;
  kept: number;
  keptRoot: string;
  reason: string;
  approvedBy: string;
}>;

export const BEGUN = 'ledger.begun';
const NOTED = 'ledger former';

/** The logs before this one, oldest first. */
export function formerLogs(vault: Vault): readonly FormerLog[] {
  return (JSON.parse(vault.noted(NOTED) ?? '[]') as FormerTexts[]).map(readFormer);
}

function readFormer(texts: FormerTexts): FormerLog {
  const key = parseVerifierLine(texts.key);
  const signed = openCheckpoint(texts.checkpoint, key);
  const entry = openNote(texts.begun, key)?.trimEnd();
  if (!signed || entry === undefined) throw new Error(`the end of the log ${key.name} is not signed`);
  const body = parseEntry(entry);
  const { kept, keptRoot, reason } = body.facts as unknown as BegunFacts;
  return { key, signed, kept, keptRoot: Buffer.from(keptRoot, 'base64'), reason, at: body.at, entry, texts };
}

/** The name of the vault's key that signs the log of now: each log has its own. */
export function signerName(ended: number): string {
  return ended === 0 ? 'ledger' : `ledger ${ended + 1}`;
}

/** A log is named after its key, so that no two logs share a name. */
export function keyOf(vault: Vault, signer: string): NoteKey {
  const publicKey = vault.publicKey(signer);
  return { name: `jatidiri/${hash('sha256', publicKey, 'hex').slice(0, 16)}`, publicKey };
}

/** Ends the log that `signer` signs: from now on the vault calls the next one its log. */
export function endLog(vault: Vault, signed: Checkpoint, entry: string): void {
  const former = formerLogs(vault);
  const signer = signerName(former.length);
  const key = keyOf(vault, signer);
  const signs = (text: string) => signNote(text, key, (message) => vault.sign(signer, message));
  const texts: FormerTexts = {
    key: verifierLine(key),
    checkpoint: signs(checkpointText(signed)),
    begun: signs(`${entry}\n`),
  };
  readFormer(texts);
  vault.advance(NOTED, () => JSON.stringify([...former.map((log) => log.texts), texts]));
}

/** How much of the former log number `at` the log of now still begins with: each later end may have cut further. */
export function keptOf(former: readonly FormerLog[], at: number): number {
  return Math.min(...former.slice(at).map(({ kept }) => kept));
}

/** The entries that must stand in the log of now where logs were begun; what a later end cut off is in none. */
export function begunEntries(former: readonly FormerLog[]): ReadonlyMap<number, string> {
  const standing = former.filter(
    ({ kept }, at) => kept < Math.min(Infinity, ...former.slice(at + 1).map((l) => l.kept)),
  );
  return new Map(standing.map(({ kept, entry }) => [kept, entry]));
}
