/** What partners are and what they may be given, as data: kinds, sectors, purposes, elements, methods. Pure. */

/**
 * Kinds of institution. `free`: pays nothing (PP 10/2023: ministries, agencies, regional governments, social security, public
 * hospitals; who seeks no profit is not charged either). `memorandum`: its own MoU with the minister, the MoU and
 * recommendation of the body that supervises it, or none (regional users go from the approval to the PKS).
 */
export const KINDS = {
  ministry: { free: true, memorandum: 'own' },
  agency: { free: true, memorandum: 'own' },
  social_security: { free: true, memorandum: 'own' },
  regional_government: { free: true, memorandum: 'none' },
  public_hospital: { free: true, memorandum: 'supervisor' },
  university: { free: true, memorandum: 'supervisor' },
  hospital: { free: false, memorandum: 'supervisor' },
  bank: { free: false, memorandum: 'supervisor' },
  finance: { free: false, memorandum: 'supervisor' },
  insurance: { free: false, memorandum: 'supervisor' },
  capital_market: { free: false, memorandum: 'supervisor' },
  telecommunication: { free: false, memorandum: 'supervisor' },
  company: { free: false, memorandum: 'supervisor' },
} as const satisfies Record<string, { free: boolean; memorandum: 'own' | 'supervisor' | 'none' }>;
export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as [Kind, ...Kind[]];
export type Memorandum = (typeof KINDS)[Kind]['memorandum'];

/** Whether an institution of this kind needs the body that supervises it to speak for it. */
export const needsSupervisor = (kind: Kind): boolean => KINDS[kind].memorandum === 'supervisor';

/** What an institution's service is about. `essential`: cut only after somebody is named who serves instead. */
export const SECTORS = {
  government: { essential: false },
  health: { essential: true },
  disaster: { essential: true },
  election: { essential: true },
  social_aid: { essential: false },
  law: { essential: false },
  education: { essential: false },
  finance: { essential: false },
  communication: { essential: false },
  trade: { essential: false },
} as const satisfies Record<string, { essential: boolean }>;
export type Sector = keyof typeof SECTORS;
export const SECTOR_NAMES = Object.keys(SECTORS) as [Sector, ...Sector[]];

/** The law's five purposes (UU 24/2013 art. 58 (4)). */
export const PURPOSES = [
  'public_service',
  'development_planning',
  'budget_allocation',
  'democracy',
  'law_enforcement',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** How an element may be asked about; `value` gives it away and stands only where the PKS names it. */
export const METHODS = ['check', 'score', 'value', 'match'] as const;
export type Method = (typeof METHODS)[number];

const TEXT = ['check', 'score', 'value'] as const;
const PLAIN = ['check', 'value'] as const;
const BODY = ['match', 'score'] as const;

/** Data elements (UU 24/2013 art. 58 (2)) and how each may be asked about. Protected ones (art. 84) are compared at most. */
export const ELEMENTS = {
  nik: PLAIN,
  family_card: PLAIN,
  name: TEXT,
  birth_place: TEXT,
  birth_date: PLAIN,
  sex: PLAIN,
  blood_group: PLAIN,
  religion: PLAIN,
  marital_status: PLAIN,
  family_relation: PLAIN,
  education: PLAIN,
  occupation: PLAIN,
  address: TEXT,
  rt: PLAIN,
  rw: PLAIN,
  village: PLAIN,
  district: PLAIN,
  regency: PLAIN,
  province: PLAIN,
  mother_name: ['check', 'score'],
  father_name: ['check', 'score'],
  birth_certificate: PLAIN,
  marriage_certificate: PLAIN,
  divorce_certificate: PLAIN,
  face: BODY,
  finger: BODY,
} as const satisfies Record<string, readonly Method[]>;
export type Element = keyof typeof ELEMENTS;
export const ELEMENT_NAMES = Object.keys(ELEMENTS) as [Element, ...Element[]];

/** What a partner may learn of a person and give back (data balikan), where its PKS names it: what an office can correct in the ordinary way. */
export const RETURNABLE = [
  'name',
  'birth_place',
  'birth_date',
  'sex',
  'blood_group',
  'religion',
  'marital_status',
  'education',
  'occupation',
  'address',
  'rt',
  'rw',
  'village',
] as const satisfies readonly Element[];
export type Returnable = (typeof RETURNABLE)[number];

export interface ElementAsked {
  readonly element: Element;
  readonly method: Method;
}

/** What an answer may tell apart; where it is not granted it looks like a mismatch in every field. */
export const TELLS = ['absent', 'deceased', 'duplicate', 'inactive'] as const;
export type Tell = (typeof TELLS)[number];

// A score says less than the value and more than a check; of a body there is no value, it is only ever compared.
const STRENGTH: Record<Method, number> = { check: 0, score: 1, value: 2, match: 0 };

/** The elements under the way in which each is asked about; what nothing is asked by is left out. */
export function byMethod(asked: readonly ElementAsked[]): (readonly [Method, readonly Element[]])[] {
  return METHODS.map(
    (method) => [method, asked.filter((each) => each.method === method).map(({ element }) => element)] as const,
  ).filter(([, elements]) => elements.length > 0);
}

/** The first element of a list that its kind does not allow, or that stands there twice. */
export function elementFault(asked: readonly ElementAsked[]): Element | null {
  const seen = new Set<Element>();
  for (const { element, method } of asked) {
    const allowed: readonly Method[] = ELEMENTS[element];
    if (!allowed.includes(method) || seen.has(element)) return element;
    seen.add(element);
  }
  return null;
}

/** The first element that is not in what was agreed, or that would be told more of than was agreed. */
export function beyondAgreed(asked: readonly ElementAsked[], agreed: readonly ElementAsked[]): Element | null {
  const most = new Map(agreed.map(({ element, method }) => [element, STRENGTH[method]]));
  return asked.find(({ element, method }) => STRENGTH[method] > (most.get(element) ?? -1))?.element ?? null;
}

/** Who signs a document, on which side of the table. */
export const SIDES = ['minister', 'ditjen', 'institution', 'supervisor'] as const;
