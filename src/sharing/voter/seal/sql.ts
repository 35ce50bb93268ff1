import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';

export interface CommissionKeyRow {
  readonly id: Uuid;
  readonly electionId: Uuid;
  readonly publicKey: Buffer;
  readonly thumbprint: string;
  readonly issuer: string;
  readonly number: string;
  readonly datedOn: CivilDate;
  readonly registeredAt: Date;
  readonly registeredBy: string;
}

const columns = sql`id, election_id as "electionId", public_key as "publicKey", thumbprint, issuer, number, dated_on as "datedOn",
  registered_at as "registeredAt", registered_by as "registeredBy"`;

/** The key that holds: the last one that was registered. */
export function findCommissionKey(tx: Tx, electionId: string): Promise<CommissionKeyRow | undefined> {
  return maybeOne(
    tx,
    sql<CommissionKeyRow>`select ${columns} from voter.commission_key
         where election_id = ${electionId}::uuid order by registered_at desc, id desc limit 1`,
  );
}

export function listCommissionKeys(tx: Tx, electionId: string): Promise<CommissionKeyRow[]> {
  return many(
    tx,
    sql<CommissionKeyRow>`select ${columns} from voter.commission_key
         where election_id = ${electionId}::uuid order by registered_at desc, id desc limit 50`,
  );
}

export function findCommissionKeyById(tx: Tx, id: string): Promise<CommissionKeyRow | undefined> {
  return maybeOne(tx, sql<CommissionKeyRow>`select ${columns} from voter.commission_key where id = ${id}::uuid`);
}

export async function insertCommissionKey(tx: Tx, key: CommissionKeyRow & { readonly entryId: string }): Promise<void> {
  await run(
    tx,
    sql`insert into voter.commission_key (id, election_id, public_key, thumbprint, issuer, number, dated_on, registered_at, registered_by, entry_id)
        values (${key.id}, ${key.electionId}, ${key.publicKey}, ${key.thumbprint}, ${key.issuer}, ${key.number}, ${key.datedOn},
                ${key.registeredAt}, ${key.registeredBy}::uuid, ${key.entryId}::uuid)`,
  );
}
