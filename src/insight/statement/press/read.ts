/** The text for the press of a day, and the same as a paper. */
import type { Tx } from '../../../core/db/index.ts';
import { printed, type Template } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import type { Language } from '../../../core/text/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { z } from 'zod';
import { readStatementForPublic } from '../read.ts';
import { composePress } from './compose.ts';
import type { PressText } from './schema.ts';

/** @throws Refusal `statement.no_such_day`, `statement.in_future`. */
export async function readPress(
  tx: Tx,
  { asOf, language }: { asOf?: string | undefined; language: Language },
): Promise<PressText> {
  const statement = await readStatementForPublic(tx, { asOf });
  const { size, root } = await tx.ground.papers.checkpoint(tx);
  return composePress({
    speaker: tx.ground.speaker,
    language,
    statement,
    log: { size, root: root.toString('base64') },
  });
}

const line = printed(1_000);
const pressPaperShape = z.object({
  language: z.enum(['id', 'en']),
  title: line,
  about: line,
  parts: z.array(z.object({ heading: line, sentences: z.array(z.object({ text: line, note: z.number().int() })) })),
  notes: z.array(line),
  log: line,
});

const paper: Template<z.output<typeof pressPaperShape>> = {
  name: 'press_text',
  source: new URL('press.typ', import.meta.url),
  shape: pressPaperShape,
};

/** As PDF: made anew each time, the same bytes for the same figures; it proves nothing by itself, the log's root in it does. */
export async function pressAsPaper(tx: Tx, press: PressText): Promise<FileAnswer> {
  const { language, title, about, parts, log } = press;
  const data = { language, title, about, parts, notes: press.notes.map(({ text }) => drawable(text)), log };
  const { pdf } = await tx.ground.papers.press.compile(paper, data, { issuedOn: asCivilDate(press.asOf) });
  return { mediaType: 'application/pdf', fileName: `keterangan-pers-${press.asOf}-${language}.pdf`, bytes: pdf };
}

/** As far as the fonts can draw it. */
const drawable = (text: string) =>
  text.replace(/[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2013\u2014\u2018\u2019\u201c\u201d]/gu, '?');
