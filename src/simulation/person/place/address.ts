import { below, pick, roll, type Die } from '../draw/draw.ts';

const STREETS =
  `MELATI|MAWAR|KENANGA|ANGGREK|CEMPAKA|FLAMBOYAN|DAHLIA|TERATAI|KAMBOJA|BOUGENVILLE|MERDEKA|PAHLAWAN|VETERAN|PEMUDA
|PATTIMURA|SISINGAMANGARAJA|IMAM BONJOL|DIPONEGORO|GAJAH MADA|HAYAM WURUK|HASANUDIN|TEUKU UMAR|PANGERAN ANTASARI|WOLTER MONGINSIDI
|KARTINI|DEWI SARTIKA|AHMAD YANI|SUDIRMAN|GATOT SUBROTO|SUPRAPTO|RAJAWALI|ELANG|GARUDA|MERPATI|KUTILANG|CENDRAWASIH|NURI|KENARI
|MANGGA|RAMBUTAN|DURIAN|NANGKA|SALAK|JAMBU|KELAPA|CEMARA|BERINGIN|MAHONI|AKASIA|PINUS|MASJID|SEKOLAH|PASAR|STASIUN|BALAI DESA
|RAYA BARAT|RAYA TIMUR|LINGKAR SELATAN|SUMBER REJEKI|TIRTA|SEJAHTERA|BAHAGIA|DAMAI|HARAPAN|SENTOSA`
    .replaceAll('\n', '')
    .split('|');

const HAMLETS =
  `KRAJAN|SUKAMAJU|SUKAMULYA|MEKARSARI|MEKARJAYA|SIDOMULYO|SIDODADI|SUMBERJO|SUMBERSARI|KARANGANYAR|KARANGREJO|TEGALREJO
|TEGALSARI|WONOREJO|WONOSARI|BANJARSARI|BANJAREJO|PURWODADI|PURWOSARI|TANJUNG|TANJUNGSARI|PADANG|PADANG BARU|KOTO BARU|KOTO TUO
|BUKIT TINGGI|BUKIT INDAH|PASIR PUTIH|BATU MERAH|BATU PUTIH|SUNGAI BARU|MUARA|KAMPUNG BARU|KAMPUNG TENGAH|TENGAH|TIMUR|BARAT|UTARA
|SELATAN|MAJU BERSAMA|HARAPAN BARU|TELAGA|KALI JERNIH|RAWASARI|CIBEUREUM|CIKADU|PASANGGRAHAN|BABAKAN|CIPARI|LEBAK`
    .replaceAll('\n', '')
    .split('|');

const NUMBERS = Array.from({ length: 100 }, (_, i) => String(i).padStart(3, '0'));

export interface Address {
  address: string;
  rt: string;
  rw: string;
  /** Empty in a kelurahan. */
  hamlet: string;
}

/** Where a family lives. A kelurahan (village code from 1000) has streets; a desa has hamlets, by the province's own word. */
export function addressIn(village: string, hamletWord: string, die: Die): Address {
  const rt = NUMBERS[1 + below(die, 14)]!;
  if (village.startsWith('1')) {
    const house = roll(die) < 0.8 ? ` NO. ${1 + below(die, 140)}` : '';
    const lane = roll(die) < 0.4 ? `GG. ${pick(die, STREETS)}` : `JL. ${pick(die, STREETS)}`;
    return { address: `${lane}${house}`, rt, rw: NUMBERS[1 + below(die, 18)]!, hamlet: '' };
  }
  const hamlet = pick(die, HAMLETS);
  const address = roll(die) < 0.25 ? `JL. ${pick(die, STREETS)}` : `${hamletWord} ${hamlet}`;
  return { address, rt, rw: NUMBERS[1 + below(die, 8)]!, hamlet };
}
