import type { Pair, PairSide, Side } from './read.ts';

type Recorded = PairSide['items'][number];

/** One part of a body, with what each side recorded of it and what the machine says of the two. */
export interface ComparedItem {
  readonly modality: Recorded['modality'];
  readonly position: number;
  readonly key: string;
  readonly sides: readonly { readonly side: Side; readonly item: Recorded | null }[];
  readonly machine: { readonly strength: string; readonly text: string } | null;
  /** How many recorded looks opening it takes: each picture is one, and the templates of a finger one for each person. */
  readonly looks: number;
}

const FINGERS = Array.from({ length: 10 }, (_, n) => ({ modality: 'finger' as const, position: n + 1 }));
/** As a person looks: the face, the right hand from the thumb, the left hand from the thumb. */
const LOOKED_AT = [{ modality: 'face' as const, position: 0 }, ...FINGERS];

export function comparedItems(pair: Pair): ComparedItem[] {
  return LOOKED_AT.map(({ modality, position }) => ({
    modality,
    position,
    key: `${modality}.${position}`,
    sides: pair.sides.map(({ side, items }) => ({ side, item: find(items, modality, position) })),
    machine: find(pair.items, modality, position),
    looks: looksIn(pair, modality, position),
  }));
}

function find<Item extends { modality: string; position: number }>(
  items: readonly Item[],
  modality: string,
  position: number,
): Item | null {
  return items.find((item) => item.modality === modality && item.position === position) ?? null;
}

function looksIn({ sides }: Pair, modality: string, position: number): number {
  const there = sides.map(({ nik, items }) => ({ nik, item: find(items, modality, position) }));
  const pictures = there.filter(({ item }) => item?.picture).length;
  const templates = there.filter(({ item }) => modality === 'finger' && item?.template);
  return pictures + new Set(templates.map(({ nik }) => nik)).size;
}
