import type { Readable } from 'node:stream';

export interface RegisterRow {
  readonly seq: number;
  readonly id: string;
  /** 16 digits, or `null` where the entry has no access row. */
  readonly nik: string | null;
  readonly atMicros: string;
  readonly detail: string | null;
}

/**
 * Reads COPY's text rows `seq, id, nik, at, detail` one by one. Rows without `seq` (access rows whose entry is not
 * numbered) are put aside in `orphans`.
 */
export function registerRows(stream: Readable) {
  let rows: RegisterRow[] = [];
  let at = 0;
  let rest = '';
  const orphans = new Set<string>();
  stream.setEncoding('utf8');
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<string>;

  function parse(text: string): void {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    rows = [];
    at = 0;
    for (const line of lines) {
      const [seq, id, nik, micros, detail] = line.split('\t') as [string, string, string, string, string];
      if (seq === NULL) {
        orphans.add(id);
        continue;
      }
      rows.push({
        seq: Number(seq),
        id,
        nik: nik === NULL ? null : nik.padStart(16, '0'),
        atMicros: micros,
        detail: detail === NULL ? null : unescape(detail),
      });
    }
  }

  return {
    orphans: orphans as ReadonlySet<string>,
    /** The next row if it is at hand. */
    peek: (): RegisterRow | undefined => rows[at],
    take: (): void => void (at += 1),
    /** The next row, waiting for it; `undefined` at the end. */
    async fill(): Promise<RegisterRow | undefined> {
      while (at >= rows.length) {
        const next = await chunks.next();
        if (next.done) return undefined;
        parse(next.value);
      }
      return rows[at];
    },
    /** Reads on to the end, so that the connection is free again. */
    async skip(): Promise<void> {
      while (!(await chunks.next()).done);
    },
  };
}

export type RowReader = ReturnType<typeof registerRows>;

const NULL = '\\N';
const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unescape(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\(.)/gs, (_, c: string) => ESCAPES[c] ?? c) : text;
}
