/** Which tables are published of every cut-off, as data; their addresses, licence and names. Pure, safe in a browser. */
import type { TableName } from '../catalogue/rules.ts';

export interface OpenTable {
  /** Stands in addresses. */
  readonly id: string;
  readonly table: TableName;
  readonly dimensions: readonly string[];
}

const of = (table: TableName, id: string, ...dimensions: string[]): OpenTable => ({ id, table, dimensions });

/** Few and coarse: what is published together must bear being taken apart together. */
export const OPEN_TABLES: readonly OpenTable[] = [
  of('resident', 'penduduk-provinsi', 'province'),
  of('resident', 'penduduk-kabupaten', 'regency'),
  of('resident', 'penduduk-kecamatan', 'district'),
  of('resident', 'penduduk-umur-jenis-kelamin', 'age_group', 'sex'),
  of('resident', 'penduduk-provinsi-jenis-kelamin', 'province', 'sex'),
  of('resident', 'penduduk-agama', 'religion'),
  of('resident', 'penduduk-status-kawin', 'marital_status', 'sex'),
  of('resident', 'penduduk-pendidikan', 'education', 'sex'),
  of('resident', 'penduduk-pekerjaan', 'occupation'),
  of('resident', 'perekaman-kabupaten', 'regency', 'recorded'),
  of('resident', 'ktp-provinsi', 'province', 'card'),
  of('event', 'peristiwa', 'kind'),
  of('event', 'peristiwa-bulan', 'month', 'kind'),
  of('recording', 'perekaman-bulan', 'month', 'source'),
  of('card', 'langkah-kartu', 'state'),
  of('disposal', 'pemusnahan', 'stage', 'cause'),
  of('verification', 'verifikasi', 'purpose', 'outcome'),
];

export const LICENCE = {
  name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const PATH = '/data-terbuka';

/** The address of a file, for ever. */
export function filePath(asOf: string, file: string): string {
  return `${PATH}/${asOf}/${file}`;
}
