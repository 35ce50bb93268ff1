/** An error rate as people read it. */
export function asPercent(rate: number | null): string {
  if (rate === null) return 'tidak terukur / not measured';
  return `${(100 * rate).toLocaleString('id-ID', { maximumFractionDigits: 2 })} %`;
}
