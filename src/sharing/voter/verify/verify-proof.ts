/** Checks what a voter took along: his row makes the leaf, the leaf the place, the place the list, and the log names the list. No database. */
import { readFile } from 'node:fs/promises';
import { leafHash, openCheckpoint, parseVerifierLine, provesInclusion } from '../../../core/ledger/index.ts';
import type { Manifest } from '../extract/manifest.ts';
import { leafOf, lineLeaf } from '../extract/tree.ts';
import { voterProof, type VoterProof } from '../proof/schema.ts';
import { refuse } from '../refusals.ts';
import { faultIn, type Fault, type FaultCode } from './words.ts';

export interface ProofVerified {
  readonly ok: boolean;
  readonly place: string;
  readonly index: number;
  readonly size: number;
  readonly root: string;
  /** `own_key`: by the key in the proof itself, which was chosen by whoever made it. */
  readonly checkpoint: 'signed' | 'own_key' | 'wrong';
  readonly faults: readonly Fault[];
}

export async function readProof(file: string): Promise<VoterProof> {
  try {
    return voterProof.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (fault) {
    throw refuse('voter.verify_proof', { values: { file }, detail: String(fault) });
  }
}

export function verifyProof(
  proof: VoterProof,
  given: { readonly file: string; readonly list: Manifest | null; readonly logKey: string | undefined },
): ProofVerified {
  const { place, list, log } = proof;
  const faults: Fault[] = [];
  const demand = (holds: boolean, code: FaultCode) => {
    if (!holds) faults.push(faultIn(given.file, code, { place: place.name }));
  };
  const leaf = leafOf(bytes(proof.salt), Buffer.from(proof.row));
  const inPlace = { index: place.index, size: place.size, proof: place.path.map(bytes), root: hex(place.root) };
  demand(provesInclusion({ ...inPlace, leafHash: leaf }), 'proof_leaf');
  // The line says of the place what the proof says of it.
  const [n, , , root] = place.line.split(',').slice(-4);
  demand(root === place.root && Number(n) === place.size, 'proof_place');
  const inList = { index: list.index, size: list.size, proof: list.path.map(bytes), root: hex(list.root) };
  demand(provesInclusion({ ...inList, leafHash: lineLeaf(place.line) }), 'proof_root');
  demand(namesRoot(log.entry, proof), 'proof_entry');
  const checkpoint = inLog(log, given.logKey);
  demand(checkpoint !== 'wrong', 'proof_log');
  demand(given.list === null || (given.list.root === list.root && given.list.extract === proof.extract), 'proof_other');
  return {
    ok: faults.length === 0,
    place: place.name,
    index: place.index,
    size: place.size,
    root: list.root,
    checkpoint,
    faults,
  };
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

function namesRoot(entry: string, { extract, list }: VoterProof): boolean {
  try {
    const { label, facts } = JSON.parse(entry) as { label?: unknown; facts?: Record<string, unknown> };
    return label === 'voter.extract_released' && facts?.['root'] === list.root && facts['extract'] === extract;
  } catch {
    return false;
  }
}

function inLog(log: VoterProof['log'], logKey: string | undefined): ProofVerified['checkpoint'] {
  try {
    const signed = openCheckpoint(log.checkpoint, parseVerifierLine((logKey ?? log.key).trim()));
    if (!signed) return 'wrong';
    const claim = {
      index: log.seq,
      size: signed.size,
      leafHash: leafHash(Buffer.from(log.entry)),
      proof: log.path.map(bytes),
      root: signed.root,
    };
    if (!provesInclusion(claim)) return 'wrong';
    return logKey === undefined ? 'own_key' : 'signed';
  } catch {
    return 'wrong';
  }
}
