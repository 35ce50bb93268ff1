import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { issueIfChanged, openCurrentDocument, type Issuer } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { getIssuer } from '../../officer/index.ts';
import {
  COUNTED_STATES,
  FAMILY_RELATION,
  getResident,
  listParentNames,
  listResidentsForUpdate,
  nikOf,
  type Resident,
} from '../../resident/index.ts';
import type { BiodataPaper } from '../document/index.ts';
import { refuse } from '../refusals.ts';
import { findCard, listMembershipsOf } from '../sql.ts';
import type { PrintedPaper } from './card.ts';
import { biodataPaper } from './kinds.ts';
import { addressWords, personWords, wordOf } from './words.ts';

/** Issues the biodata paper of a living resident, in place of the one before if anything on it has changed. */
export async function printBiodata(tx: Tx, actor: Actor, input: { ref: string }): Promise<PrintedPaper> {
  const nik = nikOf(tx, input.ref);
  await listResidentsForUpdate(tx, [nik]);
  const person = await getResident(tx, nik);
  mustCover(actor, person.villageCode);
  if (!COUNTED_STATES.includes(person.state)) throw refuse('family.member_not_alive');
  const { office, issuer } = await getIssuer(tx, actor);
  return elevated(tx, async () => {
    const { id, issued } = await issueIfChanged(tx, actor, {
      kind: biodataPaper,
      data: await paperOf(tx, person, issuer),
      nik,
      villageCode: person.villageCode,
      number: nik,
      issuedOn: today(tx.ground.clock, actor.zone),
      office,
    });
    const { entryId } = await record(tx, actor, {
      label: 'resident.biodata_printed',
      subjects: [{ nik, detail: biodataPaper.template.name }],
      facts: { document: id, issued },
    });
    return { documentId: id, issued, entryId };
  });
}

async function paperOf(tx: Tx, person: Resident, issuer: Issuer): Promise<BiodataPaper> {
  const [membership] = await listMembershipsOf(tx, [person.nik]);
  const card = membership && (await findCard(tx, membership.familyCard));
  const parents = (await listParentNames(tx, [person.nik])).get(person.nik);
  return {
    ...personWords(person),
    ...addressWords(tx, { ...person, postalCode: card?.postalCode ?? null }),
    familyCardNumber: membership?.familyCard ?? null,
    relation: membership ? wordOf(FAMILY_RELATION, membership.relation) : null,
    motherNik: person.motherNik,
    motherName: parents?.motherName ?? null,
    fatherNik: person.fatherNik,
    fatherName: parents?.fatherName ?? null,
    previousAddress: person.previousAddress,
    birthDeed: person.birthCertificate,
    marriageDeed: person.marriageCertificate,
    divorceDeed: person.divorceCertificate,
    divorceDate: person.divorceDate,
    issuer,
  };
}

/** The valid biodata paper of a resident as it was issued. */
export async function openBiodataPaper(tx: Tx, actor: Actor, input: { ref: string }): Promise<FileAnswer> {
  const { nik } = await getResident(tx, nikOf(tx, input.ref));
  const paper = await openCurrentDocument(tx, biodataPaper.template.name, nik);
  if (!paper) throw refuse('family.no_paper');
  await record(tx, actor, {
    label: 'resident.biodata_paper_opened',
    subjects: [{ nik, detail: biodataPaper.template.name }],
    facts: { document: paper.id },
  });
  return { mediaType: 'application/pdf', fileName: 'biodata.pdf', bytes: paper.pdf };
}
