/** Where the custody of one blank is broken: nobody answered for its store, or nobody has it. Pure and safe in a browser. */
import type { Traced } from '../schema.ts';

export interface Break {
  readonly why: 'no_keeper' | 'missing';
  readonly store: string;
  readonly from: string;
  /** `null`: it lasts. */
  readonly until: string | null;
}

/** Every break, the oldest first. Instants are of one form, so that they compare as text. */
export function breaksOf({ custody, movements }: Pick<Traced, 'custody' | 'movements'>): Break[] {
  return [...custody.flatMap(unkept), ...lost(movements)].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function unkept({ store, from, until, keepers }: Traced['custody'][number]): Break[] {
  const breaks: Break[] = [];
  /** Up to here somebody answered. */
  let kept: string | null = from;
  for (const keeper of keepers.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (kept === null) break;
    if (keeper.from > kept) breaks.push({ why: 'no_keeper', store, from: kept, until: keeper.from });
    if (keeper.until === null || keeper.until > kept) kept = keeper.until;
  }
  const open = kept !== null && (until === null || kept < until);
  return open ? [...breaks, { why: 'no_keeper', store, from: kept!, until }] : breaks;
}

function lost(movements: Traced['movements']): Break[] {
  return movements.flatMap((movement, at) =>
    movement.to.state === 'MISSING'
      ? [
          {
            why: 'missing' as const,
            store: movement.to.store,
            from: movement.recordedAt,
            until: movements[at + 1]?.recordedAt ?? null,
          },
        ]
      : [],
  );
}
