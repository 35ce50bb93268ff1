/** Names for children who are born in the story; none is a real person's. */
import { pick, type Die } from '../../person/index.ts';

const BOYS =
  'RAKA DIMAS FAJAR GALANG ARYA BAYU REZA ILHAM NAUFAL DANISH FARREL AZKA KENZIE RAFI YOGA TEGUH ALIF DAFFA'.split(' ');
const GIRLS =
  'RANI NADIA KIRANA AYU LARAS ZAHRA KEYSHA NAYLA SALMA AISYAH TIARA INTAN PUTRI AQILA DINDA MELATI ALYA'.split(' ');
const SECOND = 'PRATAMA RAMADHAN SAPUTRA WIJAYA NUGRAHA MAULANA HIDAYAT PERMANA SETIAWAN KUSUMA'.split(' ');
const SECOND_OF_GIRLS = 'PRATIWI RAMADHANI LESTARI ANGGRAINI MAHARANI SAFITRI KUSUMAWATI PERMATA UTAMI HANDAYANI'.split(
  ' ',
);

export function childName(die: Die, sex: number): string {
  return sex === 1 ? `${pick(die, BOYS)} ${pick(die, SECOND)}` : `${pick(die, GIRLS)} ${pick(die, SECOND_OF_GIRLS)}`;
}
