/** Names of institutions that nobody bears: each has CONTOH in it. */
import type { Kind } from '../../../sharing/partner/index.ts';

export interface Places {
  /** Regencies and cities of the story's map, by code. */
  readonly regencies: readonly { readonly code: string; readonly name: string }[];
}

const WORDS = [
  'SEJAHTERA',
  'MAKMUR',
  'SENTOSA',
  'MANDIRI',
  'LESTARI',
  'PERSADA',
  'ABADI',
  'UTAMA',
  'BERSAMA',
  'GEMILANG',
  'PERTIWI',
  'SAMUDRA',
];

const FORMS: Partial<Record<Kind, string>> = {
  bank: 'BANK CONTOH',
  finance: 'PEMBIAYAAN CONTOH',
  insurance: 'ASURANSI CONTOH',
  capital_market: 'SEKURITAS CONTOH',
  company: 'PT CONTOH',
  hospital: 'RS CONTOH',
  university: 'UNIVERSITAS CONTOH',
  telecommunication: 'TELEKOMUNIKASI CONTOH',
};

/** The `at`-th of its kind; those of a region stand in different regencies. */
export function nameOf(kind: Kind, at: number, { regencies }: Places): { name: string; regionCode: string | null } {
  const place = regencies[(at * 37) % regencies.length]!;
  if (kind === 'regional_government')
    return { name: `DINAS SOSIAL CONTOH ${place.name.toUpperCase()}`, regionCode: place.code };
  if (kind === 'public_hospital') return { name: `RSUD CONTOH ${place.name.toUpperCase()}`, regionCode: place.code };
  const word = WORDS[at % WORDS.length]!;
  return { name: `${FORMS[kind] ?? 'LEMBAGA CONTOH'} ${word} ${String(at + 1).padStart(3, '0')}`, regionCode: null };
}
