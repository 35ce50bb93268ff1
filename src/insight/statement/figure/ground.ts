/** Who answers for each figure, on which legal ground it is counted, and where those who may open its records: data. */

export type Owner = 'centre' | 'offices' | 'stores' | 'voters';

export interface FigureGround {
  /** Numbers and articles, the same in every language. */
  readonly law: string;
  readonly owner: Owner;
}

/** By the beginning of the code, so that a room's new figure has its ground already. */
const GROUNDS: readonly (readonly [string, FigureGround])[] = [
  ['resident.obligated', { law: 'UU 24/2013 art. 63', owner: 'offices' }],
  ['resident.', { law: 'UU 23/2006 jo. UU 24/2013; PP 40/2019', owner: 'offices' }],
  ['enrolment.', { law: 'UU 24/2013 art. 63; Permendagri 9/2011 jo. 8/2016', owner: 'offices' }],
  ['uniqueness.', { law: 'UU 24/2013 art. 84', owner: 'centre' }],
  ['card.destroyed', { law: 'Permendagri 9/2011 art. 5 (1) n; SE Mendagri 470.13/11176/SJ', owner: 'offices' }],
  ['card.', { law: 'UU 24/2013 art. 63, 64, 101; Permendagri 9/2011 jo. 8/2016', owner: 'offices' }],
  ['blank.', { law: 'UU 24/2013 art. 96; PP 40/2019 art. 26', owner: 'stores' }],
  ['incident.', { law: 'UU 24/2013 art. 96', owner: 'centre' }],
  ['found.', { law: 'Permendagri 9/2011 art. 5 (1) n', owner: 'offices' }],
  ['disposal.', { law: 'SE Mendagri 470.13/11176/SJ', owner: 'offices' }],
  ['partner.', { law: 'UU 24/2013 art. 58 (4), 79; Permendagri 102/2019', owner: 'centre' }],
  ['verification.', { law: 'UU 24/2013 art. 79; Permendagri 102/2019', owner: 'centre' }],
  ['voter.', { law: 'UU 7/2017', owner: 'voters' }],
];

export function groundOf(code: string): FigureGround | null {
  return GROUNDS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
}

/** The officers' list or page in which the counted records stand; it asks for a sign-in and shows each as much as he may see. */
const RECORDS: Readonly<Record<string, string>> = {
  'resident.obligated': '/petugas/perekaman/cakupan',
  'resident.duplicate': '/petugas/kasus',
  'enrolment.coverage': '/petugas/perekaman/cakupan',
  'enrolment.duplicate': '/petugas/ketunggalan',
  'uniqueness.court_searches': '/petugas/ketunggalan/perintah-pengadilan',
  'blank.in_stock': '/petugas/blangko',
  'blank.unaccounted': '/petugas/blangko/selisih',
  'incident.open': '/petugas/blangko/insiden',
  'card.printed': '/petugas/kartu-dan-blangko',
  'card.invalid_outstanding': '/petugas/kartu-dan-blangko',
  'card.invalid_taken_in': '/petugas/pemusnahan/penarikan',
  'card.destroyed': '/petugas/pemusnahan',
  'disposal.unreported_offices': '/petugas/pemusnahan/laporan',
  'found.cards': '/petugas/ktp-ditemukan',
  'partner.mou': '/petugas/kerja-sama/hitungan/mou',
  'partner.agreement': '/petugas/kerja-sama/hitungan/agreement',
  'partner.technical_guide': '/petugas/kerja-sama/hitungan/technical_guide',
  'partner.connected': '/petugas/kerja-sama/hitungan/connected',
  'partner.suspended': '/petugas/kerja-sama/hitungan/suspended',
  'verification.answers': '/petugas/pemakaian',
};

export function recordsOf(code: string): string | null {
  return RECORDS[code] ?? null;
}
