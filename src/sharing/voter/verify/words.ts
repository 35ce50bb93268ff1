/** What is wrong with a list or a proof, and what to do, in both languages. */

export const FAULTS = {
  missing: ['{file} tidak ada. Minta berkas itu lagi.', '{file} is missing. Ask for it again.'],
  extra: [
    '{file} tidak termasuk daftar ini. Jangan dipakai; tanyakan dari mana asalnya.',
    '{file} is not of this list. Do not use it; ask where it came from.',
  ],
  cut: [
    '{file} terpotong: kurang {n} bita. Salin ulang dari media asalnya.',
    '{file} is cut: {n} bytes are missing. Copy it again from its medium.',
  ],
  longer: [
    '{file} kelebihan {n} bita. Salin ulang dari media asalnya.',
    '{file} has {n} bytes too many. Copy it again from its medium.',
  ],
  changed: [
    '{file} berubah: sidiknya bukan yang tertulis di manifest. Jangan dipakai; salin ulang.',
    '{file} was changed: its hash is not the one in the manifest. Do not use it; copy it again.',
  ],
  sums: [
    'Jumlah dalam {file} tidak cocok dengan manifest. Jangan diterima; hubungi Ditjen Dukcapil.',
    'The counts in {file} are not those of the manifest. Do not accept it; call the Directorate General.',
  ],
  root: [
    'Akar dari {file} bukan akar daftar ini. Jangan diterima; hubungi Ditjen Dukcapil.',
    'The root of {file} is not the root of this list. Do not accept it; call the Directorate General.',
  ],
  leaves: [
    'Daun dalam {file} tidak menghasilkan akar di {place}. Jangan diterima; hubungi Ditjen Dukcapil.',
    'The leaves in {file} do not make the root of {place}. Do not accept it; call the Directorate General.',
  ],
  checkpoint: [
    'Titik periksa dalam {file} tidak ditandatangani kunci log yang diberikan.',
    'The checkpoint in {file} is not signed by the key of the log that was given.',
  ],
  key_missing: [
    '{file} tidak ada: penyerahan belum disetujui, atau berkasnya tertinggal.',
    '{file} is missing: the release has not been approved, or the file was left behind.',
  ],
  key_unreadable: ['{file} tidak dapat dibaca. Minta berkas itu lagi.', '{file} cannot be read. Ask for it again.'],
  key_other: [
    '{file} disegel untuk kunci lain ({place}). Pakai kunci privat yang sidiknya terdaftar.',
    '{file} is sealed to another key ({place}). Use the private key whose thumbprint was registered.',
  ],
  key_refused: [
    '{file} tidak terbuka: manifest atau daftar ini bukan yang disetujui dua petugas.',
    '{file} does not open: this manifest or list is not the one that two officers approved.',
  ],
  seal: [
    'Segel {file} tidak utuh. Jangan dipakai; salin ulang.',
    'The seal of {file} does not hold. Do not use it; copy it again.',
  ],
  plain: [
    'Isi {file} bukan yang tertulis di manifest. Jangan diterima; hubungi Ditjen Dukcapil.',
    'What is in {file} is not what the manifest says. Do not accept it; call the Directorate General.',
  ],
  rows: [
    '{file}: terhitung {n}, bukan seperti di manifest. Jangan diterima; hubungi Ditjen Dukcapil.',
    '{file}: counted {n}, not as in the manifest. Do not accept it; call the Directorate General.',
  ],
  order: [
    '{file} tidak urut atau memuat NIK dua kali, dekat baris {n}. Jangan diterima; hubungi Ditjen Dukcapil.',
    '{file} is out of order or has a NIK twice, near row {n}. Do not accept it; call the Directorate General.',
  ],
  proof_leaf: [
    'Baris dan garam dalam {file} tidak menghasilkan daunnya: isinya berubah.',
    'The row and salt in {file} do not make its leaf: it was changed.',
  ],
  proof_place: [
    'Daun dalam {file} tidak berada di bawah akar {place}.',
    'The leaf in {file} does not lie under the root of {place}.',
  ],
  proof_root: [
    'Baris {place} dalam {file} tidak berada di bawah akar daftar.',
    'The line of {place} in {file} does not lie under the root of the list.',
  ],
  proof_entry: [
    'Catatan log dalam {file} tidak menyebut akar daftar ini.',
    'The entry of the log in {file} does not name the root of this list.',
  ],
  proof_log: [
    'Catatan dalam {file} tidak berada di bawah titik periksa yang ditandatangani.',
    'The entry in {file} does not lie under the signed checkpoint.',
  ],
  proof_other: ['{file} bukan bukti untuk daftar di folder ini.', '{file} is no proof for the list in this folder.'],
} as const satisfies Readonly<Record<string, readonly [id: string, en: string]>>;
export type FaultCode = keyof typeof FAULTS;

export interface Fault {
  readonly file: string;
  readonly code: FaultCode;
  readonly id: string;
  readonly en: string;
}

export function faultIn(
  file: string,
  code: FaultCode,
  also: { readonly n?: number | string; readonly place?: string } = {},
): Fault {
  const values: Readonly<Record<string, string>> = { file, n: String(also.n ?? ''), place: also.place ?? '' };
  const [id, en] = FAULTS[code].map((text) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''));
  return { file, code, id: id!, en: en! };
}
