/** What may be asked about a person beside the NIK. Pure, safe in a browser. */

/**
 * `read`: how a given text is read. `anchor`: hard to guess, so that a question holds one at least; `told`: the NIK itself tells
 * it (birth date, sex, where it was issued), `weak`: a few guesses find it. `scored`: how alike two of them are can be said.
 */
export interface AttributeSpec {
  readonly weight: 'anchor' | 'weak' | 'told';
  readonly scored?: true;
  /** Sealed in the register (UU 24/2013 art. 84): opened only where asked for. */
  readonly sealed?: true;
}

export const ATTRIBUTES = {
  familyCard: { weight: 'anchor' },
  name: { weight: 'anchor', scored: true },
  birthPlace: { weight: 'weak', scored: true },
  birthDate: { weight: 'told' },
  sex: { weight: 'told' },
  bloodGroup: { weight: 'weak' },
  religion: { weight: 'weak' },
  maritalStatus: { weight: 'weak' },
  education: { weight: 'weak' },
  occupation: { weight: 'weak' },
  address: { weight: 'anchor', scored: true },
  rt: { weight: 'weak' },
  rw: { weight: 'weak' },
  village: { weight: 'weak' },
  district: { weight: 'told' },
  regency: { weight: 'told' },
  province: { weight: 'told' },
  motherName: { weight: 'anchor', scored: true, sealed: true },
  fatherName: { weight: 'anchor', scored: true, sealed: true },
} as const satisfies Record<string, AttributeSpec>;

export type Attribute = keyof typeof ATTRIBUTES;
export const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES) as Attribute[];

export function isAnchor(name: Attribute): boolean {
  return ATTRIBUTES[name].weight === 'anchor';
}

export function isScored(name: Attribute): boolean {
  return 'scored' in ATTRIBUTES[name];
}

export function isSealed(name: Attribute): boolean {
  return 'sealed' in ATTRIBUTES[name];
}

/** What may be asked of a body, one to one: apart from attributes, as nothing of it is ever said in words. */
export const BODY_PARTS = ['face', 'finger'] as const;
export type BodyPart = (typeof BODY_PARTS)[number];
