/**
 * What the nation needs to know of a province: residents at the end of 2024 (official totals; the register's own table
 * stands in register/region, this copy lets the nation be made without it), who lives there by culture, and the word with
 * which an address in a village begins.
 */
export type Culture =
  | 'javanese'
  | 'sundanese'
  | 'betawi'
  | 'batak'
  | 'minang'
  | 'malay'
  | 'acehnese'
  | 'bugis'
  | 'balinese'
  | 'chinese'
  | 'papuan'
  | 'dayak'
  | 'minahasan'
  | 'moluccan'
  | 'timorese';

type Mix = Readonly<Partial<Record<Culture, number>>>;

export interface Province {
  readonly population: number;
  readonly cultures: Mix;
  readonly hamlet: string;
}

const of = (population: number, hamlet: string, cultures: Mix): Province => ({ population, hamlet, cultures });

export const PROVINCES: Readonly<Record<string, Province>> = {
  11: of(5623479, 'DUSUN', { acehnese: 82, javanese: 9, batak: 4, malay: 5 }),
  12: of(15640905, 'DUSUN', { batak: 46, javanese: 33, malay: 12, chinese: 3, minang: 4, acehnese: 2 }),
  13: of(5820359, 'JORONG', { minang: 88, javanese: 5, batak: 5, malay: 2 }),
  14: of(7099297, 'DUSUN', { malay: 36, javanese: 29, minang: 13, batak: 14, bugis: 3, chinese: 2, sundanese: 3 }),
  15: of(3834439, 'DUSUN', { malay: 52, javanese: 30, minang: 6, batak: 4, sundanese: 4, bugis: 3, chinese: 1 }),
  16: of(9064690, 'DUSUN', { malay: 65, javanese: 28, sundanese: 3, balinese: 1, batak: 1, chinese: 1, minang: 1 }),
  17: of(2127957, 'DUSUN', { malay: 68, javanese: 23, sundanese: 3, minang: 4, batak: 2 }),
  18: of(9144263, 'DUSUN', { javanese: 65, malay: 20, sundanese: 11, balinese: 2, batak: 1, chinese: 1 }),
  19: of(1549562, 'DUSUN', { malay: 75, javanese: 9, chinese: 9, bugis: 3, sundanese: 2, batak: 2 }),
  21: of(2271890, 'KP.', {
    malay: 33,
    javanese: 25,
    batak: 14,
    minang: 11,
    chinese: 9,
    sundanese: 4,
    bugis: 2,
    timorese: 2,
  }),
  31: of(11038216, 'KP.', {
    javanese: 36,
    betawi: 29,
    sundanese: 15,
    chinese: 7,
    batak: 4,
    minang: 4,
    malay: 4,
    bugis: 1,
  }),
  32: of(51316378, 'KP.', { sundanese: 76, javanese: 15, betawi: 6, batak: 1, minang: 1, chinese: 1 }),
  33: of(38430645, 'DUSUN', { javanese: 97.5, sundanese: 1.5, chinese: 1 }),
  34: of(3743365, 'PADUKUHAN', { javanese: 96, sundanese: 1.5, malay: 1, chinese: 1, batak: 0.5 }),
  35: of(41919906, 'DUSUN', { javanese: 97.5, chinese: 1.5, balinese: 0.3, bugis: 0.3, malay: 0.4 }),
  36: of(12881374, 'KP.', { sundanese: 65, javanese: 16, betawi: 11, chinese: 3, batak: 2, minang: 2, malay: 1 }),
  51: of(4375263, 'BR. DINAS', { balinese: 86, javanese: 10, malay: 1.5, chinese: 0.8, timorese: 1, bugis: 0.7 }),
  52: of(5751295, 'DUSUN', { malay: 94, balinese: 3, javanese: 2, bugis: 1 }),
  53: of(5700772, 'DUSUN', { timorese: 94, javanese: 2, bugis: 2, malay: 2 }),
  61: of(5646268, 'DUSUN', { dayak: 33, malay: 38, javanese: 14, chinese: 8, bugis: 4, batak: 1, sundanese: 2 }),
  62: of(2825290, 'DUSUN', { dayak: 38, malay: 28, javanese: 26, bugis: 2, sundanese: 2, balinese: 0.5, batak: 3.5 }),
  63: of(4305281, 'DUSUN', { malay: 80, javanese: 14, bugis: 3, dayak: 2, chinese: 0.5, sundanese: 0.5 }),
  64: of(4123303, 'DUSUN', {
    javanese: 31,
    bugis: 24,
    malay: 22,
    dayak: 13,
    timorese: 4,
    chinese: 1,
    batak: 2,
    sundanese: 3,
  }),
  65: of(770627, 'DUSUN', { bugis: 27, dayak: 29, javanese: 21, malay: 17, chinese: 2, timorese: 4 }),
  71: of(2645291, 'JAGA', { minahasan: 68, malay: 30, javanese: 1, chinese: 1 }),
  72: of(3219494, 'DUSUN', { bugis: 60, minahasan: 17, javanese: 9, malay: 9, balinese: 4, chinese: 1 }),
  73: of(9528276, 'DUSUN', { bugis: 88, timorese: 7, javanese: 3, chinese: 1, balinese: 0.3, minahasan: 0.7 }),
  74: of(2824589, 'DUSUN', { bugis: 85, javanese: 8, balinese: 2.5, malay: 3, timorese: 1.5 }),
  75: of(1250960, 'DUSUN', { malay: 92, minahasan: 2, javanese: 4, bugis: 2 }),
  76: of(1466741, 'DUSUN', { bugis: 78, timorese: 15, javanese: 5, balinese: 2 }),
  81: of(1935586, 'DUSUN', { moluccan: 90, bugis: 7, javanese: 3 }),
  82: of(1394231, 'DUSUN', { malay: 66, moluccan: 28, bugis: 3, javanese: 3 }),
  91: of(1102360, 'KAMPUNG', { papuan: 63, javanese: 17, bugis: 12, moluccan: 4, minahasan: 4 }),
  92: of(576255, 'KAMPUNG', { papuan: 58, javanese: 16, bugis: 13, moluccan: 13 }),
  93: of(562220, 'KAMPUNG', { papuan: 65, javanese: 22, bugis: 8, moluccan: 5 }),
  94: of(1369112, 'KAMPUNG', { papuan: 83, javanese: 9, bugis: 8 }),
  95: of(1470518, 'KAMPUNG', { papuan: 98, javanese: 1, bugis: 1 }),
  96: of(623186, 'KAMPUNG', { papuan: 50, javanese: 19, bugis: 15, moluccan: 16 }),
};

/** Religion or belief (SIAK codes 1-7, in that order) of a hundred people of a culture. */
export const FAITHS: Readonly<Record<Culture, readonly number[]>> = {
  javanese: [97, 1.6, 1, 0.15, 0.1, 0, 0.15],
  sundanese: [99.2, 0.5, 0.15, 0, 0.05, 0, 0.1],
  betawi: [97, 2, 0.6, 0, 0.4, 0, 0],
  batak: [42, 47, 10.7, 0, 0.1, 0, 0.2],
  minang: [99.8, 0.1, 0.1, 0, 0, 0, 0],
  malay: [98.9, 0.5, 0.3, 0.2, 0.1, 0, 0],
  acehnese: [99.8, 0.1, 0.1, 0, 0, 0, 0],
  bugis: [98, 1.6, 0.3, 0.1, 0, 0, 0],
  balinese: [1.2, 0.6, 0.3, 97.6, 0.3, 0, 0],
  chinese: [4, 29, 16, 0.2, 49, 1.8, 0],
  papuan: [7, 72, 21, 0, 0, 0, 0],
  dayak: [16, 37, 44, 2.6, 0.2, 0, 0.2],
  minahasan: [12, 81, 6.5, 0.3, 0.1, 0.1, 0],
  moluccan: [40, 51, 9, 0, 0, 0, 0],
  timorese: [6, 39, 54.5, 0.2, 0, 0, 0.3],
};
