/** Where the neighbours of this page are. Typed as the one path that always exists, as screens are found by name. */
const as = (path: string) => path as '/petugas';

export const PATHS = {
  start: as('/petugas/perekaman/rekam'),
  one: as('/petugas/perekaman/rekam/$ref'),
  stations: as('/petugas/perekaman/alat'),
  queue: as('/petugas/perekaman'),
  outbox: as('/petugas/perekaman/kotak-kirim'),
  person: as('/petugas/penduduk/$ref'),
  moves: as('/petugas/perpindahan'),
  newPerson: as('/petugas/penduduk-baru'),
} as const;
