/** What is typed into a grant, what is wrong with it, and what is sent of it. */
import { readNetwork } from '../../../../src/sharing/partner/grant/network/rules.ts';
import {
  beyondAgreed,
  ELEMENTS,
  type Element,
  type Method,
  type Purpose,
  type Tell,
} from '../../../../src/sharing/partner/rules.ts';
import type { Pass } from '../../../../src/sharing/partner/view/schema.ts';
import type { Place } from '../form/place-picker.tsx';
import { clock } from '../../../kit/grant/words.ts';
import { readClock } from './clock.ts';

export type Agreement = Pass['documents'][number];
export type Grant = Pass['grants'][number];

export interface Draft {
  readonly purpose: string;
  readonly methods: Readonly<Partial<Record<Element, Method>>>;
  readonly threshold: string;
  readonly quota: string;
  readonly packageRows: string;
  readonly from: string;
  readonly until: string;
  readonly networks: string;
  readonly place: Place | null;
  readonly dpop: boolean;
  readonly signed: boolean;
  readonly tells: readonly Tell[];
  readonly validFrom: string;
  readonly validUntil: string;
}

/** What the form begins with: all that the PKS names, or the grant that is to be replaced. */
export function begun({ contents, validFrom, validUntil }: Agreement, old: Grant | null): Draft {
  const asked = old?.elements ?? contents!.elements;
  const scores = asked.some(({ method }) => method === 'score');
  return {
    purpose: old?.purpose ?? (contents!.purposes.length === 1 ? contents!.purposes[0]! : ''),
    methods: Object.fromEntries(asked.map(({ element, method }) => [element, method])),
    threshold: old ? String(old.threshold ?? '') : scores ? '80' : '',
    quota: old ? String(old.dailyQuota) : '',
    packageRows: old?.packageRows ? String(old.packageRows) : '',
    from: minutes(old?.hoursFrom),
    until: minutes(old?.hoursUntil),
    networks: old?.networks.join('\n') ?? '',
    place: old?.regionCode ? { code: old.regionCode, name: old.place ?? old.regionCode } : null,
    dpop: old?.dpop ?? false,
    signed: old?.signed ?? false,
    tells: old?.tells ?? [],
    validFrom: validFrom!,
    validUntil: validUntil!,
  };
}

const minutes = (of: number | null | undefined) => (of === null || of === undefined ? '' : clock(of));
const linesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((line) => line !== '');
export const readCount = (text: string): number => Number(text.replaceAll(/[\s.]/g, ''));

export type Fault =
  | 'purpose'
  | 'elements'
  | 'threshold'
  | 'dailyQuota'
  | 'packageRows'
  | 'hours'
  | 'networks'
  | 'validFrom'
  | 'validUntil';

export function elementsOf({ methods }: Draft) {
  return (Object.keys(ELEMENTS) as Element[]).flatMap((element) => {
    const method = methods[element];
    return method ? [{ element, method }] : [];
  });
}

export const scores = (draft: Draft) => elementsOf(draft).some(({ method }) => method === 'score');

function hoursOf({ from, until }: Draft): { from: number; until: number } | null | 'wrong' {
  if (from.trim() === '' && until.trim() === '') return null;
  const [begins, ends] = [readClock(from), readClock(until)];
  return begins === null || ends === null || begins === ends || begins === 1440
    ? 'wrong'
    : { from: begins, until: ends };
}

/** Empty: no file runs by itself. */
function packageOf({ packageRows }: Draft): number | null | 'wrong' {
  if (packageRows.trim() === '') return null;
  const rows = readCount(packageRows);
  return Number.isInteger(rows) && rows >= 1 && rows <= 100_000_000 ? rows : 'wrong';
}

export function faultsOf(draft: Draft, agreement: Agreement): Fault[] {
  const elements = elementsOf(draft);
  const threshold = Number(draft.threshold);
  const quota = readCount(draft.quota);
  const networks = linesOf(draft.networks);
  const scored = scores(draft);
  return [
    ...(draft.purpose === '' ? (['purpose'] as const) : []),
    ...(elements.length === 0 || beyondAgreed(elements, agreement.contents!.elements) ? (['elements'] as const) : []),
    ...(scored && !(threshold >= 50 && threshold <= 100 && threshold % 10 === 0) ? (['threshold'] as const) : []),
    ...(Number.isInteger(quota) && quota >= 1 && quota <= 100_000_000 ? [] : (['dailyQuota'] as const)),
    ...(packageOf(draft) === 'wrong' ? (['packageRows'] as const) : []),
    ...(hoursOf(draft) === 'wrong' ? (['hours'] as const) : []),
    ...(networks.length === 0 || networks.some((line) => readNetwork(line) === null) ? (['networks'] as const) : []),
    ...(draft.validFrom === '' || draft.validFrom < agreement.validFrom! ? (['validFrom'] as const) : []),
    ...(draft.validUntil === '' || draft.validUntil > agreement.validUntil! || draft.validUntil < draft.validFrom
      ? (['validUntil'] as const)
      : []),
  ];
}

export function grantOf(draft: Draft, agreement: Agreement, old: Grant | null) {
  const hours = hoursOf(draft);
  const rows = packageOf(draft);
  return {
    agreementId: agreement.id,
    purpose: draft.purpose as Purpose,
    elements: elementsOf(draft),
    threshold: scores(draft) ? Number(draft.threshold) : null,
    dailyQuota: readCount(draft.quota),
    packageRows: rows === 'wrong' ? null : rows,
    hours: hours === 'wrong' ? null : hours,
    networks: linesOf(draft.networks),
    regionCode: draft.place?.code ?? null,
    dpop: draft.dpop,
    signed: draft.signed,
    tells: [...draft.tells],
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    replaces: old?.id ?? null,
  };
}
