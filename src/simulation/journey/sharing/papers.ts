/** What the story's institutions ask for and sign; of most papers only the hash is entered, as their scans lie in an archive. */
import { createHash } from 'node:crypto';
import type { Contents, Copy, DocumentKind, Filing, Kind, Sector } from '../../../sharing/partner/index.ts';
import { addDays, addYears, asCivilDate, type CivilDate } from '../../../core/time/index.ts';

const TERM_YEARS = 5;

const BASIC = [
  { element: 'nik', method: 'check' },
  { element: 'name', method: 'score' },
  { element: 'birth_date', method: 'check' },
  { element: 'birth_place', method: 'score' },
  { element: 'sex', method: 'check' },
  { element: 'address', method: 'score' },
] as const;

const MORE: Partial<Record<Kind, Contents['elements']>> = {
  bank: [
    { element: 'mother_name', method: 'check' },
    { element: 'occupation', method: 'check' },
    { element: 'face', method: 'match' },
  ],
  ministry: [
    { element: 'family_card', method: 'check' },
    { element: 'occupation', method: 'check' },
  ],
  telecommunication: [{ element: 'family_card', method: 'check' }],
  agency: [
    { element: 'finger', method: 'match' },
    { element: 'face', method: 'match' },
  ],
};

const PURPOSE: Partial<Record<Sector, Contents['purposes'][number]>> = {
  election: 'democracy',
  law: 'law_enforcement',
  social_aid: 'budget_allocation',
  education: 'development_planning',
};

export function contentsOf({ kind, sector }: { kind: Kind; sector: Sector }): Contents {
  return {
    user: 'UNIT LAYANAN CONTOH',
    purposes: [PURPOSE[sector] ?? 'public_service'],
    elements: [...BASIC, ...(MORE[kind] ?? [])],
    way: 'web_service',
    dataBack: 'Jumlah dan hasil layanan setiap semester',
    termMonths: TERM_YEARS * 12,
  };
}

/** As if somebody had hashed the scan. */
export function archived(what: string): Copy {
  return { sha256: createHash('sha256').update(`arsip ${what}`).digest('hex') };
}

/** The last day of an agreement that was signed on a day. */
export const lastDayOf = (signed: CivilDate): CivilDate => addDays(addYears(signed, TERM_YEARS), -1);

const TERMED: readonly DocumentKind[] = ['mou', 'pks'];

export function paperOf(
  cooperationId: string,
  kind: DocumentKind,
  given: { name: string; day: string; contents: Contents },
): Filing {
  const { name, contents } = given;
  const day = asCivilDate(given.day);
  const termed = TERMED.includes(kind);
  return {
    cooperationId,
    kind,
    number: `${kind.toUpperCase().replace('_', '-')}/${createHash('sha256').update(name).digest('hex').slice(0, 6)}/${day.slice(0, 4)}`,
    signedOn: day,
    validFrom: termed ? day : null,
    validUntil: termed ? lastDayOf(day) : null,
    signatories: signatoriesOf(kind),
    contents: kind === 'pks' ? contents : null,
    copy: archived(`${name} ${kind} ${day}`),
  };
}

function signatoriesOf(kind: DocumentKind): Filing['signatories'] {
  const institution = { name: 'PIMPINAN CONTOH', position: 'Pimpinan lembaga', side: 'institution' } as const;
  if (kind === 'mou')
    return [{ name: 'MENTERI CONTOH', position: 'Menteri Dalam Negeri', side: 'minister' }, institution];
  if (kind === 'recommendation')
    return [{ name: 'PEMBINA CONTOH', position: 'Pimpinan lembaga pembina', side: 'supervisor' }];
  if (kind === 'reply' || kind === 'withdrawal')
    return [{ name: 'Made Contoh Suardana', position: 'Direktur Jenderal', side: 'ditjen' }];
  if (kind === 'pks' || kind === 'juknis')
    return [{ name: 'Made Contoh Suardana', position: 'Direktur Jenderal', side: 'ditjen' }, institution];
  return [institution];
}
