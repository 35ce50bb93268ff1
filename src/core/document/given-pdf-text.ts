import { inflateSync } from 'node:zlib';

/**
 * For tests: the text of each page of a PDF that Typst wrote, in the order it was drawn, read back through the fonts' own
 * ToUnicode tables (ISO 32000-1, 9.10). Not a general reader.
 */
export function pdfPages(pdf: Buffer): string[] {
  const objects = new Map<string, { dictionary: string; stream: string | null }>();
  const raw = pdf.toString('latin1');
  for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\sendobj/g)) {
    const [dictionary = '', ...rest] = found[2]!.split(/\bstream\r?\n/);
    objects.set(found[1]!, { dictionary, stream: rest.length > 0 ? plain(dictionary, rest.join('stream\n')) : null });
  }
  const streamOf = (reference: string) => objects.get(reference)?.stream ?? '';
  return [...objects.values()]
    .filter(({ dictionary }) => /\/Type\s*\/Page\b(?!s)/.test(dictionary))
    .map(({ dictionary }) => {
      const resources = objects.get(/\/Resources (\d+) 0 R/.exec(dictionary)?.[1] ?? '')?.dictionary ?? dictionary;
      const fontsAt = /\/Font (\d+) 0 R/.exec(resources)?.[1];
      const fontNames = fontsAt
        ? objects.get(fontsAt)!.dictionary
        : (/\/Font\s*<<([\s\S]*?)>>/.exec(resources)?.[1] ?? '');
      const tables = new Map<string, Map<string, string>>();
      for (const [, name, font] of fontNames.matchAll(/\/(\S+) (\d+) 0 R/g)) {
        const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font!)?.dictionary ?? '')?.[1];
        if (toUnicode) tables.set(name!, tableOf(streamOf(toUnicode)));
      }
      const contents = [.../\/Contents \[?([^\]/]*)/.exec(dictionary)![1]!.matchAll(/(\d+) 0 R/g)].map(([, each]) =>
        streamOf(each!),
      );
      return textOf(contents.join('\n'), tables);
    });
}

function plain(dictionary: string, withTail: string): string {
  const length = Number(/\/Length (\d+)/.exec(dictionary)![1]);
  const bytes = Buffer.from(withTail.slice(0, length), 'latin1');
  return dictionary.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
}

function tableOf(cmap: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const [, block] of cmap.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, text] of block!.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g)) {
      table.set(glyph!.toLowerCase(), Buffer.from(text!, 'hex').swap16().toString('utf16le'));
    }
  }
  return table;
}

// A string may hold balanced brackets as they are; three levels deep is more than a glyph number ever makes.
const UNIT = String.raw`\\[\s\S]|[^\\()]`;
const NESTED = String.raw`\((?:${UNIT}|\((?:${UNIT}|\((?:${UNIT})*\))*\))*\)`;
const SHOWING = new RegExp(
  String.raw`\/(\S+) [\d.]+ Tf|(\[(?:${NESTED}|<[^>]*>|[^\]])*\]\s*TJ|${NESTED}\s*Tj|<[0-9A-Fa-f]*>\s*Tj)`,
  'g',
);
const STRINGS = new RegExp(String.raw`<([0-9A-Fa-f]*)>|\(((?:${UNIT}|${NESTED})*)\)`, 'g');

function textOf(content: string, tables: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  let text = '';
  for (const [, name, shown] of content.matchAll(SHOWING)) {
    if (name) font = tables.get(name);
    else
      text += `${glyphs(shown!)
        .map((glyph) => font?.get(glyph) ?? '')
        .join('')}\n`;
  }
  return text;
}

function glyphs(shown: string): string[] {
  let hex = '';
  for (const [, given, literal] of shown.matchAll(STRINGS)) {
    hex += given ?? Buffer.from(unescaped(literal!), 'latin1').toString('hex');
  }
  return hex.toLowerCase().match(/.{4}/g) ?? [];
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(literal: string): string {
  return literal.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, each: string) =>
    /^[0-7]/.test(each) ? String.fromCharCode(Number.parseInt(each, 8)) : (ESCAPES[each] ?? each),
  );
}
