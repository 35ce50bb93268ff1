import { OFFICE_KINDS, type OfficeKind } from './schema.ts';

/** Whether an office of `kind` may answer for the region (`null`: abroad). */
export function fitsLevel(kind: OfficeKind, regionCode: string | null): boolean {
  const digits: readonly (number | null)[] = OFFICE_KINDS[kind].digits;
  return digits.includes(regionCode === null ? null : regionCode.length);
}

/** The region that every office of the kind has: the nation, or none abroad; `undefined` where one of the map is chosen. */
export function fixedRegion(kind: OfficeKind): '' | null | undefined {
  if (fitsLevel(kind, '')) return '';
  return fitsLevel(kind, null) ? null : undefined;
}

interface Above {
  readonly kind: OfficeKind;
  readonly regionCode: string | null;
}

/** Whether `above` may head an office of `kind` in the region: a fitting kind, whose region holds the other's. */
export function mayHead(above: Above, kind: OfficeKind, regionCode: string | null): boolean {
  const kinds: readonly string[] = OFFICE_KINDS[kind].above;
  if (!kinds.includes(above.kind) || above.regionCode === null) return false;
  return regionCode === null ? above.regionCode === '' : regionCode.startsWith(above.regionCode);
}
