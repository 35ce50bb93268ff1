/** Every statement on elections. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { ElectionKind } from '../eligibility/rules.ts';
import type { ElectionState } from './rules.ts';

export interface ElectionRow {
  readonly id: Uuid;
  readonly nameId: string;
  readonly nameEn: string;
  readonly kind: ElectionKind;
  readonly votingDay: CivilDate;
  readonly cutoff: CivilDate;
  readonly area: readonly string[];
  readonly state: ElectionState;
  readonly plannedAt: Date;
  readonly plannedBy: string;
  readonly openedAt: Date | null;
  readonly openedBy: string | null;
  readonly frozenAt: Date | null;
  readonly frozenBy: string | null;
  readonly heldAt: Date | null;
  readonly heldBy: string | null;
}

const columns = sql`e.id, e.name_id as "nameId", e.name_en as "nameEn", e.kind, e.voting_day as "votingDay", e.cutoff, to_jsonb(e.area) as area, e.state,
  e.planned_at as "plannedAt", e.planned_by as "plannedBy", e.opened_at as "openedAt", e.opened_by as "openedBy", e.frozen_at as "frozenAt",
  e.frozen_by as "frozenBy", e.held_at as "heldAt", e.held_by as "heldBy"`;

export function listElections(tx: Tx): Promise<ElectionRow[]> {
  return many(
    tx,
    sql<ElectionRow>`select ${columns} from voter.election e order by e.voting_day desc, e.planned_at desc limit 200`,
  );
}

export function findElection(tx: Tx, id: string): Promise<ElectionRow | undefined> {
  return maybeOne(tx, sql<ElectionRow>`select ${columns} from voter.election e where e.id = ${id}::uuid`);
}

export function holdElectionRow(tx: Tx, id: string): Promise<ElectionRow | undefined> {
  return maybeOne(tx, sql<ElectionRow>`select ${columns} from voter.election e where e.id = ${id}::uuid for update`);
}

export function findElectionsOn(tx: Tx, votingDay: CivilDate): Promise<ElectionRow[]> {
  return many(
    tx,
    sql<ElectionRow>`select ${columns} from voter.election e where e.voting_day = ${votingDay} order by e.planned_at`,
  );
}

/** What was open or later at an instant: the next one from a day on, else the last before it. */
export function findElectionAt(
  tx: Tx,
  { asOf, knownAt }: { asOf: CivilDate; knownAt: Date },
): Promise<ElectionRow | undefined> {
  return maybeOne(
    tx,
    sql<ElectionRow>`select ${columns} from voter.election e where e.opened_at <= ${knownAt}
         order by (e.voting_day < ${asOf}), abs(e.voting_day - ${asOf}::date), e.opened_at limit 1`,
  );
}

type Planned = Pick<ElectionRow, 'id' | 'nameId' | 'nameEn' | 'kind' | 'votingDay' | 'cutoff' | 'area'>;

export async function insertElection(
  tx: Tx,
  e: Planned & { readonly at: Date; readonly by: string; readonly entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into voter.election (id, name_id, name_en, kind, voting_day, cutoff, area, state, planned_at, planned_by, entry_id)
        values (${e.id}, ${e.nameId}, ${e.nameEn}, ${e.kind}, ${e.votingDay}, ${e.cutoff}, ${[...e.area]}::text[], 'PLANNED', ${e.at}, ${e.by}::uuid,
                ${e.entryId})`,
  );
}

export async function updatePlanned(
  tx: Tx,
  e: Planned & { readonly at: Date; readonly by: string; readonly entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`update voter.election set name_id = ${e.nameId}, name_en = ${e.nameEn}, kind = ${e.kind}, voting_day = ${e.votingDay}, cutoff = ${e.cutoff},
               area = ${[...e.area]}::text[], planned_at = ${e.at}, planned_by = ${e.by}::uuid, entry_id = ${e.entryId}
         where id = ${e.id}::uuid and state = 'PLANNED'`,
  );
}

const STAMP = { OPEN: 'opened', FROZEN: 'frozen', HELD: 'held' } as const;

export async function moveElection(
  tx: Tx,
  e: { readonly id: string; readonly to: keyof typeof STAMP; readonly at: Date; readonly by: string },
): Promise<void> {
  const stamp = STAMP[e.to];
  await run(
    tx,
    sql`update voter.election set state = ${e.to}, ${sql.ref(`${stamp}_at`)} = ${e.at}, ${sql.ref(`${stamp}_by`)} = ${e.by}::uuid
         where id = ${e.id}::uuid`,
  );
}
