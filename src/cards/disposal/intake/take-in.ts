/** Taking in damaged and invalid cards and spoiled blanks, one by one or by list. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { STATES } from '../../blank/index.ts';
import { advanceCards, mayBecome } from '../../card/index.ts';
import { blanksAt, matchCards, withSerials, type BlankAt, type Match, type Readable } from '../match/sql.ts';
import { refuse } from '../refusals.ts';
import { regimeOn } from '../regime.ts';
import type { Contradiction, Outcome } from '../rules.ts';
import type { IntakeReport, PieceGiven } from '../schema.ts';
import {
  serialsTakenIn,
  findOfficeOf,
  holdPieces,
  insertIntake,
  releasePieceRow,
  type NewPiece,
  type OfficeOf,
} from './sql.ts';

/** The office at which somebody works; whoever sits nowhere handles no pieces. */
export async function officeOf(tx: Tx, actor: Actor): Promise<OfficeOf> {
  const office = actor.officeId ? await findOfficeOf(tx, actor.officeId) : undefined;
  if (!office) throw refuse('disposal.no_office');
  return office;
}

/** Why a line of a list could not even be read: a text key, said in the report. */
export interface Unread {
  readonly line: number;
  readonly why: string;
}

export interface Line {
  readonly line: number;
  readonly given: PieceGiven;
}

interface Judged extends Line {
  readonly outcome: Outcome;
  readonly piece: NewPiece | null;
  readonly why: string | null;
}

/**
 * Takes in what lies on the table. A card that is known becomes TAKEN_IN with its cause; one that no record knows is kept too; one
 * that contradicts the records (destroyed, taken in before) is kept apart as evidence. Each line gets its answer, a line that is
 * refused hinders no other.
 */
export async function takeIn(
  tx: Tx,
  actor: Actor,
  given: { source: string; lines: readonly Line[]; unread?: readonly Unread[] },
): Promise<IntakeReport> {
  const office = await officeOf(tx, actor);
  const judged = await elevated(tx, () => judge(tx, actor, given.lines));
  const kept = judged.filter((line) => line.piece !== null);
  const intakeId = newId();
  const unread = given.unread ?? [];
  const n = given.lines.length + unread.length;
  const { entryId } = await record(tx, actor, {
    label: 'disposal.taken_in',
    facts: { intake: intakeId, office: office.id, n, kept: kept.length },
  });
  await elevated(tx, async () => {
    const where = { intakeId, officeId: office.id, regionCode: office.regionCode, by: actor.id, entryId };
    const pieces = kept.map(({ piece }) => piece!);
    await insertIntake(tx, { ...where, at: tx.ground.clock.now(), source: given.source, n, kept: kept.length }, pieces);
    const steps = pieces.flatMap(({ cardNik, cardId, cause }) =>
      cardNik && cardId ? [{ nik: cardNik as Nik, cardId, to: 'TAKEN_IN' as const, cause, reason: given.source }] : [],
    );
    if (steps.length > 0) await advanceCards(tx, actor, 'disposal.cards_taken_in', steps);
  });
  return reportOf(tx, actor, intakeId, judged, unread);
}

async function judge(tx: Tx, actor: Actor, lines: readonly Line[]): Promise<Judged[]> {
  const regime = regimeOn(today(tx.ground.clock, actor.zone), tx.ground.config.localDestructionFrom);
  const readable = await withSerials(
    tx,
    lines.map(({ given }) => readableOf(given)),
  );
  const matches = await matchCards(tx, readable);
  const serials = readable.flatMap(({ serial }) => serial ?? []);
  const blanks = await blanksAt(tx, serials);
  const before = await serialsTakenIn(tx, serials.map(String));
  const seen = new Set<string>();
  return lines.map((line, at) => {
    const { given } = line;
    if (regime.cut !== null && !given.cut) return refused(line, 'disposal.why.cut_first');
    const serial = readable[at]!.serial;
    const match = given.kind === 'card' ? matches.get(at) : undefined;
    const marks = [serial === null ? [] : `serial ${serial}`, match ? `card ${match.cardId}` : []].flat();
    const twice = marks.some((mark) => seen.has(mark)) || (serial !== null && before.has(String(serial)));
    for (const mark of marks) seen.add(mark);
    if (given.kind === 'card') return judgeCard(line, serial, match, twice);
    return judgeBlank(line, serial, serial === null ? undefined : blanks.get(serial), twice);
  });
}

const readableOf = ({ nik, serial, uid, printedYear }: PieceGiven): Readable => ({
  nik,
  serial: serial === null ? null : BigInt(serial),
  uid: uid === null ? null : BigInt(`0x${uid}`),
  printedYear,
});

const refused = (line: Line, why: string): Judged => ({ ...line, outcome: 'refused', piece: null, why });

/** Only what the books hold as spoiled is taken in as a spoiled blank: another blank belongs in a store. */
function judgeBlank(line: Line, serial: bigint | null, at: BlankAt | undefined, twice: boolean): Judged {
  if (serial === null) return refused(line, 'disposal.why.blank_serial');
  if (twice) return keep(line, serial, null, 'taken_in_before');
  if (at?.state === STATES.DESTROYED) return keep(line, serial, null, 'recorded_destroyed');
  if (at?.state !== STATES.SPOILED) return refused(line, 'disposal.why.blank_not_spoiled');
  return keep(line, serial, null, null);
}

function judgeCard(line: Line, serial: bigint | null, match: Match | undefined, twice: boolean): Judged {
  if (!match) return keep(line, serial, null, twice ? 'taken_in_before' : null);
  const wrong = contradictionOf(line.given, match, twice);
  return keep(line, serial, wrong === null ? match : null, wrong);
}

function contradictionOf(given: PieceGiven, match: Match, twice: boolean): Contradiction | null {
  if (match.state === 'DESTROYED') return 'recorded_destroyed';
  if (match.state === 'TAKEN_IN' || match.pieceId !== null || twice) return 'taken_in_before';
  if (given.nik !== null && given.nik !== match.nik) return 'nik_differs';
  return mayBecome(match.state, 'TAKEN_IN') ? null : 'still_at_office';
}

function keep(line: Line, serial: bigint | null, match: Match | null, contradiction: Contradiction | null): Judged {
  const { kind, nik, uid, cause, printedYear, cut } = line.given;
  const known = match !== null || kind === 'blank';
  const outcome = contradiction !== null ? 'contradiction' : known ? 'taken_in' : 'card_unknown';
  const piece = {
    id: newId(),
    kind,
    nik,
    serial: serial === null ? null : String(serial),
    uid: uid === null ? null : String(BigInt(`0x${uid}`)),
    cause,
    printedYear,
    cut,
    cardNik: match?.nik ?? null,
    cardId: match?.cardId ?? null,
    contradiction,
  };
  return { ...line, outcome, piece, why: contradiction === null ? null : `disposal.why.${contradiction}` };
}

function reportOf(
  tx: Tx,
  actor: Actor,
  intakeId: string,
  judged: readonly Judged[],
  unread: readonly Unread[],
): IntakeReport {
  const say = (why: string | null) => (why === null ? null : tx.ground.speaker.say(actor.language, why));
  const lines = [
    ...judged.map(({ line, outcome, piece, why }) => ({ line, outcome, pieceId: piece?.id ?? null, why: say(why) })),
    ...unread.map(({ line, why }) => ({ line, outcome: 'refused' as const, pieceId: null, why: say(why) })),
  ].toSorted((a, b) => a.line - b.line);
  const byOutcome = { taken_in: 0, card_unknown: 0, contradiction: 0, refused: 0 };
  for (const { outcome } of lines) byOutcome[outcome]++;
  return { intakeId, kept: lines.length - byOutcome.refused, byOutcome, lines };
}

/** A head lets a piece go to destruction although it contradicts the records; never whoever took it in. */
export async function releasePiece(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const [piece] = await holdPieces(tx, [input.id]);
  if (!piece) throw refuse('disposal.piece_not_found');
  if (piece.contradiction === null || piece.releasedBy !== null) throw refuse('disposal.nothing_to_release');
  if (piece.recordedBy === actor.id) throw refuse('disposal.own_piece');
  await record(tx, actor, {
    label: 'disposal.piece_released',
    facts: { piece: piece.id, contradiction: piece.contradiction },
  });
  await releasePieceRow(tx, { id: piece.id, by: actor.id, why: input.reason });
}
