/** Names are kept as one text of words; people's names stand in capitals in the register. */
export function words(text: string): readonly string[] {
  return text.trim().toUpperCase().split(/\s+/);
}

/** Given names by sex: men first. */
export interface GivenNames {
  readonly men: readonly string[];
  readonly women: readonly string[];
}
