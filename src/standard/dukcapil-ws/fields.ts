/** What clients call the data of a person, and which attribute each means. Facts of clients that are in use; pure. */
import type { Attribute, RegionLevel } from '../../sharing/verification/index.ts';

/** Fields that are read as they are. Two names of one attribute: older and newer clients. */
export const FIELDS: Readonly<Record<string, Attribute>> = {
  NO_KK: 'familyCard',
  NAMA_LGKP: 'name',
  TMPT_LHR: 'birthPlace',
  TGL_LHR: 'birthDate',
  JENIS_KLMIN: 'sex',
  GOL_DARAH: 'bloodGroup',
  AGAMA: 'religion',
  STATUS_KAWIN: 'maritalStatus',
  STAT_KWN: 'maritalStatus',
  PDDK_AKH: 'education',
  JENIS_PKRJN: 'occupation',
  ALAMAT: 'address',
  NO_RT: 'rt',
  NO_RW: 'rw',
  PROP_NAME: 'province',
  KAB_NAME: 'regency',
  KEC_NAME: 'district',
  KEL_NAME: 'village',
  NAMA_LGKP_IBU: 'motherName',
  NAMA_LGKP_AYAH: 'fatherName',
};

/** Regions by number, from the province down: each is its own part of the code only. */
export const NUMBERED: readonly { readonly field: string; readonly level: RegionLevel; readonly digits: number }[] = [
  { field: 'NO_PROP', level: 'province', digits: 2 },
  { field: 'NO_KAB', level: 'regency', digits: 2 },
  { field: 'NO_KEC', level: 'district', digits: 2 },
  { field: 'NO_KEL', level: 'village', digits: 4 },
];

/** Other spellings of a name, by the name that we know it under. */
const ALIASES: Readonly<Record<string, string>> = {
  GOL_DRH: 'GOL_DARAH',
  NOMOR_PROP: 'NO_PROP',
  NOMOR_KAB: 'NO_KAB',
  NOMOR_KEC: 'NO_KEC',
  NOMOR_KEL: 'NO_KEL',
  THRESHOLD: 'TRESHOLD',
  TRANSACTION_ID: 'TRANSACTIONID',
};

/** A field as it was sent: the name as the client wrote it, so that the reply carries it, and the name as we know it. */
export interface Sent {
  readonly as: string;
  readonly text: string;
}

/**
 * The fields of a body by the names we know, whatever their case; blank ones are as if not sent, as clients send every field they
 * have. Of one that comes twice the first counts.
 */
export function sentIn(body: Readonly<Record<string, unknown>>): Map<string, Sent> {
  const sent = new Map<string, Sent>();
  for (const [as, value] of Object.entries(body)) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const name = as.trim().toUpperCase();
    const known = ALIASES[name] ?? name;
    if (!sent.has(known)) sent.set(known, { as, text: value.trim() });
  }
  return sent;
}
