/** The statistics store for institutions: whose grant is for planning or budgets may ask it, as officers do, without a script. */
import { exists, sql, type Tx } from '../../../core/db/index.ts';
import { Download, faultsOf } from '../../../core/http/index.ts';
import { attempt, noteOf, portalPage, type Visit } from '../../../sharing/portal/index.ts';
import { readCatalogue } from '../catalogue/read.ts';
import { askWarehouse } from '../query/ask.ts';
import { answerAsFile } from '../query/export.ts';
import { FORMATS } from '../query/formats.ts';
import { mustHaveQuota } from '../query/quota.ts';
import { queryShape } from '../query/schema.ts';
import { PURPOSES, type AskedStatistics, type StatisticsPage } from './schema.ts';

export const statisticsPage = portalPage<StatisticsPage>({
  path: '/mitra/statistik',
  component: 'portal-statistics',
  takesForm: true,
  rate: { perMinute: 60 },
  load: loadStatistics,
});

export async function loadStatistics(tx: Tx, visit: Visit): Promise<StatisticsPage | Download> {
  const { actor, form } = visit;
  const asked = askedIn(form ?? {});
  const shown = { note: null, asked, answer: null };
  if (!(await mayAsk(tx, visit))) return { ...shown, catalogue: null };
  if (form === null || asked.table === '') return { ...shown, catalogue: await readCatalogue(tx, actor) };
  const question = readQuestion(asked);
  if (!question.success) {
    const [fault] = faultsOf(question.error.issues, tx.ground.speaker);
    const text = tx.ground.speaker.say(actor.language, fault!.code, fault!.values);
    return { ...shown, catalogue: await readCatalogue(tx, actor), note: { look: 'stopped', text } };
  }
  const tried = await attempt(tx, async () => {
    await mustHaveQuota(tx, actor);
    return askWarehouse(tx, actor, question.data);
  });
  const format = FORMATS.find((each) => each === form['unduh']);
  if ('done' in tried && format) return new Download(await answerAsFile(tx, tried.done, format));
  const catalogue = await readCatalogue(tx, actor);
  return 'done' in tried
    ? { ...shown, catalogue, answer: tried.done }
    : { ...shown, catalogue, note: noteOf(tx, actor, tried.refusal) };
}

/** A grant in force, of an institution that is not stopped. */
function mayAsk(tx: Tx, { institutionId }: Visit): Promise<boolean> {
  const now = tx.ground.clock.now();
  return exists(
    tx,
    sql`select from partner_read.access_grant g
         where g.institution_id = ${institutionId} and g.purpose = any(${[...PURPOSES]}) and g.ended_at is null
           and g.valid_from <= ${now} and g.valid_until > ${now}
           and not exists (select from partner_read.standing s where s.institution_id = g.institution_id and s.suspended)`,
  );
}

function askedIn(form: Readonly<Record<string, string>>): AskedStatistics {
  const typed = (name: string) => (form[name] ?? '').trim().slice(0, 40);
  return {
    table: typed('tabel'),
    asOf: typed('per'),
    dimensions: ['bagi1', 'bagi2', 'bagi3'].map(typed),
    column: typed('batas'),
    value: typed('nilai'),
  };
}

/** The question, or what is wrong with it. */
function readQuestion({ table, asOf, dimensions, column, value }: AskedStatistics) {
  return queryShape.safeParse({
    table,
    ...(asOf === '' ? {} : { asOf }),
    dimensions: dimensions.filter((name) => name !== ''),
    filters: column === '' ? [] : [{ column, value }],
  });
}
