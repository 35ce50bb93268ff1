/** The place of a village code in words, from the lists in memory. */
import type { Tx } from '../../core/db/index.ts';

export interface PlacePart {
  code: string;
  name: string;
}

/** Village, district, regency, province; codes that are in no list are left out. */
export function placeOf(tx: Tx, villageCode: string): PlacePart[] {
  return [10, 6, 4, 2].flatMap((digits) => {
    const code = villageCode.slice(0, digits);
    const name = tx.ground.regions.nameOf(code);
    return name ? [{ code, name }] : [];
  });
}

/** `Pondok Kelapa, Duren Sawit, Kota Jakarta Timur`. */
export function placeLine(tx: Tx, villageCode: string): string {
  return placeOf(tx, villageCode)
    .slice(0, 3)
    .map((part) => part.name)
    .join(', ');
}
