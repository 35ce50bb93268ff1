/** What stands on the papers of an event: plain data from the event and its people as the register has them now. */
import type { Issuer, PaperKind, PaperToIssue } from '../../core/document/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { addressWords, moveLetterTemplate, wordOf } from '../family/index.ts';
import { FAMILY_RELATION, RELIGION, type Resident } from '../resident/index.ts';
import {
  birthCertificateTemplate,
  deathCertificateTemplate,
  divorceCertificateTemplate,
  marriageCertificateTemplate,
} from './document/index.ts';
import type { Move } from './move-sql.ts';
import { refuse } from './refusals.ts';
import type { DetailsOf } from './schema.ts';
import type { CivilEvent } from './sql.ts';

/** The number of each kind in a paper's code, for ever; 1, 6 and 7 are the room of families'. */
export const PAPERS = {
  birth: { code: 2, template: birthCertificateTemplate },
  death: { code: 3, template: deathCertificateTemplate },
  marriage: { code: 4, template: marriageCertificateTemplate },
  divorce: { code: 5, template: divorceCertificateTemplate },
} as const;
// Declared by the room in which its template lies.
const MOVE_LETTER = { code: 7, template: moveLetterTemplate } as const;

export type PaperEvent = keyof typeof PAPERS | 'move';

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

export function compose(tx: Tx, event: CivilEvent & { kind: PaperEvent }, parts: Parts): Composed {
  const head = { deedNumber: event.certificateNumber!, issuer: parts.issuer };
  const of = (person: Resident | undefined): Resident => {
    if (!person) throw refuse('civil_event.not_found');
    return person;
  };
  const paper = (person: Resident, data: unknown): Composed => ({
    kind: (event.kind === 'move' ? MOVE_LETTER : PAPERS[event.kind]) as PaperKind<unknown>,
    data,
    nik: person.nik,
    villageCode: person.villageCode,
  });
  switch (event.kind) {
    case 'birth': {
      const child = of(parts.one('child'));
      const details = event.details as DetailsOf<'birth'>;
      const names = { father: parts.one('father')?.name, mother: parts.one('mother')?.name };
      return paper(child, {
        ...head,
        ...personOf(child),
        childOrder: details.childOrder,
        parents: { bond: details.bond, ...names },
      });
    }
    case 'death': {
      const deceased = of(parts.one('deceased'));
      const details = event.details as DetailsOf<'death'>;
      return paper(deceased, {
        ...head,
        ...personOf(deceased),
        deathPlace: details.deathPlace,
        deathDate: event.occurredOn,
        ...parentNames(parts, deceased),
      });
    }
    case 'marriage': {
      const [husband, wife] = [of(parts.one('husband')), of(parts.one('wife'))];
      const details = event.details as DetailsOf<'marriage'>;
      return paper(husband, {
        ...head,
        husband: spouseOf(parts, husband),
        wife: spouseOf(parts, wife),
        marriagePlace: details.marriagePlace,
        marriageDate: event.occurredOn,
        religion: RELIGION.label(husband.religion, 'id') ?? '-',
        celebrant: details.celebrant,
      });
    }
    case 'divorce': {
      const [husband, wife] = [of(parts.one('husband')), of(parts.one('wife'))];
      const details = event.details as DetailsOf<'divorce'>;
      return paper(husband, {
        ...head,
        husband: spouseOf(parts, husband),
        wife: spouseOf(parts, wife),
        marriageDeedNumber: details.marriageDeedNumber ?? husband.marriageCertificate ?? wife.marriageCertificate,
        marriageDate: details.marriageDate ?? husband.marriageDate ?? wife.marriageDate,
        court: details.court,
        rulingNumber: details.rulingNumber,
        rulingDate: details.rulingDate,
        finalOn: event.occurredOn,
      });
    }
    case 'move':
      return moveLetter(tx, event, parts, of, paper);
  }
}

function personOf(person: Resident) {
  return {
    nik: person.nik,
    citizenship: person.nationality === 'IDN' ? 'WNI' : 'WNA',
    name: person.name,
    sex: person.sex === 1 ? 'LAKI-LAKI' : 'PEREMPUAN',
    birthPlace: person.birthPlace,
    birthDate: person.birthDate,
  };
}

function spouseOf(parts: Parts, person: Resident) {
  const { sex: _, ...spouse } = personOf(person);
  return { ...spouse, ...parentNames(parts, person) };
}

function parentNames(parts: Parts, person: Resident) {
  const { fatherName, motherName } = parts.parents(person);
  return { fatherName, motherName };
}

function moveLetter(
  tx: Tx,
  event: CivilEvent,
  parts: Parts,
  of: (person: Resident | undefined) => Resident,
  paper: (person: Resident, data: unknown) => Composed,
): Composed {
  const { move } = parts;
  // The letter names the card that they leave; who is in none has nothing to show at the destination but himself.
  if (!move?.fromCard) throw refuse('civil_event.no_certificate');
  const seats = move.seats.map((seat) => ({ seat, person: of(parts.people.find((one) => one.nik === seat.nik)) }));
  const applicant = of(seats[0]?.person);
  const details = event.details as DetailsOf<'move'>;
  return paper(applicant, {
    number: move.letterNumber,
    familyCardNumber: move.fromCard,
    headName: parts.headName ?? applicant.name,
    applicantNik: applicant.nik,
    applicantName: applicant.name,
    reason: details.reason,
    from: addressWords(tx, { ...applicant, postalCode: null }),
    to: addressWords(tx, move.destination),
    kind:
      parts.headName && seats.some(({ person }) => person.name === parts.headName)
        ? 'Kepala keluarga dan anggota keluarga'
        : 'Anggota keluarga',
    movesOn: event.occurredOn,
    members: seats.map(({ seat, person }) => ({
      nik: person.nik,
      name: person.name,
      relation: wordOf(FAMILY_RELATION, seat.relation),
    })),
    issuer: parts.issuer,
  });
}
