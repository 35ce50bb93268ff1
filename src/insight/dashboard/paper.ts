/** A dashboard as PDF: made anew each time, the same bytes for the same counts; it proves nothing by itself. */
import { z } from 'zod';
import type { Tx } from '../../core/db/index.ts';
import { printed, type Template } from '../../core/document/index.ts';
import type { FileAnswer } from '../../core/http/contract.ts';
import { instantText, type Language } from '../../core/text/index.ts';
import { asCivilDate, ZONES } from '../../core/time/index.ts';
import type { Cell, Dashboard } from './schema.ts';
import { fileName } from './table.ts';

const text = printed(300);
const table = z.object({ title: text, heads: z.array(text), rows: z.array(z.array(text)) });
const chart = z.object({
  label: text,
  from: text,
  until: text,
  first: text,
  last: text,
  /** From nought to one, a point a month. */
  heights: z.array(z.number()),
});
const shape = z.object({
  language: z.enum(['id', 'en']),
  title: text,
  about: text,
  tables: z.array(table),
  lines: z.object({ title: text, charts: z.array(chart) }),
});
type Paper = z.output<typeof shape>;

const template: Template<Paper> = {
  name: 'dashboard',
  source: new URL('dashboard.typ', import.meta.url),
  shape,
};

export async function asPaper(tx: Tx, dashboard: Dashboard, language: Language): Promise<FileAnswer> {
  const data = paperOf(tx, dashboard, language);
  const { pdf } = await tx.ground.papers.press.compile(template, data, { issuedOn: asCivilDate(dashboard.day) });
  return { mediaType: 'application/pdf', fileName: fileName(dashboard, 'pdf'), bytes: pdf };
}

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

const dayText = (language: Language, day: string) =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

function paperOf(tx: Tx, dashboard: Dashboard, language: Language): Paper {
  const say = (key: string, values = {}) => tx.ground.speaker.say(language, `dashboard.${key}`, values);
  const number = (n: number) => n.toLocaleString(LOCALE[language]);
  const percent = (n: number) => `${n.toLocaleString(LOCALE[language], { maximumFractionDigits: 1 })}%`;
  const shown = ({ n, withheld }: Cell) => (withheld ? say(`withheld.${withheld}`) : number(n ?? 0));
  const share = (cell: Cell) => (cell.percent === null ? '-' : percent(cell.percent));
  const { section, headlines, parts, columns, regions, lines } = dashboard;
  const name = dashboard.name ?? say('nation');
  return {
    language,
    title: say('paper.title', { section: say(`section.${section}`), name }),
    about: say('paper.counted', {
      day: dayText(language, dashboard.day),
      at: instantText(language, new Date(dashboard.countedAt), ZONES.WIB),
    }),
    tables: [
      {
        title: say('paper.figures'),
        heads: [say('column.label'), say('paper.now'), say('paper.share'), say('paper.before')],
        rows: headlines.map(({ label, now, before }) => [label, shown(now), share(now), before ? shown(before) : '-']),
      },
      ...parts.map(({ label, rows }) => ({
        title: label,
        heads: [say('column.part'), say('column.n')],
        rows: rows.map((row) => [row.label, shown({ ...row, percent: null })]),
      })),
      ...(regions.length === 0
        ? []
        : [
            {
              title: say('paper.regions'),
              heads: [say('column.name'), ...columns.map(({ label }) => label)],
              rows: regions.map((region) => [region.name, ...region.cells.map(shown)]),
            },
          ]),
    ],
    lines: {
      title: say('paper.lines'),
      charts: lines.flatMap((line) => chartOf(line, language, line.shows === 'share' ? percent : number)),
    },
  };
}

function chartOf(
  { label, points }: Dashboard['lines'][number],
  language: Language,
  shown: (n: number) => string,
): Paper['lines']['charts'] {
  const known = points.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [];
  const top = Math.max(1, ...known.map(({ value }) => value));
  return [
    {
      label,
      from: dayText(language, first.day),
      until: dayText(language, last.day),
      first: shown(first.value),
      last: shown(last.value),
      heights: known.map(({ value }) => Math.max(0, value / top)),
    },
  ];
}
