/** The public pages of the log: how it is checked, and an invitation to cheat it. */
import { hash } from 'node:crypto';
import { publicActor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { publicPage, type PublicRequest } from '../http/web.ts';
import { Refusal } from '../refusal/index.ts';
import { keptOf } from './former.ts';
import type { Checkpoint } from './log/index.ts';
import { latestCheckpoint } from './read.ts';
import { record } from './record.ts';
import { refuse } from './refusals.ts';
import { tryTampering, type Trial } from './tamper-demonstration.ts';
import { TAMPER_KINDS, type TamperKind } from './tamper.ts';
import { VERIFIER, verifierFile } from './verifier-file.ts';
import { countWitnessed } from './witness.ts';

/** A checkpoint as a page shows it; the root as base64. */
export interface ShownCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
}

export interface CheckLogPage {
  /** Where commands find this log. */
  readonly origin: string;
  readonly latest: (ShownCheckpoint & { readonly note: string; readonly at: string }) | null;
  readonly key: string | null;
  readonly verifier: { readonly name: string; readonly sha256: string; readonly bytes: number };
  /** Logs that were ended after a restore, newest first. */
  readonly former: readonly {
    readonly origin: string;
    readonly size: number;
    readonly kept: number;
    readonly at: string;
    readonly reason: string;
  }[];
  /** The outside folder, or `null` where none is kept. */
  readonly witness: { readonly days: number; readonly since: string | null } | null;
}

export interface TamperPage {
  readonly demonstration: boolean;
  readonly kinds: readonly TamperKind[];
  readonly chosen: TamperKind | null;
  /** Why nothing was tried. */
  readonly fault: string | null;
  readonly trial: {
    readonly kind: TamperKind;
    readonly did: string;
    readonly ms: number;
    readonly before: ShownCheckpoint;
    readonly after: { readonly size: number; readonly root: string | null };
    readonly found: { readonly kind: string; readonly seq: number | null; readonly detail: string } | null;
  } | null;
}

export const ledgerPages = [
  publicPage<CheckLogPage>({ path: '/cara-memeriksa-log', component: 'check-log', load: loadCheckLog }),
  publicPage<TamperPage>({
    path: '/coba-curangi',
    component: 'tamper',
    takesForm: true,
    rate: { perMinute: 6 },
    status: ({ fault }) => (fault === null ? 200 : 409),
    load: loadTamper,
  }),
];

export async function loadCheckLog(tx: Tx, { origin }: Pick<PublicRequest, 'origin'>): Promise<CheckLogPage> {
  const { place } = tx.ground.ledger;
  const latest = await latestCheckpoint(tx);
  const file = await verifierFile();
  return {
    origin,
    latest: latest && { ...shown(latest.checkpoint), note: latest.note, at: latest.at.toISOString() },
    key: (await place.folder.keyLine())?.trim() ?? null,
    verifier: { name: VERIFIER, sha256: hash('sha256', file, 'hex'), bytes: file.length },
    former: place.former
      .map(({ key, signed, at, reason }, n) => ({
        origin: key.name,
        size: signed.size,
        kept: keptOf(place.former, n),
        at,
        reason,
      }))
      .toReversed(),
    witness: place.witnessDir === null ? null : await countWitnessed(place.witnessDir),
  };
}

/** Opened, it explains; sent, it tampers, checks and undoes. What was tried is an entry like any act. */
export async function loadTamper(tx: Tx, { form, language }: PublicRequest): Promise<TamperPage> {
  const { ledger, speaker } = tx.ground;
  const kind = TAMPER_KINDS.find((each) => each === form?.['cara']) ?? null;
  const page = { demonstration: ledger.demonstration !== null, kinds: TAMPER_KINDS, chosen: kind };
  if (form === null || kind === null) return { ...page, fault: null, trial: null };
  try {
    const before = await latestCheckpoint(tx);
    if (!before) throw refuse('ledger.too_little');
    const trial = await tryTampering(ledger, kind);
    await record(tx, publicActor(language), { label: 'ledger.tampered', facts: { kind, undone: true } });
    const did = speaker.say(language, `ledger.tamper.${trial.did.act}`, trial.did.values);
    return { ...page, fault: null, trial: { kind, did, before: shown(before.checkpoint), ...whatCameOut(trial) } };
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code === 'ledger.demo_only') throw fault;
    return { ...page, fault: speaker.say(language, fault.code, fault.values), trial: null };
  }
}

function whatCameOut({ ms, verdict }: Trial) {
  return { ms, after: { size: verdict.size, root: verdict.root }, found: verdict.firstBad };
}

function shown({ origin, size, root }: Checkpoint): ShownCheckpoint {
  return { origin, size, root: root.toString('base64') };
}
