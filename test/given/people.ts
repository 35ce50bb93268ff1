import type { Actor } from '../../src/core/access/index.ts';
import { newId, type Nik } from '../../src/core/id/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { registerResidents, type Biodata, type ProtectedElements } from '../../src/register/resident/index.ts';
import { rearrange } from '../../src/register/family/index.ts';
import { SCOPES, scopesOf, type Role } from '../../src/register/officer/index.ts';
import type { GivenHouse } from './house.ts';

export const DUREN_SAWIT = '317507';
export const PONDOK_KELAPA = '3175071004';
export const PONDOK_KOPI = '3175071007';
/** A village of another regency, for what lies outside. */
export const BANDUNG = '3273011001';

/** An officer with the scopes of a role (or all), a jurisdiction and a stated purpose. Not in the database: a use case only sees the actor. */
export function givenActor(
  over: { region?: string; role?: Role; purpose?: string | null; officeId?: string } = {},
): Actor {
  const id = newId();
  return {
    kind: 'officer',
    id,
    pseudonym: `officer-${id.slice(-6)}`,
    officeId: over.officeId ?? newId(),
    jurisdiction: { code: over.region ?? '3175' },
    roles: over.role ? [over.role] : ['operator'],
    scopes: over.role ? scopesOf([over.role]) : new Set(Object.keys(SCOPES)),
    purpose: over.purpose === undefined ? 'service' : over.purpose,
    language: 'id',
    zone: 'Asia/Jakarta',
    sessionId: null,
  };
}

export const SITI: Biodata = {
  name: 'SITI CONTOH RAHAYU',
  sex: 2,
  birthPlace: 'JAKARTA',
  birthDate: asCivilDate('1990-08-05'),
  bloodGroup: 13,
  religion: 1,
  maritalStatus: 1,
  maritalRegistered: null,
  education: 5,
  occupation: 15,
  nationality: 'IDN',
  permit: null,
  permitNumber: null,
  permitUntil: null,
  passport: null,
  motherNik: null,
  fatherNik: null,
  villageCode: PONDOK_KELAPA,
  address: 'JALAN CONTOH 1',
  rt: 3,
  rw: 7,
  hamlet: null,
  previousAddress: null,
  birthCertificate: null,
  marriageCertificate: null,
  marriageDate: null,
  divorceCertificate: null,
  divorceDate: null,
};

/** One resident, like SITI but for `over`; registered by the system before the story. */
export async function givenResident(
  given: GivenHouse,
  over: Partial<Biodata> = {},
  kin: Partial<ProtectedElements> = {},
): Promise<Nik> {
  const [nik] = await givenResidents(given, [{ ...over, kin }]);
  return nik!;
}

export async function givenResidents(
  given: Pick<GivenHouse, 'system'>,
  people: readonly (Partial<Biodata> & { kin?: Partial<ProtectedElements> })[],
): Promise<Nik[]> {
  const done = await given.system((tx) =>
    registerResidents(
      tx,
      givenActor({ region: '' }),
      { kind: 'entered', label: 'resident.entered', occurredOn: asCivilDate('2011-06-01'), legalBasis: 'test' },
      people.map(({ kin, ...over }) => ({
        biodata: { ...SITI, ...over },
        protected: { motherName: 'IBU CONTOH', fatherName: 'BAPAK CONTOH', disability: null, ...kin },
      })),
    ),
  );
  return [...done.niks];
}

/** A family card with these members at Pondok Kelapa; gives its number. */
export async function givenFamily(
  given: GivenHouse,
  members: readonly { nik: Nik; relation: number }[],
  villageCode = PONDOK_KELAPA,
) {
  const seated = await given.system((tx) =>
    rearrange(tx, givenActor({ region: '' }), {
      kind: 'formed',
      occurredOn: asCivilDate('2011-06-01'),
      form: [
        { address: { villageCode, address: 'JALAN CONTOH 1', rt: 3, rw: 7, hamlet: null, postalCode: null }, members },
      ],
    }),
  );
  return seated.formed[0]!;
}

/** An open office of the region with a head who signs; gives the office's id. */
export async function givenSigningOffice(given: GivenHouse, region = '3175'): Promise<string> {
  const officeId = newId();
  const officerId = newId();
  await given.system(async (tx) => {
    await tx.client.query(
      `insert into office.office (id, kind, name, region_code, zone, opened_on) values ($1, 'regency', $2, $3, 'Asia/Jakarta', '2010-01-01')`,
      [officeId, `Dinas Kependudukan dan Pencatatan Sipil ${region}`, region],
    );
    await tx.client.query(
      `insert into officer.officer (id, pseudonym, username, name, employee_number, state)
       values ($1, $2, $2, 'Dra. RETNO CONTOH, M.Si.', '196904121994032001', 'active')`,
      [officerId, `head-${officerId.slice(-8)}`],
    );
    await tx.client.query(
      `insert into officer.post (id, officer_id, office_id, role, from_on) values ($1, $2, $3, 'office_head', '2015-01-01')`,
      [newId(), officerId, officeId],
    );
  });
  return officeId;
}
