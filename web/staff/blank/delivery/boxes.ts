/** Boxes as they are scanned or pasted. Pure. */
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { readTyped } from '../scan/typed.ts';

export interface Box {
  readonly code: string;
  readonly span: SpanText;
}

/** A box in one line: code, first and last serial; `null` where it is none. */
export function readBox(line: string): Box | null {
  const parts = /^\s*(\S{1,40})[\s;,]+([0-9. ]+?)\s*(?:[-–;,\s]|sd)\s*([0-9.]+)\s*$/i.exec(line);
  if (!parts) return null;
  const read = readTyped(`${parts[2]}-${parts[3]}`);
  return read.at === 'span' ? { code: parts[1]!.replace(/[;,]+$/, ''), span: read.span } : null;
}

/** All boxes of a pasted list; or its first line that is none. */
export function readBoxes(
  text: string,
): { readonly boxes: readonly Box[] } | { readonly line: number; readonly text: string } {
  const boxes: Box[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const box = readBox(line);
    if (!box) return { line: at + 1, text: line.trim().slice(0, 60) };
    boxes.push(box);
  }
  return { boxes };
}
