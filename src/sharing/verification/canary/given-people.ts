/** For tests: people among whom an invented one can hide. */
import { asCivilDate } from '../../../core/time/index.ts';
import type { SampledPerson } from '../../../register/resident/index.ts';

const MEN = ['BUDI', 'AGUS', 'JOKO', 'HENDRA', 'RIZKI', 'DIMAS', 'BAYU'];
const WOMEN = ['SRI', 'DEWI', 'RATNA', 'WULAN', 'INDAH', 'YANTI', 'PUTRI'];
const LAST = ['SANTOSO', 'WIBOWO', 'HIDAYAT', 'SAPUTRA', 'NUGROHO'];
const LAST_OF_WOMEN = ['RAHAYU', 'LESTARI', 'PUSPITA', 'ANGGRAINI', 'SAFITRI'];

export function givenPeople(n: number): Omit<SampledPerson, 'villageCode'>[] {
  return Array.from({ length: n }, (_, at) => {
    const man = at % 2 === 1;
    const pick = (words: readonly string[], by: number) => words[by % words.length]!;
    return {
      name: `${pick(man ? MEN : WOMEN, at)} CONTOH ${pick(man ? LAST : LAST_OF_WOMEN, Math.floor(at / 2))}`,
      sex: man ? 1 : 2,
      birthPlace: 'JAKARTA',
      birthDate: asCivilDate(`${1960 + (at % 30)}-0${1 + (at % 9)}-1${at % 9}`),
      bloodGroup: 13,
      religion: 1,
      maritalStatus: 1,
      education: 5,
      occupation: 15,
      address: `JALAN CONTOH ${['MELATI', 'MAWAR', 'KENANGA'][at % 3]} ${1 + at}`,
      rt: 1 + (at % 9),
      rw: 1 + (at % 5),
    };
  });
}
