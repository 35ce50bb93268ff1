/** The statement on one page: what was left, paid and charged, with the root over its lines and the code of the paper. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { day, issueIfChanged, openCurrentDocument, printed, type PaperKind } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { NOBODY, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { addDays, dayIn, ZONES } from '../../../core/time/index.ts';
import { DITJEN_ID } from '../../../register/office/index.ts';
import { firstDay, nextMonth, tariffOn } from '../rules.ts';
import { getStatement } from './file.ts';
import { listSums, type StatementRow } from './sql.ts';

const money = printed(40);
const statementPaperShape = z.object({
  number: printed(60),
  institution: printed(200),
  firstDay: day,
  lastDay: day,
  source: printed(60),
  opening: money,
  paid: money,
  reversed: money,
  sums: z.array(z.object({ what: printed(120), questions: printed(30), price: money, amount: money })).max(30),
  charged: money,
  closing: money,
  lines: printed(30),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  entry: z.uuid(),
});
type StatementPaper = z.output<typeof statementPaperShape>;

export const statementPaper: PaperKind<StatementPaper> = {
  code: 51,
  template: {
    name: 'partner_statement',
    source: new URL('statement.typ', import.meta.url),
    shape: statementPaperShape,
  },
};

/** Set when it is first asked for; from then on the same bytes. */
export async function openStatementPaper(tx: Tx, actor: Actor, input: { id: string }): Promise<FileAnswer> {
  const statement = await getStatement(tx, input.id);
  await record(tx, actor, { label: 'metering.statement_opened', facts: { statement: statement.id, format: 'pdf' } });
  const { number } = statement;
  const bytes = await elevated(tx, async () => {
    const kept = await openCurrentDocument(tx, statementPaper.template.name, number);
    if (kept) return kept.pdf;
    await issueIfChanged(tx, actor, {
      kind: statementPaper,
      data: await paperOf(tx, statement),
      nik: NOBODY,
      villageCode: '0',
      number,
      issuedOn: dayIn(ZONES.WIB, tx.ground.clock.now()),
      office: { id: DITJEN_ID as Uuid, name: 'Ditjen Dukcapil' },
    });
    return (await openCurrentDocument(tx, statementPaper.template.name, number))!.pdf;
  });
  return { mediaType: 'application/pdf', fileName: `tagihan-${number.replaceAll('/', '-')}.pdf`, bytes };
}

async function paperOf(tx: Tx, statement: StatementRow): Promise<StatementPaper> {
  const say = (key: string, values = {}) => tx.ground.speaker.say('id', key, values);
  const rupiah = (amount: number) => say('metering.rupiah', { amount });
  const count = (n: number) => say('metering.count', { n });
  const { institutionId, month, number, opening, paid, reversed, charged, closing, lines, root } = statement;
  const last = addDays(firstDay(nextMonth(month)), -1);
  const sums = await listSums(tx, institutionId, month);
  return {
    number,
    institution: drawable(statement.institution),
    firstDay: firstDay(month),
    lastDay: last,
    source: tariffOn(last, tx.ground.config.tariffFrom)?.source ?? '-',
    opening: rupiah(opening),
    paid: rupiah(paid),
    reversed: rupiah(reversed),
    sums: sums.map(({ method, price, questions, amount }) => ({
      what: say(`metering.method.${method}`),
      questions: count(questions),
      price: rupiah(price),
      amount: rupiah(amount),
    })),
    charged: rupiah(charged),
    closing: rupiah(closing),
    lines: count(lines),
    root,
    entry: statement.entryId,
  };
}

/** A name of an institution as far as the fonts can draw it. */
const drawable = (name: string) => name.replace(/[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff]/gu, '?');
