/** The public page of the statement. */
import type { Tx } from '../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../core/http/web.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { asCivilDate, dayIn, ZONES } from '../../core/time/index.ts';
import { regionOutlines } from '../../register/region/index.ts';
import { listPublications, readProvinces, readStatementForPublic, withWords } from './read.ts';
import type { StatementPage } from './schema.ts';

export const statementPage = publicPage<StatementPage>({
  path: '/',
  component: 'statement',
  status: ({ fault }) => (fault === null ? 200 : 422),
  load: loadStatementPage,
});

/**
 * The statement of the day in `?tanggal=`, as it was known at the end of the day (or the instant) in `?diketahui=`; both of now
 * where they are absent. What cannot be is refused with words, on the page.
 */
export async function loadStatementPage(tx: Tx, { query, language }: PublicRequest): Promise<StatementPage> {
  const typed = (name: string) => query[name]?.trim().slice(0, 40) || null;
  const asked = { asOf: typed('tanggal'), knownAt: typed('diketahui') };
  const today = dayIn(ZONES.WIB, tx.ground.clock.now());
  const { publications } = await listPublications(tx);
  const page = {
    today,
    asked,
    publications: publications.map(({ indicators, ...publication }) => ({
      ...publication,
      figures: indicators.map((figure) => withWords(tx, language, figure)),
    })),
  };
  try {
    const of = { asOf: asked.asOf ?? undefined, knownAt: asked.knownAt ?? undefined };
    const { asOf, knownAt, indicators } = await readStatementForPublic(tx, of);
    const figures = indicators.map((figure) => withWords(tx, language, figure));
    const map = await readProvinces(tx, of);
    const outlines = await regionOutlines(tx, { within: '', asOf: asCivilDate(map.asOf) });
    return { ...page, fault: null, statement: { asOf, knownAt, figures, map, outlines } };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const field = fault.faults[0]?.path === 'knownAt' ? 'knownAt' : 'asOf';
    const text = tx.ground.speaker.say(language, fault.code, fault.values);
    return { ...page, fault: { field, text }, statement: null };
  }
}
