export interface Part {
  readonly kind: string;
  readonly n: number;
}

/** `karung pertama 1706; karung kedua 452` as parts; `null` where a part has no number or no name. */
export function readParts(text: string): Part[] | null {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => /^(.+?)[\s:]+([0-9][0-9.]*)$/.exec(part));
  if (parts.some((part) => part === null)) return null;
  return parts.map((part) => ({ kind: part![1]!.trim(), n: Number(part![2]!.replaceAll('.', '')) }));
}
