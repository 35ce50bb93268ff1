/** The three zones of Indonesia, by the name that everybody uses and the one that machines know. */
export const ZONES = [
  { value: 'Asia/Jakarta', label: 'WIB (Asia/Jakarta)' },
  { value: 'Asia/Makassar', label: 'WITA (Asia/Makassar)' },
  { value: 'Asia/Jayapura', label: 'WIT (Asia/Jayapura)' },
] as const;

/** A mission abroad keeps the zone it has. */
export function zonesWith(zone: string): readonly { value: string; label: string }[] {
  return ZONES.some((each) => each.value === zone) ? ZONES : [...ZONES, { value: zone, label: zone }];
}
