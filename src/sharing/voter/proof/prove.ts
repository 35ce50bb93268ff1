/**
 * Proves to a voter that he is in the list that was handed over. His row is not kept anywhere: it is made again from what was known of him,
 * and the leaf says whether it is the one.
 */
import { elevated, many, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { getEntry, inclusionRanges, rootOf } from '../../../core/ledger/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { foldHistory } from '../../../register/resident/rules.ts';
import { getElection } from '../election/election.ts';
import { FIELDS } from '../extract/layout.ts';
import { findSaltKey } from '../extract/shelf.ts';
import { findPlace, indexIn, leafAt, listPlaces, type ExtractRow } from '../extract/sql.ts';
import { leafOf, leavesIn, lineLeaf, lineOf, saltsUnder } from '../extract/tree.ts';
import { refuse } from '../refusals.ts';
import { rowText } from './row.ts';
import type { VoterProof } from './schema.ts';

interface Known {
  readonly delta: unknown;
  readonly occurredOn: CivilDate;
  readonly recordedAt: Date;
}

/** Everything that his row may have been made of. */
interface Past {
  readonly acts: readonly Known[];
  readonly cards: readonly (string | null)[];
  readonly missions: readonly (string | null)[];
}

export interface Standing {
  readonly place: string;
  readonly index: number;
  readonly size: number;
}

interface Found extends Standing {
  readonly position: number;
  readonly leaves: Buffer;
}

/** Where in the list he stands; `null` where he does not. */
export async function standingIn(tx: Tx, extract: ExtractRow, nik: Nik): Promise<Standing | null> {
  const found = await elevated(tx, async () => findIn(tx, extract, nik, await pastOf(tx, nik)));
  return found && { place: found.place, index: found.index, size: found.size };
}

async function findIn(tx: Tx, { id }: ExtractRow, nik: Nik, past: Past): Promise<Found | null> {
  const villages = past.acts.map(
    (_, n) => foldHistory(past.acts.slice(0, n + 1).map(({ delta }) => delta)).villageCode,
  );
  // Where he was last is where he is most likely found.
  for (const place of new Set([...past.missions.filter((one) => one !== null), ...villages.toReversed()])) {
    const found = await findPlace(tx, id, place);
    const index = found ? indexIn(found.niks, nik) : -1;
    if (found && index >= 0) return { ...found, place, index, size: found.niks.length / 8 };
  }
  return null;
}

async function pastOf(tx: Tx, nik: Nik): Promise<Past> {
  const acts = await many(
    tx,
    sql<Known>`select a.delta, a.occurred_on as "occurredOn", a.recorded_at as "recordedAt" from resident_read.act a
         where a.nik = ${nik}::bigint order by a.version`,
  );
  const cards = await many(
    tx,
    sql<{ card: string }>`select lpad(m.family_card::text, 16, '0') as card from family_read.membership m
         where m.nik = ${nik}::bigint order by m.valid_to is null desc, m.valid_from desc`,
  );
  const missions = await many(
    tx,
    sql<{ body: string }>`select distinct s.body from voter.source s where s.nik = ${nik}::bigint and s.kind = 4`,
  );
  return {
    acts,
    cards: [...new Set(cards.map(({ card }) => card)), null],
    missions: [null, ...missions.map(({ body }) => body)],
  };
}

/** Refuses `voter.proof_not_in_list`, and `voter.proof_changed` where no state of his record makes the leaf. */
export async function proveVoter(tx: Tx, extract: ExtractRow, nik: Nik): Promise<VoterProof> {
  return elevated(tx, async () => {
    const past = await pastOf(tx, nik);
    const found = await findIn(tx, extract, nik, past);
    if (!found) throw refuse('voter.proof_not_in_list');
    const election = await getElection(tx, extract.electionId);
    const key = findSaltKey(tx, extract.id);
    if (!key) throw refuse('voter.proof_changed');
    const salt = saltsUnder(key)(Buffer.from(nik));
    const leaf = leafAt(found.leaves, found.index);
    const row = rowsOf(nik, past, { knownAt: extract.knownAt!, cutoff: election.cutoff }).find((text) =>
      leafOf(salt, Buffer.from(text)).equals(leaf),
    );
    if (row === undefined) throw refuse('voter.proof_changed');
    const { nameId, nameEn, votingDay } = election;
    return {
      format: 'jatidiri/member/1',
      election: { nameId, nameEn, votingDay },
      extract: extract.id,
      fields: [...FIELDS],
      row,
      salt: salt.toString('base64'),
      ...(await wayUp(tx, extract, found)),
      log: await logOf(tx, extract),
    };
  });
}

async function wayUp(tx: Tx, { id, root }: ExtractRow, found: Found): Promise<Pick<VoterProof, 'place' | 'list'>> {
  const lines = (await listPlaces(tx, id)).map((line) => ({ root: line.root, line: lineOf(line) }));
  const own = lines[found.position]!;
  const { place: name, index, size, position } = found;
  const path = pathOf([...leavesIn(found.leaves)], index);
  return {
    place: { name, line: own.line, root: own.root, index, size, path },
    list: {
      root: root!,
      index: position,
      size: lines.length,
      path: pathOf(
        lines.map(({ line }) => lineLeaf(line)),
        position,
      ),
    },
  };
}

const pathOf = (leaves: readonly Buffer[], index: number): string[] =>
  inclusionRanges(index, leaves.length).map(({ start, end }) => rootOf(leaves.slice(start, end)).toString('base64'));

async function logOf(tx: Tx, { entryId }: ExtractRow): Promise<VoterProof['log']> {
  const { seq, text, proof, checkpoint } = await getEntry(tx, entryId!);
  const key = await tx.ground.ledger.place.folder.keyLine();
  return {
    key: key?.trim() ?? '',
    checkpoint,
    seq,
    entry: text,
    path: proof.map((each) => each.toString('base64')),
  };
}

/** Every row that he may have had, the likeliest first: as he was known then, in the family and at the mission of then. */
function* rowsOf(
  nik: Nik,
  { acts, cards, missions }: Past,
  { knownAt, cutoff }: { readonly knownAt: Date; readonly cutoff: CivilDate },
): Generator<string> {
  const then = acts.filter(({ recordedAt }) => recordedAt <= knownAt).length;
  const lengths = [...new Set([then, ...acts.map((_, n) => n + 1).toReversed()])].filter((length) => length > 0);
  for (const length of lengths) {
    const known = acts.slice(0, length);
    const person = foldHistory(known.map(({ delta }) => delta));
    const before = known.filter(({ occurredOn }, n) => n === 0 || occurredOn <= cutoff);
    const homes = [person, foldHistory(before.map(({ delta }) => delta))];
    for (const home of homes)
      for (const familyCard of cards)
        for (const mission of missions) yield rowText({ nik, familyCard, person, home, mission });
  }
}
