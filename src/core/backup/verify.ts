import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldersOf, type Config } from '../config/index.ts';
import { openLedger, verifyLedger } from '../ledger/index.ts';
import { openKnown } from '../ledger/claims.ts';
import { logPlace, type LogPlace } from '../ledger/publish.ts';
import { Refusal } from '../refusal/index.ts';
import { systemClock } from '../time/index.ts';
import { openVault, type Vault } from '../vault/index.ts';
import type { Identity } from './age.ts';
import { checkTarget, layOut, targetOf, type Target } from './lay-out.ts';
import { sizeOfNote } from './moment.ts';
import { notesIn, notesOfFile } from './notes.ts';
import { findBackups, vaultFolder } from './places.ts';
import { tombstoneLists } from './restore.ts';
import { writeDocument } from './document.ts';
import type { Embedded } from '../db/embedded/index.ts';

export interface Verification {
  readonly ok: boolean;
  /** How many entries the restored register's ledger has. */
  readonly size: number;
  /** Base64, computed anew from its entries. */
  readonly root: string | null;
  /** Whether a checkpoint that was published outside says the same; `null` where none was found. */
  readonly matchesCheckpoint: boolean | null;
  /** How many of the entries that checkpoint covers. */
  readonly checkpointSize: number | null;
  readonly backup: string | null;
  readonly point: string | null;
  /** The instant that was restored. */
  readonly at: string | null;
  readonly found: { readonly code: string; readonly detail: string } | null;
  readonly seconds: number;
}

export interface VerifyGiven {
  readonly config: Config;
  readonly dir: string;
  readonly to?: Date | undefined;
  readonly identities: readonly Identity[];
  readonly vaultDir?: string | undefined;
  /** Files with checkpoints that were kept outside; without them the folder of the register's witness. */
  readonly against: readonly string[];
  /** Where the trial restore may lie; the machine's place for temporary files where nothing is said. */
  readonly scratch?: string | undefined;
}

/**
 * A backup counts when it has been restored: in a scratch place, with a server of its own, and when the ledger computed anew
 * has the root of a checkpoint that was published before, outside (promise 9). Leaves nothing behind.
 */
export async function verifyBackup(given: VerifyGiven): Promise<Verification> {
  const begun = performance.now();
  const named: { backup: string | null; point: string | null; at: string | null } = {
    backup: null,
    point: null,
    at: null,
  };
  const outcome = await tried(given, named).catch((fault: unknown) => {
    if (!(fault instanceof Refusal) || !FINDINGS.has(fault.code)) throw fault;
    const detail = [...Object.values(fault.values).map(String), fault.detail ?? ''].filter(Boolean).join(': ');
    return { ...NOTHING, found: { code: fault.code, detail } };
  });
  const seconds = Math.round((performance.now() - begun) / 10) / 100;
  const verification = { ...outcome, ...named, seconds };
  if (named.backup) await remember(given, named.backup, verification);
  return verification;
}

const FINDINGS = new Set([
  'backup.damaged',
  'backup.recovery_failed',
  'backup.vault_missing',
  'backup.database_elsewhere',
]);
const NOTHING = { ok: false, size: 0, root: null, matchesCheckpoint: null, checkpointSize: null } as const;

type Outcome = Omit<Verification, 'backup' | 'point' | 'at' | 'seconds'>;

async function tried(
  given: VerifyGiven,
  named: { backup: string | null; point: string | null; at: string | null },
): Promise<Outcome> {
  const { identities, config } = given;
  const target = targetOf(await findBackups(given.dir), given.to ?? null);
  const { backup, points } = target;
  named.backup = backup.manifest.name;
  named.point = points.at(-1)!.name;
  named.at = (target.to ?? new Date(points.at(-1)!.at)).toISOString();
  await checkTarget(target, identities);
  const outside = await outsideNotes(given, backup.manifest.witness);
  const scratch = await mkdtemp(join(given.scratch ?? tmpdir(), 'jatidiri-verify-'));
  const dataDir = join(scratch, 'data');
  let embedded: Embedded | null = null;
  const clear = async () => {
    await embedded?.stop();
    await rm(scratch, { recursive: true, force: true });
  };
  const onSignal = (name: NodeJS.Signals) => void clear().finally(() => process.kill(process.pid, name));
  for (const name of SIGNALS) process.once(name, onSignal);
  try {
    const tombstones = tombstoneLists({
      given: [],
      folders: [given.vaultDir ?? vaultFolder(backup), foldersOf(config).witness, backup.manifest.witness],
    });
    const laidOut = await layOut({
      target,
      dataDir,
      identities,
      vaultDir: given.vaultDir,
      tombstones,
      purpose: 'trial',
    });
    embedded = laidOut.embedded;
    return await compare({ target, dataDir, embedded, outside, size: laidOut.size });
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal);
    await clear();
  }
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

async function outsideNotes({ config, against }: VerifyGiven, remembered: string): Promise<string[]> {
  if (against.length > 0) return (await Promise.all(against.map(notesOfFile))).flat();
  const own = await notesIn(foldersOf(config).witness);
  return own.length > 0 ? own : notesIn(remembered);
}

async function compare(given: {
  target: Target;
  dataDir: string;
  embedded: Embedded;
  outside: readonly string[];
  size: number;
}): Promise<Outcome> {
  const { target, dataDir, embedded, outside, size } = given;
  const folders = foldersOf({ dataDir, witnessDir: null });
  const vault = openVault({ dir: folders.vault });
  try {
    const known = logPlace({ vault, dir: folders.ledger, witnessDir: null });
    // What was signed after the instant is no claim on it.
    const claims = outside.filter((note) => sizeOfNote(note) <= size);
    const largest = largestOf(claims, known);
    // All are compared, but one signature is enough to know whose they are: ten thousands of signatures take seconds.
    const witness = join(dataDir, 'claims');
    const ledger = openLedger({
      connection: embedded.connection(target.backup.manifest.database!.name),
      vault: ofThatInstant(vault, size),
      dir: folders.ledger,
      witnessDir: claims.length > 0 ? await claimsFolder(witness, claims) : null,
    });
    const verdict = await verifyLedger(ledger).finally(() => ledger.close());
    const found = verdict.firstBad && {
      code: `ledger.${verdict.firstBad.kind}`,
      detail: verdict.firstBad.detail,
    };
    const matchesCheckpoint = largest === null ? null : verdict.ok;
    return {
      ok: verdict.ok && matchesCheckpoint === true,
      size: verdict.size,
      root: verdict.root,
      matchesCheckpoint,
      checkpointSize: largest,
      found: found ?? (largest === null ? { code: 'backup.no_checkpoint', detail: '' } : null),
    };
  } finally {
    vault.close();
  }
}

/** The largest size that a note with the signature of the log, or of one before it, says. */
function largestOf(notes: readonly string[], known: LogPlace): number | null {
  const bySize = notes.toSorted((a, b) => sizeOfNote(b) - sizeOfNote(a));
  const note = bySize.find((each) => openKnown(each, known) !== null);
  return note === undefined ? null : sizeOfNote(note);
}

// One file, so that the order in which they were signed is kept.
async function claimsFolder(dir: string, notes: readonly string[]): Promise<string> {
  await mkdir(dir, { mode: 0o700 });
  await writeFile(join(dir, '0001-01-01.notes'), notes.map((note) => `${note}\n`).join(''));
  return dir;
}

/** The vault as it was then: a newer copy remembers what was signed later. */
function ofThatInstant(vault: Vault, size: number): Vault {
  return {
    ...vault,
    noted(name) {
      const noted = vault.noted(name);
      return noted !== null && Number(noted.split(' ')[0]) > size ? null : noted;
    },
  };
}

/** For the list of backups; a folder that may not be written keeps no memory. */
async function remember(given: VerifyGiven, backup: string, verification: Verification): Promise<void> {
  const [found] = (await findBackups(given.dir).catch(() => [])).filter(({ manifest }) => manifest.name === backup);
  if (!found) return;
  const { ok, size, root, point, at } = verification;
  const document = { ok, size, root, point, at, verifiedAt: systemClock.now().toISOString() };
  await writeDocument(join(found.root, `${backup}.verified`), document).catch(() => {});
}
