import { keptOf } from './former.ts';
import { Bad, type Claim } from './finding.ts';
import { openCheckpoint, type Checkpoint } from './log/index.ts';
import { notedCheckpoint, type LogPlace } from './publish.ts';
import { witnessed } from './witness.ts';

/**
 * Every checkpoint that the log must contain, smallest first: of the vault, of its own file (`note`), of the outside folder, and
 * those `against` which the caller wants it checked. Throws `Bad` at one that nobody signed or that cannot hold.
 */
export async function collectClaims(given: {
  readonly place: LogPlace;
  readonly note: string | null;
  readonly against?: readonly string[] | undefined;
}): Promise<Claim[]> {
  const { place, note, against = [] } = given;
  const claims: Claim[] = [];
  const noted = notedCheckpoint(place);
  if (noted) claims.push({ checkpoint: noted, from: 'the vault' });
  if (note !== null)
    claims.push({ checkpoint: mustOpen(note, place, 'the checkpoint file'), from: 'the checkpoint file' });
  if (place.witnessDir !== null) {
    let last: string | null = null;
    for await (last of witnessed(place.witnessDir)) {
      claims.push({ checkpoint: unverified(last), from: 'the outside folder' });
    }
    // Comparing roots is what finds a changed history; that the folder is this log's is shown by the signature of its last note.
    if (last !== null) mustOpen(last, place, 'the outside folder');
  }
  const due = claims.filter((claim) => isDue(claim, place));
  for (const text of against) {
    const claim = { checkpoint: mustOpen(text, place, 'the given file'), from: 'the given file' };
    if (!isDue(claim, place)) throw notKept(claim);
    due.push(claim);
  }
  return due.toSorted((a, b) => a.checkpoint.size - b.checkpoint.size);
}

/**
 * Whether the log of now has to contain it. What an ended log had signed beyond what could be kept was given up in the open, by
 * an entry that two persons stand for: no finding, unless it had signed more, or something else, than that entry owns up to.
 */
function isDue(claim: Claim, { former }: LogPlace): boolean {
  const { origin, size, root } = claim.checkpoint;
  const at = former.findIndex(({ key }) => key.name === origin);
  if (at < 0 || size <= keptOf(former, at)) return true;
  const { signed } = former[at]!;
  if (size > signed.size) {
    const detail = `${claim.from} holds a checkpoint of ${size} entries of ${origin}, which was ended as one of ${signed.size}`;
    throw new Bad('rolled_back', signed.size, detail);
  }
  if (size === signed.size && !root.equals(signed.root)) {
    throw new Bad('checkpoint_differs', null, `${claim.from} holds another end of ${origin} than the new log names`);
  }
  return false;
}

function notKept({ checkpoint: { origin, size }, from }: Claim): Bad {
  const detail = `${from}: of the ${size} entries of ${origin} only the first were kept when a new log was begun`;
  return new Bad('rolled_back', null, detail);
}

/** Opens a note with this log's key or with that of one before it; `null` where neither has signed it. */
export function openKnown(note: string, { key, former }: Pick<LogPlace, 'key' | 'former'>): Checkpoint | null {
  for (const each of [key, ...former.map((log) => log.key)]) {
    const checkpoint = openCheckpoint(note, each);
    if (checkpoint) return checkpoint;
  }
  return null;
}

function unverified(note: string): Checkpoint {
  const [origin, size, root] = note.split('\n') as [string, string, string];
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

function mustOpen(note: string, place: LogPlace, from: string): Checkpoint {
  const checkpoint = openKnown(note, place);
  if (!checkpoint) throw new Bad('checkpoint_broken', null, `${from}: not signed by this log's key`);
  return checkpoint;
}
