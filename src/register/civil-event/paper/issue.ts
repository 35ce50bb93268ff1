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
import { listParentNames, listResidents } from '../../resident/index.ts';
import { findMoveForUpdate } from '../move/sql.ts';
import { compose, hasPaper, type PaperEvent } from './data.ts';
import { reaching } from '../people.ts';
import { recordEvent, type Recorded, type RecordGiven } from '../record.ts';
import { refuse } from '../refusals.ts';
import { findEvent, listParticipants, setDocument, type CivilEvent } from '../sql.ts';

export type PaperState = 'issued' | 'waiting' | 'none';

/** A deed is on record at once; a move letter is needed while the move is underway. */
const mayPrint = (event: Pick<CivilEvent, 'kind' | 'state'>): boolean =>
  hasPaper(event.kind) && (event.kind === 'move' ? event.state === 'pending' : event.state === 'recorded');

export function paperStateOf(event: Pick<CivilEvent, 'kind' | 'state' | 'documentId'>): PaperState {
  if (event.documentId) return 'issued';
  return mayPrint(event) ? 'waiting' : 'none';
}

/**
 * Records an event and prints its certificate or letter in the same transaction. Where the paper cannot be set now (a busy
 * press, an office that nobody heads, a name that the fonts lack) the event stands and the paper waits to be asked for.
 */
export async function recordAndIssue(
  tx: Tx,
  actor: Actor,
  given: RecordGiven,
): Promise<Recorded & { paper: PaperState }> {
  const recorded = await recordEvent(tx, actor, given);
  if (!mayPrint(recorded)) return { ...recorded, paper: 'none' };
  await run(tx, sql`savepoint paper`);
  try {
    await issueCertificate(tx, actor, { id: recorded.id });
    await run(tx, sql`release savepoint paper`);
    return { ...recorded, paper: 'issued' };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await run(tx, sql`rollback to savepoint paper`);
    return { ...recorded, paper: 'waiting' };
  }
}

/** Prints the paper of a recorded event; one that was printed before is replaced and says so when it is scanned. */
export async function issueCertificate(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string },
): Promise<{ documentId: Uuid; replaced: boolean }> {
  const event = await findEvent(tx, input.id, 'update');
  if (!event) throw refuse('civil_event.not_found');
  mustCover(actor, event.villageCode);
  if (!mayPrint(event)) throw refuse('civil_event.no_certificate');
  const { office, issuer } = await getIssuer(tx, actor);
  const participants = await listParticipants(tx, event.id);
  const niks = [...new Set(participants.map(({ nik }) => nik))];
  const people = await elevated(tx, () => listResidents(tx, niks));
  const beyond = people.some((person) => !covers(actor.jurisdiction, person.villageCode));
  const issued = await reaching(tx, beyond, async () => {
    const names = await listParentNames(tx, niks);
    const move = event.kind === 'move' ? await findMoveForUpdate(tx, event.id) : undefined;
    const card = move?.fromCard ? await findCard(tx, move.fromCard) : undefined;
    const head = card?.headNik ? (await listResidents(tx, [card.headNik]))[0] : undefined;
    const paper = compose(tx, event as CivilEvent & { kind: PaperEvent }, {
      issuer,
      people,
      move,
      headName: head?.name ?? null,
      one: (role) => {
        const nik = participants.find((one) => one.role === role)?.nik;
        return people.find((person) => person.nik === nik);
      },
      parents: (person) => names.get(person.nik) ?? { motherName: null, fatherName: null },
    });
    const day = today(tx.ground.clock, actor.zone);
    const toIssue = { ...paper, number: event.certificateNumber!, issuedOn: day, office };
    return event.documentId ? replaceDocument(tx, actor, event.documentId, toIssue) : issueDocument(tx, actor, toIssue);
  });
  await setDocument(tx, event.id, issued.id);
  await record(tx, actor, {
    label: 'civil_event.certificate_issued',
    subjects: niks.map((nik) => ({ nik, detail: event.kind })),
    facts: { event: event.id, document: issued.id, replaces: event.documentId ?? null },
  });
  return { documentId: issued.id, replaced: event.documentId !== null };
}

/** The paper as it was printed. */
export async function openCertificate(tx: Tx, actor: Actor, input: { readonly id: string }): Promise<FileAnswer> {
  const event = await findEvent(tx, input.id);
  if (!event) throw refuse('civil_event.not_found');
  const { documentId } = event;
  if (!documentId) throw refuse('civil_event.not_printed');
  // The paper lies with its subject, who may live elsewhere by now; whoever may open the event may open its paper.
  const { pdf, nik } = await elevated(tx, () => openDocument(tx, documentId));
  await record(tx, actor, {
    label: 'civil_event.certificate_opened',
    subjects: [{ nik, detail: event.kind }],
    facts: { event: event.id },
  });
  const fileName = `${(event.certificateNumber ?? event.id).replaceAll('/', '-')}.pdf`;
  return { mediaType: 'application/pdf', fileName, bytes: pdf };
}
