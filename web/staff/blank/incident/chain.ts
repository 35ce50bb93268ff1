import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import type { SpanText, Traced } from '../../../../src/cards/blank/schema.ts';
import { withSpans } from '../scan/typed.ts';

/** Blanks that went the same way, with one of them to stand for all. */
export interface Chain {
  readonly key: string;
  readonly spans: readonly SpanText[];
  readonly of: Traced;
}

/** Ten blanks of one box have one history: it is told once. Pure. */
export function chainsOf(traces: Incident['traces']): readonly Chain[] {
  const chains = new Map<string, Chain>();
  for (const of of traces) {
    const key = [of.now.state, of.now.frozen, of.box?.code, ...of.movements.map(({ id }) => id)].join(' ');
    const span = { first: of.serial, last: of.serial };
    const before = chains.get(key);
    chains.set(key, { key, of: before?.of ?? of, spans: withSpans(before?.spans ?? [], [span]).spans });
  }
  return [...chains.values()];
}

/** What the books have of the blanks seen, by where and how: each is a contradiction, as they were seen elsewhere. */
export function placesOf(traces: Incident['traces']): readonly { readonly n: number; readonly now: Traced['now'] }[] {
  const groups = Map.groupBy(traces, ({ now }) => `${now.office} ${now.store} ${now.state}`);
  return [...groups.values()].map((group) => ({ n: group.length, now: group[0]!.now }));
}

/** Both lists in one, what stands in both once. Pure. */
export function joined(a: readonly SpanText[], b: readonly SpanText[]): readonly SpanText[] {
  const sorted = [...a, ...b].toSorted((one, other) => (BigInt(one.first) < BigInt(other.first) ? -1 : 1));
  const spans: SpanText[] = [];
  for (const span of sorted) {
    const before = spans.at(-1);
    if (before && BigInt(span.first) <= BigInt(before.last) + 1n) {
      const last = BigInt(span.last) > BigInt(before.last) ? span.last : before.last;
      spans[spans.length - 1] = { first: before.first, last };
    } else spans.push(span);
  }
  return spans;
}
