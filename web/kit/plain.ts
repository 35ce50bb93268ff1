/** A value from the server's plain JSON as text; what is no text, number or truth value has none. */
export function plain(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}
