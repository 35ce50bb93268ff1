/** Coverage as a table to take along: what the screen shows, one line a figure, with its cut-off in every line. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { writeTable, type Row } from '../../../core/table/index.ts';
import { openCoverage } from './open.ts';

type Coverage = Awaited<ReturnType<typeof openCoverage>>;
type Figure = Pick<Coverage, 'numerator' | 'denominator' | 'percent' | 'firstVoters' | 'firstVotersRecorded'>;

export async function openCoverageTable(
  tx: Tx,
  actor: Actor,
  input: Parameters<typeof openCoverage>[2],
): Promise<FileAnswer> {
  const shown = await openCoverage(tx, actor, input);
  const say = (key: string, values = {}) => tx.ground.speaker.say(actor.language, `enrolment.table.${key}`, values);
  const line = (kind: string, code: string, name: string, of: Figure): Row => [
    say(kind),
    code,
    name,
    of.numerator,
    of.denominator,
    of.percent,
    of.firstVoters,
    of.firstVotersRecorded,
    shown.asOf,
    shown.knownAt,
  ];
  const rows = [
    line('region', shown.region, shown.name ?? say('nation'), shown),
    ...shown.regions.filter(({ code }) => code !== shown.region).map((of) => line('region', of.code, of.name, of)),
    ...shown.sexes.map((of) => line('sex', String(of.sex), say(`sex.${of.sex}`), of)),
    ...shown.ages.map((of) => line('age', String(of.from), say(of.to === null ? 'age.over' : 'age.band', of), of)),
  ];
  const columns = COLUMNS.map((column) => say(`column.${column}`));
  const parts: Buffer[] = [];
  for await (const part of writeTable({ format: 'csv', columns, rows })) parts.push(part);
  const fileName = `cakupan-perekaman-${shown.region || 'nasional'}-${shown.asOf}.csv`;
  return { mediaType: 'text/csv; charset=utf-8', fileName, bytes: Buffer.concat(parts) };
}

const COLUMNS = [
  'kind',
  'code',
  'name',
  'recorded',
  'obligated',
  'percent',
  'firstVoters',
  'firstVotersRecorded',
  'asOf',
  'knownAt',
] as const;
