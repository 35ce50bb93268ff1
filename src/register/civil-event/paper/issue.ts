/** Papers of events: certificates (kutipan akta) and move letters; set, issued again, opened. */
import { covers, mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, run, sql, type Tx } from '../../../core/db/index.ts';
import { issueDocument, openDocument, replaceDocument } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { today } from '../../../core/time/index.ts';
import { findCard } from '../../family/index.ts';
import { getIssuer } from '../../officer/index.ts';
import { listParentNames, listResidents, nikOf } from '../../resident/index.ts';
import { findMoveForUpdate } from '../move/sql.ts';
import { compose, hasPaper, HOLDERS, type PaperEvent, type Parts } from './data.ts';
import { reaching } from '../people.ts';
import { recordEvent, type Recorded, type RecordGiven } from '../record.ts';
import { refuse } from '../refusals.ts';
import { findEvent, listParticipants, setDocument, type CivilEvent, type PaperedParticipant } from '../sql.ts';

/** One paper of an event: whose, and whether it was printed. */
export interface EventPaper {
  readonly ref: string;
  readonly role: string;
  readonly state: 'issued' | 'waiting';
  /** Whether this officer could print it (again) now. */
  readonly mayPrint: boolean;
}

/** Which paper is meant: that of this person; all of the event where it is not said. */
export interface PaperAsked {
  readonly id: string;
  readonly holder?: string | undefined;
}

/** A deed is on record at once; a move letter is needed while the move is underway. */
const mayPrint = (event: Pick<CivilEvent, 'kind' | 'state'>): boolean =>
  hasPaper(event.kind) && (event.kind === 'move' ? event.state === 'pending' : event.state === 'recorded');

/** Who of an event gets a paper, in the order of the law's words: husband, wife. */
function holdersOf(kind: string, participants: readonly PaperedParticipant[]): PaperedParticipant[] {
  if (!hasPaper(kind)) return [];
  return HOLDERS[kind].flatMap((role) => participants.find((one) => one.role === role) ?? []);
}

function meant(tx: Tx, holders: readonly PaperedParticipant[], { holder }: PaperAsked): readonly PaperedParticipant[] {
  if (holder === undefined) return holders;
  const nik = nikOf(tx, holder);
  const his = holders.filter((one) => one.nik === nik);
  if (his.length === 0) throw refuse('civil_event.no_certificate');
  return his;
}

/** The papers of an event: those that were printed, and those that could be. */
export function papersOf(
  tx: Tx,
  actor: Actor,
  event: Pick<CivilEvent, 'kind' | 'state' | 'villageCode'>,
  participants: readonly PaperedParticipant[],
): EventPaper[] {
  const printable = mayPrint(event);
  const his = actor.scopes.has('document.issue') && covers(actor.jurisdiction, event.villageCode);
  return holdersOf(event.kind, participants)
    .filter(({ documentId }) => documentId !== null || printable)
    .map(({ nik, role, documentId }) => ({
      ref: tx.ground.personRefs.of(nik),
      role,
      state: documentId ? ('issued' as const) : ('waiting' as const),
      mayPrint: printable && his,
    }));
}

/**
 * Records an event and prints its certificates or letter in the same transaction. Where a paper cannot be set now (a busy
 * press, an office that nobody heads, a name that the fonts lack) the event stands and the papers wait to be asked for.
 */
export async function recordAndIssue(
  tx: Tx,
  actor: Actor,
  given: RecordGiven,
): Promise<Recorded & { papers: readonly EventPaper[] }> {
  const recorded = await recordEvent(tx, actor, given);
  if (!mayPrint(recorded)) return { ...recorded, papers: [] };
  await run(tx, sql`savepoint paper`);
  try {
    await issueCertificates(tx, actor, { id: recorded.id });
    await run(tx, sql`release savepoint paper`);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await run(tx, sql`rollback to savepoint paper`);
  }
  const participants = await listParticipants(tx, recorded.id);
  return { ...recorded, papers: papersOf(tx, actor, { ...recorded, villageCode: given.villageCode }, participants) };
}

/** Prints the papers of a recorded event; one that was printed before is replaced and says so when it is scanned. */
export async function issueCertificates(
  tx: Tx,
  actor: Actor,
  asked: PaperAsked,
): Promise<{ documents: Uuid[]; replaced: boolean }> {
  const event = await findEvent(tx, asked.id, 'update');
  if (!event) throw refuse('civil_event.not_found');
  mustCover(actor, event.villageCode);
  if (!mayPrint(event)) throw refuse('civil_event.no_certificate');
  const { office, issuer } = await getIssuer(tx, actor);
  const participants = await listParticipants(tx, event.id);
  const holders = meant(tx, holdersOf(event.kind, participants), asked);
  const niks = [...new Set(participants.map(({ nik }) => nik))];
  const people = await elevated(tx, () => listResidents(tx, niks));
  const beyond = people.some((person) => !covers(actor.jurisdiction, person.villageCode));
  const issuedOn = today(tx.ground.clock, actor.zone);
  const documents = await reaching(tx, beyond, async () => {
    const names = await listParentNames(tx, niks);
    const move = event.kind === 'move' ? await findMoveForUpdate(tx, event.id) : undefined;
    const card = move?.fromCard ? await findCard(tx, move.fromCard) : undefined;
    const head = card?.headNik ? (await listResidents(tx, [card.headNik]))[0] : undefined;
    const parts: Parts = {
      issuer,
      people,
      move,
      headName: head?.name ?? null,
      one: (role) => {
        const nik = participants.find((one) => one.role === role)?.nik;
        return people.find((person) => person.nik === nik);
      },
      parents: (person) => names.get(person.nik) ?? { motherName: null, fatherName: null },
    };
    const ids: Uuid[] = [];
    // Two at most; the press sets one page after the other.
    for (const { role, documentId } of holders) {
      const paper = compose(tx, event as CivilEvent & { kind: PaperEvent }, role, parts);
      const toIssue = { ...paper, number: event.certificateNumber!, issuedOn, office };
      const { id } = documentId
        ? await replaceDocument(tx, actor, documentId, toIssue)
        : await issueDocument(tx, actor, toIssue);
      ids.push(id);
    }
    return ids;
  });
  for (const [place, holder] of holders.entries()) await setDocument(tx, event.id, holder, documents[place]!);
  const replaced = holders.flatMap(({ documentId }) => documentId ?? []);
  await record(tx, actor, {
    label: 'civil_event.certificate_issued',
    subjects: niks.map((nik) => ({ nik, detail: event.kind })),
    facts: { event: event.id, documents: documents.join(' '), replaces: replaced.join(' ') || null },
  });
  return { documents, replaced: replaced.length > 0 };
}

/** A paper as it was printed; the first of the event where it is not said whose. */
export async function openCertificate(tx: Tx, actor: Actor, asked: PaperAsked): Promise<FileAnswer> {
  const event = await findEvent(tx, asked.id);
  if (!event) throw refuse('civil_event.not_found');
  const holders = holdersOf(event.kind, await listParticipants(tx, event.id));
  const documentId = meant(tx, holders, asked)[0]?.documentId;
  if (!documentId) throw refuse('civil_event.not_printed');
  // The paper lies with its subject, who may live elsewhere by now; whoever may open the event may open its paper.
  const { pdf, nik } = await elevated(tx, () => openDocument(tx, documentId));
  await record(tx, actor, {
    label: 'civil_event.certificate_opened',
    subjects: [{ nik, detail: event.kind }],
    facts: { event: event.id },
  });
  const role = holders.length > 1 ? holders.find((one) => one.documentId === documentId)?.role : undefined;
  const forWhom = role ? `-${tx.ground.speaker.say(actor.language, `civil_event.role.${role}`).toLowerCase()}` : '';
  const fileName = `${(event.certificateNumber ?? event.id).replaceAll('/', '-')}${forWhom}.pdf`;
  return { mediaType: 'application/pdf', fileName, bytes: pdf };
}
