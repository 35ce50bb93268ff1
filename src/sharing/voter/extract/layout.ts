/**
 * How a list of potential voters is laid out: which fields a row has, which files there are and how they are called. Pure.
 * The mark of a making stands in names and in the manifest, never in a row: rows are the same for whoever gets them.
 */

/** The fields that a row has, in this order, as the header of the CSV names them. */
export const FIELDS = [
  'nik',
  'no_kk',
  'nama',
  'tempat_lahir',
  'tanggal_lahir',
  'jenis_kelamin',
  'status_kawin',
  'alamat',
  'rt',
  'rw',
  'kode_kelurahan',
  'perwakilan',
] as const;
export type Field = (typeof FIELDS)[number];

/** The masked variant has no day of birth. */
export const MASKED_FIELDS: readonly Field[] = FIELDS.filter((field) => field !== 'tanggal_lahir');
/** So many digits of NIK and KK it shows. */
export const SHOWN_DIGITS = 6;

export const headerOf = (fields: readonly string[]): string => `${fields.join(',')}\n`;

/** `rows`: everybody, full; `masked`: everybody, without day of birth and with hidden numbers; both sealed. `leaves`, `places`, `dak2`: nothing of anybody. */
export const FILE_KINDS = ['rows', 'parquet', 'masked', 'leaves', 'places', 'dak2'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const isSealed = (kind: FileKind): boolean => kind === 'rows' || kind === 'parquet' || kind === 'masked';

/** Voters at missions abroad lie in one file, whatever village they come from. */
export const ABROAD = 'luar-negeri';

/** The file in which a place's voters lie: its regency, its village, or the one of those abroad. */
export function partOf(place: string, by: 'regency' | 'village'): string {
  if (!/^[0-9]{10}$/.test(place)) return ABROAD;
  return by === 'regency' ? place.slice(0, 4) : place;
}

const NAME: Readonly<Record<FileKind, (part: string, mark: string) => string>> = {
  rows: (part, mark) => `${part}/${part}-${mark}.csv.sealed`,
  parquet: (part, mark) => `${part}/${part}-${mark}.parquet.sealed`,
  masked: (part, mark) => `${part}/${part}-${mark}.masked.csv.sealed`,
  leaves: (part, mark) => `${part}/${part}-${mark}.leaves`,
  places: (_, mark) => `places-${mark}.csv`,
  dak2: (_, mark) => `dak2-${mark}.csv`,
};

/** Below the folder of the extract. */
export const pathOf = (kind: FileKind, part: string, mark: string): string => NAME[kind](part, mark);

/** Eight signs that tell one making from another: where a file turns up that should not be there, its name says which it was. */
export const markOf = (extractId: string): string => extractId.replaceAll('-', '').slice(-8);

export const MANIFEST = 'manifest.json';
export const KEY_FILE = 'key.hpke';

export const PLACES_HEADER = 'tempat,jumlah,laki_laki,perempuan,akar';
export const DAK2_HEADER = 'kode_kecamatan,kecamatan,kabupaten_kota,provinsi,jumlah,laki_laki,perempuan';

/** A text as COPY writes it in CSV: quoted where it must be, and where it is empty but there. */
export function csvField(value: string | null): string {
  if (value === null) return '';
  return value === '' || /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
