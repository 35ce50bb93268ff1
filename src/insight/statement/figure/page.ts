/** `/angka/CODE`: one figure for everybody, and the same as a table or as data. */
import type { Tx } from '../../../core/db/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { Download } from '../../../core/http/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/web.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { writeTable } from '../../../core/table/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { readFigure } from './read.ts';
import type { FigurePage, OneFigure } from './schema.ts';

export const figurePage = publicPage<FigurePage>({
  path: '/angka/:code',
  component: 'figure',
  rate: { perMinute: 120 },
  status: ({ fault }) => (fault === null ? 200 : 422),
  load: loadFigure,
});

export async function loadFigure(
  tx: Tx,
  { params, query, language }: PublicRequest,
): Promise<FigurePage | Download | null> {
  const code = params['code'] ?? '';
  if (!tx.ground.indicators.some((each) => each.code === code)) return null;
  const typed = (name: string) => query[name]?.trim().slice(0, 40) || null;
  const asked = { asOf: typed('tanggal'), knownAt: typed('diketahui') };
  const say = (key: string, values = {}) => tx.ground.speaker.say(language, key, values);
  const page = { code, label: say(`indicator.${code}`), today: dayIn(ZONES.WIB, tx.ground.clock.now()), asked };
  try {
    const of = { asOf: asked.asOf ?? undefined, knownAt: asked.knownAt ?? undefined };
    const figure = await readFigure(tx, { code, language, ...of });
    if (!figure) return null;
    if (query['bentuk'] === 'json') return new Download(asJson(figure));
    if (query['bentuk'] === 'csv') return new Download(await asCsv(figure, say));
    return { ...page, fault: null, figure };
  } catch (fault) {
    if (!(fault instanceof Refusal) || !fault.code.startsWith('statement.')) throw fault;
    const field = fault.faults[0]?.path === 'knownAt' ? 'knownAt' : 'asOf';
    return { ...page, fault: { field, text: say(fault.code, fault.values) }, figure: null };
  }
}

const fileName = ({ code, asOf }: OneFigure, ending: string) => `${code.replaceAll('.', '-')}-${asOf}.${ending}`;

function asJson(figure: OneFigure): FileAnswer {
  const bytes = Buffer.from(`${JSON.stringify(figure, null, 2)}\n`);
  return { mediaType: 'application/json', fileName: fileName(figure, 'json'), bytes };
}

/** One line a regency; the whole first, so that the file says by itself what it sums up to, and up to when. */
async function asCsv(figure: OneFigure, say: (key: string) => string): Promise<FileAnswer> {
  const { past, asOf, knownThen } = figure;
  const line = (level: string, code: string, name: string, n: number | null, withheld: string | null) => [
    figure.code,
    asOf,
    knownThen,
    level,
    code,
    name,
    n,
    withheld ? say(`statement.withheld.${withheld}`) : '',
  ];
  const rows = [
    line('nation', '', '', past.numerator, null),
    ...(past.denominator === null ? [] : [line('denominator', '', '', past.denominator, null)]),
    ...(figure.regencies ?? []).map(({ code, name, n, withheld }) => line('regency', code, name, n, withheld)),
    ...Object.entries(past.byYearOfOrigin).map(([year, n]) => line('year', year, '', n, null)),
    ...past.counts.map(({ counter, n }) => line('counter', '', counter, n, null)),
  ];
  const columns = [
    'indicator',
    'as_of',
    'known_at',
    'level',
    'code',
    'name',
    { name: 'n', kind: 'auto' as const },
    'withheld',
  ];
  const pieces: Buffer[] = [];
  for await (const piece of writeTable({ format: 'csv', columns, rows })) pieces.push(piece);
  return { mediaType: 'text/csv', fileName: fileName(figure, 'csv'), bytes: Buffer.concat(pieces) };
}
