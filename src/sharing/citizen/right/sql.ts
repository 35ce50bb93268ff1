/** Every statement on requests about one's own data. As `system`. */
import { many, maybeOne, nikText, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import type { Decision, Exception, Right } from './rules.ts';

export interface RightRow {
  readonly id: Uuid;
  readonly number: string;
  readonly nik: Nik;
  readonly villageCode: string;
  readonly right: Right;
  readonly assignedTo: 'office' | 'ministry';
  readonly sealed: Buffer;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly decision: Decision | null;
  readonly exception: Exception | null;
  readonly answer: Buffer | null;
  readonly answeredAt: Date | null;
}

const COLUMNS = sql`r.id, r.number, ${nikText('r.nik')} as nik, lpad(r.village_code::text, 10, '0') as "villageCode", r.kind as right,
  r.assigned_to as "assignedTo", r.sealed, r.opened_at as "openedAt", r.due_at as "dueAt", r.decision, r.exception, r.answer, r.answered_at as "answeredAt"`;

/** `false` where one of this kind waits already. */
export async function insertRight(
  tx: Tx,
  row: Pick<
    RightRow,
    'id' | 'number' | 'nik' | 'villageCode' | 'right' | 'assignedTo' | 'sealed' | 'openedAt' | 'dueAt'
  > & {
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into citizen.right_request (id, number, nik, village_code, kind, assigned_to, sealed, opened_at, due_at, entry_id)
        values (${row.id}, ${row.number}, ${row.nik}::bigint, ${row.villageCode}::bigint, ${row.right}, ${row.assignedTo}, ${row.sealed},
                ${row.openedAt}, ${row.dueAt}, ${row.entryId})`,
  );
}

export async function findOpenRight(tx: Tx, nik: Nik, right: Right): Promise<RightRow | undefined> {
  return maybeOne<RightRow>(
    tx,
    sql`select ${COLUMNS} from citizen.right_request r where r.nik = ${nik}::bigint and r.kind = ${right} and r.answered_at is null`,
  );
}

export function listRightsOf(tx: Tx, nik: Nik): Promise<RightRow[]> {
  return many<RightRow>(
    tx,
    sql`select ${COLUMNS} from citizen.right_request r where r.nik = ${nik}::bigint order by r.opened_at desc, r.id desc limit 200`,
  );
}

/** What waits in these villages; at the centre all of it. */
export function listRightWork(tx: Tx, range: { low: bigint; high: bigint }, centre: boolean): Promise<RightRow[]> {
  const mine = centre ? sql`` : sql`and r.assigned_to = 'office'`;
  return many<RightRow>(
    tx,
    sql`select ${COLUMNS} from citizen.right_request r
         where r.answered_at is null and r.village_code between ${String(range.low)}::bigint and ${String(range.high)}::bigint ${mine}
         order by r.due_at, r.id limit 500`,
  );
}

export function holdRight(tx: Tx, id: string): Promise<RightRow | undefined> {
  return maybeOne<RightRow>(tx, sql`select ${COLUMNS} from citizen.right_request r where r.id = ${id} for update`);
}

export async function setAnswer(
  tx: Tx,
  id: string,
  of: {
    decision: Decision;
    exception: Exception | null;
    answer: Buffer;
    at: Date;
    by: string;
    officeId: string | null;
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`update citizen.right_request set decision = ${of.decision}, exception = ${of.exception}, answer = ${of.answer}, answered_at = ${of.at},
               answered_by = ${of.by}, office_id = ${of.officeId}, answer_entry = ${of.entryId} where id = ${id} and answered_at is null`,
  );
}
