import { createContext, useContext } from 'react';
import type { Language } from '../../src/core/text/index.ts';

/** What the server knows of the page around the data; the same shape in `src/core/http/web.ts`. */
export interface Frame {
  /** The path without the query, for the navigation and the language switch. */
  readonly path: string;
  /** What follows the path, without `?` and without the choice of language. */
  readonly query: string;
  /** The paths that some room answers: only those are in the navigation. */
  readonly paths: readonly string[];
  readonly specimen: boolean;
  /** Who is signed in on this page, by kind; `null` on pages for everybody. */
  readonly visitor: 'citizen' | 'institution' | null;
  readonly style: string;
  readonly script: string;
  readonly icon: string;
}

export const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('a public page stands outside its frame');
  return frame;
}

export interface NavigationEntry {
  readonly path: string;
  readonly title:
    | 'nav.statement'
    | 'nav.check_text'
    | 'nav.press'
    | 'nav.log'
    | 'nav.tamper'
    | 'nav.document'
    | 'nav.application'
    | 'nav.blank_stock'
    | 'nav.agreements'
    | 'nav.card'
    | 'nav.my_card'
    | 'nav.lost'
    | 'nav.report_blank'
    | 'nav.dashboard'
    | 'nav.open_data'
    | 'nav.citizen';
}

/** The public pages of the first level, in their order. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { path: '/', title: 'nav.statement' },
  { path: '/dasbor', title: 'nav.dashboard' },
  { path: '/keterangan-pers', title: 'nav.press' },
  { path: '/periksa-pernyataan', title: 'nav.check_text' },
  { path: '/cara-memeriksa-log', title: 'nav.log' },
  { path: '/coba-curangi', title: 'nav.tamper' },
  { path: '/periksa-dokumen', title: 'nav.document' },
  { path: '/periksa-kartu', title: 'nav.card' },
  { path: '/ikuti-permohonan', title: 'nav.application' },
  { path: '/di-mana-ktp-saya', title: 'nav.my_card' },
  { path: '/laporkan-kehilangan', title: 'nav.lost' },
  { path: '/stok-blangko', title: 'nav.blank_stock' },
  { path: '/daftar-perjanjian', title: 'nav.agreements' },
  { path: '/data-terbuka', title: 'nav.open_data' },
  { path: '/laporkan-blangko', title: 'nav.report_blank' },
  { path: '/warga/masuk', title: 'nav.citizen' },
];

export type VisitorKind = NonNullable<Frame['visitor']>;

export interface VisitorNavigation {
  readonly name: 'visitor.citizen' | 'visitor.institution';
  /** Takes a form that ends the session. */
  readonly signOut: string;
  readonly entries: readonly { readonly path: string; readonly title: VisitorTitle }[];
}

type VisitorTitle =
  | `visitor.citizen.${'card' | 'looks' | 'applications' | 'data' | 'voter' | 'locks' | 'rights' | 'representation'}`
  | `visitor.institution.${'start' | 'sandbox' | 'keys' | 'log' | 'usage' | 'agreement' | 'reports' | 'webhooks' | 'statistics' | 'people'}`;

/** What those who are signed in find beside the pages for everybody; shown where some room answers the path. */
export const VISITOR_NAVIGATION: Readonly<Record<VisitorKind, VisitorNavigation>> = {
  citizen: {
    name: 'visitor.citizen',
    signOut: '/warga/keluar',
    entries: [
      { path: '/warga', title: 'visitor.citizen.card' },
      { path: '/warga/siapa-melihat', title: 'visitor.citizen.looks' },
      { path: '/warga/permohonan', title: 'visitor.citizen.applications' },
      { path: '/warga/data', title: 'visitor.citizen.data' },
      { path: '/warga/pemilih', title: 'visitor.citizen.voter' },
      { path: '/warga/kunci', title: 'visitor.citizen.locks' },
      { path: '/warga/hak', title: 'visitor.citizen.rights' },
      { path: '/warga/mewakili', title: 'visitor.citizen.representation' },
    ],
  },
  institution: {
    name: 'visitor.institution',
    signOut: '/mitra/keluar',
    entries: [
      { path: '/mitra', title: 'visitor.institution.start' },
      { path: '/mitra/uji-coba', title: 'visitor.institution.sandbox' },
      { path: '/mitra/kunci', title: 'visitor.institution.keys' },
      { path: '/mitra/catatan', title: 'visitor.institution.log' },
      { path: '/mitra/pemakaian', title: 'visitor.institution.usage' },
      { path: '/mitra/perjanjian', title: 'visitor.institution.agreement' },
      { path: '/mitra/laporan', title: 'visitor.institution.reports' },
      { path: '/mitra/webhook', title: 'visitor.institution.webhooks' },
      { path: '/mitra/statistik', title: 'visitor.institution.statistics' },
      { path: '/mitra/orang', title: 'visitor.institution.people' },
    ],
  },
};

/** The address of the same page in another language. */
export function inLanguage({ path, query }: Frame, language: Language): string {
  return `${path}?${query && `${query}&`}bahasa=${language}`;
}
