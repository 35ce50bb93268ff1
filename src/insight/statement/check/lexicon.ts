/**
 * The words by which a figure in a text is tied to an indicator: data, no model. An entry holds where each of its groups has a word near
 * the number; of several that hold the one with the most groups does, then the nearest.
 */
export interface LexiconEntry {
  readonly indicator: string;
  /** What of the indicator is meant: itself, what is missing to its denominator, or the denominator. */
  readonly part: 'numerator' | 'rest' | 'denominator';
  /** Sources of patterns; within a group one is enough, and every group is needed. */
  readonly groups: readonly (readonly string[])[];
  /** Where one of these is near, it is not meant. */
  readonly unless?: readonly string[];
  /** Its words stand beside other figures too ("penduduk wajib KTP"): meant only where nothing else is. */
  readonly weak?: true;
}

const CARD = ['(?:e-?ktp|ktp)(?:\\s*-?\\s*el)?', 'kartu(?:\\s+identitas)?', 'keping', '(?:identity\\s+)?cards?'];
const BLANK = ['blang?ko', 'blanks?(?:\\s+cards?)?'];
const NOT_YET = '(?:belum|tidak)\\s+(?:\\p{L}+\\s+){0,2}';
const RECORDED = '(?:perekaman|merekam|direkam|terekam|rekam)';
const INSTITUTION = ['lembaga(?:\\s+pengguna)?', 'instansi', 'bank', 'perusahaan', 'akses', 'institutions?', 'access'];

const of = (
  indicator: string,
  groups: LexiconEntry['groups'],
  { part = 'numerator', unless, weak }: Partial<Pick<LexiconEntry, 'part' | 'unless' | 'weak'>> = {},
): LexiconEntry => ({ indicator, part, groups, ...(unless && { unless }), ...(weak && { weak }) });

export const LEXICON: readonly LexiconEntry[] = [
  of('resident.total', [['penduduk', 'residents', 'population']], { weak: true }),
  of('resident.obligated', [
    ['wajib\\s+(?:memiliki\\s+)?(?:e-?)?ktp(?:\\s*-?\\s*el)?', '(?:must|obliged\\s+to)\\s+hold'],
  ]),
  of('resident.duplicate', [['data\\s+ganda', 'nik\\s+ganda', 'duplicate\\s+records?']], {
    unless: ['perekaman', 'pemilih'],
  }),
  of('enrolment.coverage', [[RECORDED, 'recorded', 'recordings?', 'enrolled', 'enrolment']], {
    unless: [
      `${NOT_YET}(?:melakukan\\s+)?${RECORDED}`,
      'not\\s+(?:yet\\s+)?(?:been\\s+)?recorded',
      'ganda',
      'duplicate',
    ],
  }),
  of(
    'enrolment.coverage',
    [[`${NOT_YET}(?:melakukan\\s+)?${RECORDED}`, 'not\\s+(?:yet\\s+)?(?:been\\s+)?recorded', 'unrecorded']],
    {
      part: 'rest',
    },
  ),
  of('enrolment.duplicate', [[`(?:${RECORDED}|rekaman)\\s+ganda`, 'duplicate\\s+recordings?']]),
  of('card.printed', [CARD, ['dicetak', 'tercetak', 'pencetakan', 'mencetak', 'printed']], {
    unless: ['belum\\s+(?:ter|di)cetak'],
  }),
  of('card.invalid_outstanding', [
    ['invalid'],
    ['belum\\s+(?:di)?tarik', 'masih\\s+beredar', 'not\\s+(?:yet\\s+)?taken\\s+in'],
  ]),
  of(
    'card.invalid_taken_in',
    [
      ['invalid', 'rusak'],
      ['ditarik', 'penarikan', 'taken\\s+in'],
    ],
    { unless: ['belum', 'not'] },
  ),
  of('card.destroyed', [CARD, ['dimusnahkan', 'memusnahkan', 'pemusnahan', 'musnah', 'dibakar', 'destroyed', 'burnt']]),
  of('found.cards', [CARD, ['ditemukan(?:nya)?', 'temuan', 'penemuan', 'menemukan', 'tercecer', 'found']]),
  of('blank.in_stock', [
    BLANK,
    ['stok', 'persediaan', 'tersedia', 'gudang', 'tersisa', 'sisa', 'in\\s+stock', 'stock'],
  ]),
  of('blank.unaccounted', [BLANK, ['tidak\\s+terjelaskan', 'hilang', 'selisih', 'unaccounted(?:\\s+for)?', 'missing']]),
  of('incident.open', [
    ['insiden', 'incidents?'],
    ['blang?ko', 'blanks?', 'terbuka', 'open', 'ditangani'],
  ]),
  of('disposal.unreported_offices', [
    ['kabupaten(?:/kota)?', 'kota', 'daerah', 'kantor', 'regenc(?:y|ies)', 'offices?'],
    ['belum\\s+(?:me)?lapor(?:kan)?', 'have\\s+not\\s+(?:yet\\s+)?reported', 'not\\s+(?:yet\\s+)?reported'],
  ]),
  of(
    'disposal.unreported_offices',
    [
      ['kabupaten(?:/kota)?', 'kota', 'daerah', 'kantor', 'regenc(?:y|ies)', 'offices?'],
      ['(?:me)?lapor(?:kan)?', 'reported'],
    ],
    { part: 'rest', unless: ['(?:belum|tidak)\\s+(?:me)?lapor(?:kan)?', 'not\\s+(?:yet\\s+)?reported'] },
  ),
  of('partner.mou', [['mous?', 'nota\\s+kesepahaman', 'memorand(?:um|a)(?:\\s+of\\s+understanding)?']]),
  of('partner.agreement', [
    ['perjanjian\\s+kerja\\s?sama', 'bekerja\\s?sama', 'pks', '(?:cooperation\\s+)?agreements?'],
  ]),
  of('partner.technical_guide', [['juknis', 'petunjuk\\s+teknis', 'technical\\s+guides?']]),
  of('partner.connected', [['terkoneksi', 'terhubung', 'tersambung', 'connected']]),
  of('partner.suspended', [INSTITUTION, ['dihentikan', 'diputus', 'dicabut', 'suspended', 'cut\\s+off']]),
  of('verification.answers', [
    ['verifikasi', 'verification'],
    ['jawaban', 'dijawab', 'permintaan', 'answers?', 'answered'],
  ]),
  of('uniqueness.court_searches', [
    ['pencarian', 'search(?:es)?'],
    ['pengadilan', "courts?(?:[\u2019']s?)?"],
  ]),
  of('voter.eligible', [
    ['pemilih\\s+potensial', 'dp4', 'berhak\\s+memilih', 'hak\\s+pilih', 'eligible\\s+voters?', 'may\\s+vote'],
  ]),
  of('voter.without_card', [
    ['pemilih', 'voters?', 'hak\\s+pilih'],
    [
      '(?:belum|tidak)\\s+(?:memiliki|punya|memegang)\\s+(?:e-?)?ktp(?:\\s*-?\\s*el)?',
      'without\\s+(?:an?\\s+)?(?:identity\\s+)?card',
    ],
  ]),
];

/** What is counted, after a number: by it a number of four digits is no year. */
export const UNITS =
  /^\s*(?:orang|jiwa|keping|lembaga|instansi|unit|kantor|kabupaten|kota|provinsi|penduduk|pemilih|kartu|e-?ktp|ktp|blang?ko|kasus|permohonan|keluarga|kk\b|k\/l|perjanjian|people|residents|cards?|institutions?|offices?|ministries|agencies|blanks?|voters?)/i;

/** A time that lasts, not a figure. */
export const DURATIONS =
  /^\s*(?:[x\u00d7]\s*\d+\s*)?(?:tahun|thn|bulan|hari|jam|menit|detik|minggu|pekan|years?|months?|days?|hours?|weeks?|minutes?|WIB|WITA|WIT)(?![\p{L}])/iu;

/** What a number after it numbers instead of counting. */
export const NUMBERED =
  /(?<![\p{L}])(?:pasal|ayat|nomor|no\.?|bab|halaman|hal\.|usia|umur|pukul|jam|rt|rw|tps|lantai|angkatan|periode|article|section|page|aged?|at|pilkada|pemilu)\s*\(?$/iu;

export const HEDGES: readonly (readonly [Hedge, RegExp])[] = [
  [
    'over',
    /(?:lebih\s+dari|di\s?atas|melebihi|melampaui|sedikitnya|setidaknya|minimal|more\s+than|over|at\s+least)\s*$/i,
  ],
  ['nearly', /(?:hampir|mendekati|nearly|almost)\s*$/i],
  ['under', /(?:kurang\s+dari|di\s?bawah|paling\s+banyak|less\s+than|fewer\s+than|under|at\s+most)\s*$/i],
  ['about', /(?:sekitar|kira-kira|kurang\s+lebih|lebih\s+kurang|\u00b1|about|around|some|approximately)\s*$/i],
];
export type Hedge = 'exact' | 'over' | 'nearly' | 'under' | 'about';

/** Before a number that is wished for and not yet so. */
export const PLANNED =
  /(?<![\p{L}])(?:target\p{L}*|ditargetkan|menargetkan|rencana\p{L}*|direncanakan|diharapkan|akan|will|plans?|planned|aims?)(?![\p{L}])/iu;

/** Before a year or years: when something was made. */
export const MADE =
  /(?:produksi|diproduksi|cetakan|dicetak|tercetak|buatan|keluaran|terbitan|printed|produced|production|made)(?:\s+(?:pada|dari|antara|in|of|between|massal))*\s*$/i;

const POLICE_NAMES =
  '(?:pihak\\s+|aparat\\s+)?(?:kepolisian|polisi|polri|mabes\\s+polri|bareskrim|polda|polres(?:ta|tabes)?|polsek|(?:the\\s+)?police)';
export const POLICE: readonly RegExp[] = [
  new RegExp(
    `(?:(?:sudah|telah|sedang|kini|masih)\\s+)*(?:ditangani|diproses|diselidiki|disidik|diusut|dilaporkan)\\s+(?:oleh\\s+|ke(?:pada)?\\s+|di\\s+)?${POLICE_NAMES}`,
    'giu',
  ),
  new RegExp(`(?:handled|investigated|taken\\s+up)\\s+by\\s+${POLICE_NAMES}|reported\\s+to\\s+${POLICE_NAMES}`, 'giu'),
];
/** As reports to the police are numbered: `LP/CONTOH/1208/2018`. */
export const POLICE_NUMBER = /\bLP\s?\/[\p{L}\d./-]*\d/giu;
/** Which cases a sentence about the police can mean. */
export const CASES = {
  found: /ditemukan|temuan|karung|dibuang|di\s+buang|found|sack|dumped/i,
  sold: /penjualan|dijual|jual\s+beli|menjual|sale|sold|selling/i,
} as const;

/** Judgements of persons, their intent or their guilt: for a court, not for a register. */
export const JUDGEMENTS: readonly RegExp[] = [
  /\boknum\b(?:\s+tertentu)?/giu,
  /pihak(?:-pihak)?\s+(?:yang\s+)?tidak\s+bertanggung\s*jawab/giu,
  /murni\s+(?:tindak\s+pidana|kriminal|kejahatan)/giu,
  /\b(?:rogue\s+\p{L}+|irresponsible\s+(?:party|parties|people|persons))\b/giu,
];
