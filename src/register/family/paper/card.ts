import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { issueIfChanged, issueInPlace, openCurrentDocument, type Issuer } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { getIssuer } from '../../officer/index.ts';
import { FAMILY_RELATION, listParentNames } from '../../resident/index.ts';
import { familyNumberOf, getCard } from '../change.ts';
import type { FamilyCardPaper } from '../document/index.ts';
import { membersOf, type SeatedPerson } from '../open.ts';
import { refuse } from '../refusals.ts';
import { inCardOrder } from '../rules.ts';
import type { FamilyCard } from '../schema.ts';
import { listCardsForUpdate, listMembersOf } from '../sql.ts';
import { familyCardPaper } from './kinds.ts';
import { addressWords, personWords, stayPermitOf, wordOf } from './words.ts';

/** Why a paper is asked for: `lost` also stands for a damaged one. */
export type PrintReason = 'current' | 'lost';

export interface PrintedPaper {
  readonly documentId: Uuid;
  /** False: nothing on it has changed, so the paper that is valid already was given. */
  readonly issued: boolean;
  readonly entryId: Uuid;
}

/**
 * Issues the paper of a family card in force, in place of the one before if anything on it has changed, or if that was
 * lost: whoever finds it then reads that it was replaced. Refuses a card without a head and an office that nobody heads.
 */
export async function printFamilyCard(
  tx: Tx,
  actor: Actor,
  input: { ref: string; because?: PrintReason | undefined },
): Promise<PrintedPaper> {
  const number = familyNumberOf(tx, input.ref);
  // Locked, so that two who print at once give one paper.
  const [card] = await listCardsForUpdate(tx, [number]);
  if (!card) throw refuse('family.not_found');
  mustCover(actor, card.villageCode);
  if (card.state !== 'BERLAKU') throw refuse('family.card_not_in_force');
  const { headNik } = card;
  if (headNik === null) throw refuse('family.headless');
  const { office, issuer } = await getIssuer(tx, actor);
  // Members who live elsewhere stand on the card too, and the paper before may lie with a head who moved away.
  return elevated(tx, async () => {
    const { present } = await membersOf(tx, number);
    const because = input.because ?? 'current';
    const issue = because === 'lost' ? issueInPlace : issueIfChanged;
    const { id, issued } = await issue(tx, actor, {
      kind: familyCardPaper,
      data: await paperOf(tx, { card, headNik, members: present, issuer }),
      nik: headNik,
      villageCode: card.villageCode,
      number,
      issuedOn: today(tx.ground.clock, actor.zone),
      office,
    });
    const { entryId } = await record(tx, actor, {
      label: 'family.card_printed',
      subjects: present.map(({ person }) => ({ nik: person.nik, detail: familyCardPaper.template.name })),
      facts: { document: id, issued, because },
    });
    return { documentId: id, issued, entryId };
  });
}

interface CardGiven {
  readonly card: FamilyCard;
  readonly headNik: Nik;
  readonly members: readonly SeatedPerson[];
  readonly issuer: Issuer;
}

async function paperOf(tx: Tx, { card, headNik, members, issuer }: CardGiven): Promise<FamilyCardPaper> {
  const parents = await listParentNames(
    tx,
    members.map(({ person }) => person.nik),
  );
  const inOrder = inCardOrder(members.map((one) => ({ ...one, ...one.person, relation: one.membership.relation })));
  const { postalCode, ...address } = addressWords(tx, card);
  return {
    number: card.number,
    headName: members.find(({ person }) => person.nik === headNik)!.person.name,
    ...address,
    postalCode,
    members: inOrder.map(({ person, relation }) => ({
      ...personWords(person),
      relation: wordOf(FAMILY_RELATION, relation),
      passportNumber: person.passport,
      permitNumber: stayPermitOf(person),
      fatherName: parents.get(person.nik)?.fatherName ?? null,
      motherName: parents.get(person.nik)?.motherName ?? null,
    })),
    issuer,
  };
}

/** The valid paper of a family card as it was issued. */
export async function openFamilyCardPaper(tx: Tx, actor: Actor, input: { ref: string }): Promise<FileAnswer> {
  const card = await getCard(tx, familyNumberOf(tx, input.ref));
  mustCover(actor, card.villageCode);
  const paper = await elevated(tx, () => openCurrentDocument(tx, familyCardPaper.template.name, card.number));
  if (!paper) throw refuse('family.no_paper');
  const members = await listMembersOf(tx, [card.number]);
  await record(tx, actor, {
    label: 'family.card_paper_opened',
    subjects: members.map(({ nik }) => ({ nik, detail: familyCardPaper.template.name })),
    facts: { document: paper.id },
  });
  return { mediaType: 'application/pdf', fileName: 'kartu-keluarga.pdf', bytes: paper.pdf };
}
