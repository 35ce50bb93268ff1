/** Certificates (kutipan akta) of births, deaths, marriages and divorces: set, issued again, opened. */
import type { Actor } from '../../core/access/index.ts';
import { covers } from '../../core/access/index.ts';
import { run, sql, elevated, type Tx } from '../../core/db/index.ts';
import {
  issueDocument,
  openDocument,
  replaceDocument,
  type Issuer,
  type PaperKind,
  type PaperToIssue,
} from '../../core/document/index.ts';
import type { FileAnswer } from '../../core/http/contract.ts';
import type { Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { today } from '../../core/time/index.ts';
import { listParentNames, listResidents, RELIGION, type Resident } from '../resident/index.ts';
import {
  birthCertificateTemplate,
  deathCertificateTemplate,
  divorceCertificateTemplate,
  marriageCertificateTemplate,
} from './document/index.ts';
import { reaching } from './people.ts';
import { refuse } from './refusals.ts';
import { recordEvent, type Recorded, type RecordGiven } from './record.ts';
import type { DetailsOf } from './schema.ts';
import { findEvent, findIssuer, listParticipants, setDocument, type CivilEvent, type IssuerRow } from './sql.ts';

/** The number of each kind in a paper's code, for ever. */
export const PAPERS = {
  birth: { code: 21, template: birthCertificateTemplate },
  death: { code: 22, template: deathCertificateTemplate },
  marriage: { code: 23, template: marriageCertificateTemplate },
  divorce: { code: 24, template: divorceCertificateTemplate },
} as const;
type PaperEvent = keyof typeof PAPERS;

const hasPaper = (kind: string): kind is PaperEvent => kind in PAPERS;

export type PaperState = 'issued' | 'waiting' | 'none';

export function paperStateOf(event: Pick<CivilEvent, 'kind' | 'state' | 'documentId'>): PaperState {
  if (event.documentId) return 'issued';
  return hasPaper(event.kind) && event.state === 'recorded' ? 'waiting' : 'none';
}

/**
 * Records an event and prints its certificate in the same transaction. Where the paper cannot be set now (a busy press, a
 * name that the fonts lack) the event stands and the certificate waits to be asked for.
 */
export async function recordAndIssue(
  tx: Tx,
  actor: Actor,
  given: RecordGiven,
): Promise<Recorded & { paper: PaperState }> {
  const recorded = await recordEvent(tx, actor, given);
  if (!hasPaper(recorded.kind)) return { ...recorded, paper: 'none' };
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

/** Prints the certificate of a recorded event; one that was printed before is replaced and says so when it is scanned. */
export async function issueCertificate(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string },
): Promise<{ documentId: Uuid; replaced: boolean }> {
  const event = await findEvent(tx, input.id, 'update');
  if (!event) throw refuse('civil_event.not_found');
  if (!hasPaper(event.kind) || event.state !== 'recorded') throw refuse('civil_event.no_certificate');
  const day = today(tx.ground.clock, actor.zone);
  const office = actor.officeId && (await findIssuer(tx, { officeId: actor.officeId, officerId: actor.id, day }));
  if (!office) throw refuse('civil_event.no_office');
  const participants = await listParticipants(tx, event.id);
  const people = await elevated(tx, () =>
    listResidents(
      tx,
      participants.map(({ nik }) => nik),
    ),
  );
  const beyond = people.some((person) => !covers(actor.jurisdiction, person.villageCode));
  const issued = await reaching(tx, beyond, async () => {
    const names = await listParentNames(
      tx,
      people.map((person) => person.nik),
    );
    const paper = compose(event as CivilEvent & { kind: PaperEvent }, {
      issuer: issuerOf(tx, office),
      one: (role) => {
        const nik = participants.find((one) => one.role === role)?.nik;
        return people.find((person) => person.nik === nik);
      },
      parents: (person) => names.get(person.nik) ?? { motherName: null, fatherName: null },
    });
    const toIssue = {
      ...paper,
      number: event.certificateNumber!,
      issuedOn: day,
      office: { id: office.id, name: office.name },
    };
    return event.documentId ? replaceDocument(tx, actor, event.documentId, toIssue) : issueDocument(tx, actor, toIssue);
  });
  await setDocument(tx, event.id, issued.id);
  await record(tx, actor, {
    label: 'civil_event.certificate_issued',
    subjects: people.map(({ nik }) => ({ nik, detail: event.kind })),
    facts: { event: event.id, document: issued.id, replaces: event.documentId ?? null },
  });
  return { documentId: issued.id, replaced: event.documentId !== null };
}

/** The certificate as it was printed. */
export async function openCertificate(tx: Tx, actor: Actor, input: { readonly id: string }): Promise<FileAnswer> {
  const event = await findEvent(tx, input.id);
  if (!event) throw refuse('civil_event.not_found');
  if (!event.documentId) throw refuse('civil_event.not_printed');
  const { pdf, nik } = await openDocument(tx, event.documentId);
  await record(tx, actor, {
    label: 'civil_event.certificate_opened',
    subjects: [{ nik, detail: event.kind }],
    facts: { event: event.id },
  });
  return { mediaType: 'application/pdf', fileName: `${event.certificateNumber}.pdf`, bytes: pdf };
}

interface Parts {
  readonly issuer: Issuer;
  one(role: string): Resident | undefined;
  parents(person: Resident): { motherName: string | null; fatherName: string | null };
}

type Composed = Pick<PaperToIssue<unknown>, 'data' | 'nik' | 'villageCode'> & { readonly kind: PaperKind<unknown> };

function compose(event: CivilEvent & { kind: PaperEvent }, parts: Parts): Composed {
  const head = { deedNumber: event.certificateNumber!, issuer: parts.issuer };
  const of = (person: Resident | undefined): Resident => {
    if (!person) throw refuse('civil_event.not_found');
    return person;
  };
  const paper = (person: Resident, data: unknown): Composed => ({
    kind: PAPERS[event.kind] as PaperKind<unknown>,
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

/** Signed by who heads the office on the day, or for him by the officer who acts. */
function issuerOf(tx: Tx, office: IssuerRow): Issuer {
  const place = tx.ground.regions.nameOf(office.regionCode?.slice(0, 4) ?? '') ?? 'Jakarta';
  const title = office.headName ? `Kepala ${office.name}` : `a.n. Kepala ${office.name}`;
  return {
    place: place.slice(0, 60),
    title: lines(title, 60),
    name: office.headName ?? office.officerName ?? 'Pejabat Pencatatan Sipil',
    employeeNumber: null,
  };
}

/** Words in lines of at most `width` characters, four lines at most. */
function lines(text: string, width: number): string[] {
  const made: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = made.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) made[made.length - 1] = `${last} ${word}`;
    else made.push(word.slice(0, 80));
  }
  return made.slice(0, 4);
}
