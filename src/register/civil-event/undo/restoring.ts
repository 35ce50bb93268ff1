/** What of an act can be taken back: pure. */
import type { CivilDate } from '../../../core/time/civil-date.ts';

/** An act in a person's history, as far as undoing one of them asks. */
export interface HistoryLine {
  readonly actId: string;
  readonly kind: string;
  readonly occurredOn: CivilDate;
  readonly version: number;
  readonly delta: unknown;
  /** It changed something of what is sealed, which no delta shows. */
  readonly protectedChanged: boolean;
  /** Taken back by, or itself taking back, another act of this history: the two cancel each other out. */
  readonly undone: boolean;
}

export type Restoring =
  | { readonly how: 'registered' }
  | { readonly how: 'restore'; readonly elements: readonly string[] }
  | { readonly how: 'blocked'; readonly by: HistoryLine };

/**
 * How one person's part of an act is taken back, from his history in order of version: what the act changed goes back to
 * what it was, unless something that still stands changed one of these elements later.
 */
export function restoring(history: readonly HistoryLine[], actId: string): Restoring {
  const at = history.findIndex((line) => line.actId === actId);
  if (at < 0) throw new Error('the act is not in this history');
  const later = history.slice(at + 1).filter((line) => !line.undone);
  const act = history[at]!;
  if (Array.isArray(act.delta)) return later[0] ? { how: 'blocked', by: later[0] } : { how: 'registered' };
  const elements = Object.keys(act.delta as object);
  const by = later.find(
    (line) =>
      (act.protectedChanged && line.protectedChanged) ||
      Object.keys(line.delta as object).some((element) => elements.includes(element)),
  );
  return by ? { how: 'blocked', by } : { how: 'restore', elements };
}
