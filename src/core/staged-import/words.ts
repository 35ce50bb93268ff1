/** What the command line says of an import that has ended. */

interface Ended {
  readonly importId: string;
  readonly read: number;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly seconds: number;
}

export function asJson<Done extends Ended>({ importId, seconds, ...counts }: Done) {
  return { ...counts, seconds: Number(seconds.toFixed(3)), import: importId };
}

/** One line a count. `more`: counts of the room's own, by their words; the last lines say what was asked for. */
export function asLines(
  done: Ended,
  given: { readonly dryRun?: boolean; readonly report?: string },
  more: Readonly<Record<string, number>> = {},
): string[] {
  const n = (count: number) => count.toLocaleString('id-ID');
  const counts = {
    'baru / created': done.created,
    'tetap / unchanged': done.unchanged,
    'ditolak / refused': done.refused,
    ...more,
  };
  return [
    `${n(done.read)} baris dibaca dalam ${done.seconds.toFixed(1).replace('.', ',')} detik / rows read`,
    ...Object.entries(counts).map(([words, count]) => `  ${words.padEnd(21)} ${n(count)}`),
    ...(given.dryRun ? ['Hanya diperiksa; tidak ada yang dimasukkan. / Only checked; nothing was entered.'] : []),
    ...(given.report ? [`laporan / report: ${given.report}`] : []),
  ];
}
