/** What stands on the papers of an event: plain data from the event and its people as the register has them now. */
import type { Issuer, PaperKind, PaperToIssue } from '../../../core/document/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { addressWords, moveLetterTemplate, wordOf, type MoveLetterPaper } from '../../family/index.ts';
import { FAMILY_RELATION, RELIGION, type Resident } from '../../resident/index.ts';
import {
  birthCertificateTemplate,
  deathCertificateTemplate,
  divorceCertificateTemplate,
  legitimationCertificateTemplate,
  marriageCertificateTemplate,
  recognitionCertificateTemplate,
  stillbirthLetterTemplate,
  type BirthCertificatePaper,
  type DeathCertificatePaper,
  type DivorceCertificatePaper,
  type Holder,
  type LegitimationCertificatePaper,
  type MarriageCertificatePaper,
  type RecognitionCertificatePaper,
  type StillbirthLetterPaper,
} from '../document/index.ts';
import type { Move } from '../move/sql.ts';
import { refuse } from '../refusals.ts';
import type { DetailsOf } from '../schema.ts';
import type { CivilEvent } from '../sql.ts';

/** The number of each kind in a paper's code, for ever; 1, 6 and 7 are the room of families', 8 is that of uniqueness. */
export const PAPERS = {
  birth: { code: 2, template: birthCertificateTemplate },
  death: { code: 3, template: deathCertificateTemplate },
  marriage: { code: 4, template: marriageCertificateTemplate },
  divorce: { code: 5, template: divorceCertificateTemplate },
  stillbirth: { code: 9, template: stillbirthLetterTemplate },
  recognition: { code: 10, template: recognitionCertificateTemplate },
  legitimation: { code: 11, template: legitimationCertificateTemplate },
} as const;
// Declared by the room in which its template lies.
const MOVE_LETTER = { code: 7, template: moveLetterTemplate } as const;

export type PaperEvent = keyof typeof PAPERS | 'move';

/** Who gets a paper of his own. A move letter is one for all who move and lies with the first of them. */
export const HOLDERS = {
  birth: ['child'],
  death: ['deceased'],
  marriage: ['husband', 'wife'],
  divorce: ['husband', 'wife'],
  // The child bears no number: the letter lies with the mother.
  stillbirth: ['mother'],
  recognition: ['child'],
  legitimation: ['child'],
  move: ['mover'],
} as const satisfies Record<PaperEvent, readonly string[]>;

export const hasPaper = (kind: string): kind is PaperEvent => kind in PAPERS || kind === 'move';

export interface Parts {
  readonly issuer: Issuer;
  readonly people: readonly Resident[];
  /** Of a move letter: the case, and whose card they leave. */
  readonly move: Move | undefined;
  readonly headName: string | null;
  one(role: string): Resident | undefined;
  parents(person: Resident): { motherName: string | null; fatherName: string | null };
}

export type Composed = Pick<PaperToIssue<unknown>, 'data' | 'nik' | 'villageCode'> & {
  readonly kind: PaperKind<unknown>;
};

/** The paper of one holder; see `HOLDERS`. */
export function compose(tx: Tx, event: CivilEvent & { kind: PaperEvent }, role: string, parts: Parts): Composed {
  switch (event.kind) {
    case 'birth':
      return ofBirth(event, parts);
    case 'death':
      return ofDeath(event, parts);
    case 'marriage':
      return ofMarriage(event, role as Holder, parts);
    case 'divorce':
      return ofDivorce(event, role as Holder, parts);
    case 'stillbirth':
      return ofStillbirth(event, parts);
    case 'recognition':
      return ofRecognition(event, parts);
    case 'legitimation':
      return ofLegitimation(event, parts);
    case 'move':
      return ofMove(tx, event, parts);
  }
}

function ofBirth(event: CivilEvent, parts: Parts): Composed {
  const child = must(parts.one('child'));
  const { bond, childOrder } = event.details as DetailsOf<'birth'>;
  const parents = (): BirthCertificatePaper['parents'] => {
    if (bond === 'unknown') return { bond };
    const mother = must(parts.one('mother')).name;
    return bond === 'mother' ? { bond, mother } : { bond, mother, father: must(parts.one('father')).name };
  };
  const data = { ...headOf(event, parts), ...personOf(child), childOrder, parents: parents() };
  return paper(PAPERS.birth, child, data satisfies BirthCertificatePaper);
}

function ofDeath(event: CivilEvent, parts: Parts): Composed {
  const deceased = must(parts.one('deceased'));
  const { deathPlace } = event.details as DetailsOf<'death'>;
  const names = parentNames(parts, deceased);
  const data = { ...headOf(event, parts), ...personOf(deceased), ...names, deathPlace, deathDate: event.occurredOn };
  return paper(PAPERS.death, deceased, data satisfies DeathCertificatePaper);
}

function ofMarriage(event: CivilEvent, holder: Holder, parts: Parts): Composed {
  const [husband, wife] = [must(parts.one('husband')), must(parts.one('wife'))];
  const { marriagePlace, celebrant } = event.details as DetailsOf<'marriage'>;
  const data = {
    ...headOf(event, parts),
    holder,
    husband: spouseOf(parts, husband),
    wife: spouseOf(parts, wife),
    marriagePlace,
    marriageDate: event.occurredOn,
    religion: wordOf(RELIGION, husband.religion),
    celebrant,
  } satisfies MarriageCertificatePaper;
  return paper(PAPERS.marriage, holder === 'husband' ? husband : wife, data);
}

function ofDivorce(event: CivilEvent, holder: Holder, parts: Parts): Composed {
  const [husband, wife] = [must(parts.one('husband')), must(parts.one('wife'))];
  const details = event.details as DetailsOf<'divorce'>;
  const marriageDeedNumber = details.marriageDeedNumber ?? husband.marriageCertificate ?? wife.marriageCertificate;
  const marriageDate = details.marriageDate ?? husband.marriageDate ?? wife.marriageDate;
  if (marriageDeedNumber === null || marriageDate === null) throw refuse('civil_event.marriage_unknown');
  const { court, rulingNumber, rulingDate } = details;
  const data = {
    ...headOf(event, parts),
    holder,
    husband: spouseOf(parts, husband),
    wife: spouseOf(parts, wife),
    marriageDeedNumber,
    marriageDate,
    court,
    rulingNumber,
    rulingDate,
    finalOn: event.occurredOn,
  } satisfies DivorceCertificatePaper;
  return paper(PAPERS.divorce, holder === 'husband' ? husband : wife, data);
}

function ofStillbirth(event: CivilEvent, parts: Parts): Composed {
  const mother = must(parts.one('mother'));
  const father = parts.one('father');
  const { sex, birthPlace, weeks, proofNumber } = event.details as DetailsOf<'stillbirth'>;
  const data = {
    ...headOf(event, parts),
    sex: sexWord(sex),
    birthPlace,
    birthDate: event.occurredOn,
    weeks,
    mother: parentOf(mother),
    father: father ? parentOf(father) : null,
    proofNumber,
  } satisfies StillbirthLetterPaper;
  return paper(PAPERS.stillbirth, mother, data);
}

function ofRecognition(event: CivilEvent, parts: Parts): Composed {
  const { statementNumber } = event.details as DetailsOf<'recognition'>;
  const data = { ...ofChild(event, parts), statementNumber } satisfies RecognitionCertificatePaper;
  return paper(PAPERS.recognition, must(parts.one('child')), data);
}

function ofLegitimation(event: CivilEvent, parts: Parts): Composed {
  const { marriageDeedNumber } = event.details as DetailsOf<'legitimation'>;
  const data = { ...ofChild(event, parts), marriageDeedNumber } satisfies LegitimationCertificatePaper;
  return paper(PAPERS.legitimation, must(parts.one('child')), data);
}

/** What the excerpts of both say alike. */
function ofChild(event: CivilEvent, parts: Parts) {
  const { rulingNumber } = event.details as DetailsOf<'recognition' | 'legitimation'>;
  return {
    ...headOf(event, parts),
    child: personOf(must(parts.one('child'))),
    father: parentOf(must(parts.one('father'))),
    mother: parentOf(must(parts.one('mother'))),
    onDay: event.occurredOn,
    rulingNumber,
  };
}

function ofMove(tx: Tx, event: CivilEvent, parts: Parts): Composed {
  const { move, headName, issuer } = parts;
  // The letter names the card that they leave; who is in none has nothing to show at the destination but himself.
  if (!move?.fromCard) throw refuse('civil_event.no_certificate');
  const seats = move.seats.map((seat) => ({ seat, person: must(parts.people.find((one) => one.nik === seat.nik)) }));
  const applicant = must(seats[0]?.person);
  const withHead = headName !== null && seats.some(({ person }) => person.name === headName);
  const data = {
    number: move.letterNumber,
    familyCardNumber: move.fromCard,
    headName: headName ?? applicant.name,
    applicantNik: applicant.nik,
    applicantName: applicant.name,
    reason: (event.details as DetailsOf<'move'>).reason,
    from: addressWords(tx, { ...applicant, postalCode: null }),
    to: addressWords(tx, move.destination),
    kind: withHead ? 'Kepala keluarga dan anggota keluarga' : 'Anggota keluarga',
    movesOn: event.occurredOn,
    members: seats.map(({ seat, person }) => ({
      nik: person.nik,
      name: person.name,
      relation: wordOf(FAMILY_RELATION, seat.relation),
    })),
    issuer,
  } satisfies MoveLetterPaper;
  return paper(MOVE_LETTER, applicant, data);
}

function paper<Data>(kind: PaperKind<Data>, subject: Resident, data: Data): Composed {
  return { kind, data, nik: subject.nik, villageCode: subject.villageCode };
}

function must(person: Resident | undefined): Resident {
  if (!person) throw refuse('civil_event.not_found');
  return person;
}

function headOf(event: CivilEvent, { issuer }: Parts) {
  if (event.certificateNumber === null) throw new Error('a deed without a number');
  return { deedNumber: event.certificateNumber, issuer };
}

function personOf(person: Resident) {
  return {
    nik: person.nik,
    citizenship: person.nationality === 'IDN' ? ('WNI' as const) : ('WNA' as const),
    name: person.name,
    sex: sexWord(person.sex),
    birthPlace: person.birthPlace,
    birthDate: person.birthDate,
  };
}

const sexWord = (sex: number) => (sex === 1 ? ('LAKI-LAKI' as const) : ('PEREMPUAN' as const));

const parentOf = ({ nik, name }: Resident) => ({ nik, name });

function spouseOf(parts: Parts, person: Resident) {
  const { sex: _, ...spouse } = personOf(person);
  return { ...spouse, ...parentNames(parts, person) };
}

function parentNames(parts: Parts, person: Resident) {
  const { fatherName, motherName } = parts.parents(person);
  return { fatherName, motherName };
}
