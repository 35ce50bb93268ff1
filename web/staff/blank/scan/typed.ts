/** What a hand or a barcode scanner typed into a field of serials. Pure. */
import { countOf, ordered, type Span } from '../../../../src/cards/blank/rules.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';

export type Typed =
  | { readonly at: 'empty' }
  | { readonly at: 'span'; readonly span: SpanText }
  | { readonly at: 'box'; readonly code: string }
  | { readonly at: 'wrong'; readonly why: 'backwards' | 'long' };

const BETWEEN = /^([0-9]+)(?:-|–|—|\/|sd|s\/d|to)([0-9]+)$/i;

/** A serial, first and last serial, or else the code on a box. Spaces and dots in numbers are forgiven, as they are grouped. */
export function readTyped(text: string): Typed {
  const trimmed = text.trim();
  if (trimmed === '') return { at: 'empty' };
  const close = trimmed.replaceAll(/[\s.]/g, '');
  const [first, last] = /^[0-9]+$/.test(close) ? [close, close] : (BETWEEN.exec(close)?.slice(1) ?? []);
  if (first === undefined || last === undefined)
    return trimmed.length > 40 ? { at: 'wrong', why: 'long' } : { at: 'box', code: trimmed };
  if (first.length > 18 || last.length > 18) return { at: 'wrong', why: 'long' };
  // Without leading zeros, as the register keeps them.
  const span = { first: String(BigInt(first)), last: String(BigInt(last)) };
  return BigInt(last) < BigInt(first) ? { at: 'wrong', why: 'backwards' } : { at: 'span', span };
}

const spanOf = ({ first, last }: SpanText): Span => ({ first: BigInt(first), last: BigInt(last) });
const textOf = ({ first, last }: Span): SpanText => ({ first: String(first), last: String(last) });

/** How many blanks the spans are together. */
export const countSpans = (spans: readonly SpanText[]): number => Number(countOf(spans.map(spanOf)));

/** The list with what was typed put in its place and joined with its neighbours; or the first serial that was there already. */
export function withSpans(
  spans: readonly SpanText[],
  more: readonly SpanText[],
): { readonly spans: readonly SpanText[]; readonly twice: string | null } {
  const done = ordered([...spans, ...more].map(spanOf));
  return done.twice === null ? { spans: done.spans.map(textOf), twice: null } : { spans, twice: String(done.twice) };
}
