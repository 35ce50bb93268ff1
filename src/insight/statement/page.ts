/** The public page of the statement. */
import type { Tx } from '../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../core/http/web.ts';
import { Refusal } from '../../core/refusal/index.ts';
import type { Language } from '../../core/text/index.ts';
import { dayIn, ZONES } from '../../core/time/index.ts';
import { listPublications, readProvinces, readStatementForPublic } from './read.ts';
import type { Figure, ShownFigure, StatementPage } from './schema.ts';

export const statementPage = publicPage<StatementPage>({
  path: '/',
  component: 'statement',
  status: ({ fault }) => (fault === null ? 200 : 422),
  load: loadStatementPage,
});

/** The statement of the day in `?tanggal=`, of today without one. A day that cannot be is refused with words, on the page. */
export async function loadStatementPage(tx: Tx, { query, language }: PublicRequest): Promise<StatementPage> {
  const asked = query['tanggal']?.trim().slice(0, 40) || null;
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
    const of = { asOf: asked ?? undefined };
    const { asOf, knownAt, indicators } = await readStatementForPublic(tx, of);
    const figures = indicators.map((figure) => withWords(tx, language, figure));
    return { ...page, fault: null, statement: { asOf, knownAt, figures, map: await readProvinces(tx, of) } };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { ...page, fault: tx.ground.speaker.say(language, fault.code, fault.values), statement: null };
  }
}

function withWords(tx: Tx, language: Language, figure: Figure): ShownFigure {
  const say = (key: string) => tx.ground.speaker.say(language, key);
  const key = `indicator.${figure.code}`;
  return { ...figure, label: say(key), definition: say(`${key}.definition`), sourceText: say(figure.source) };
}
