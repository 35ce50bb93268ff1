import { maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { newId } from '../../../core/id/index.ts';
import { countSteps } from '../figure/sql.ts';
import { CARD_STATES } from '../rules.ts';
import type { RequestKind } from '../request/rules.ts';

/** The store in which a serial lies, whatever its state. */
export function findStoreOf(tx: Tx, serial: bigint): Promise<{ storeId: string; officeId: string } | undefined> {
  return maybeOne(
    tx,
    sql<{ storeId: string; officeId: string }>`
      select l.store_id as "storeId", s.office_id as "officeId" from (select store_id from blank_read.lot where serials @> ${serial}::int8 limit 1) l
        join blank_read.store s on s.id = l.store_id`,
  );
}

export interface NewCard {
  readonly nik: string;
  readonly id: Uuid;
  readonly serial: bigint;
  readonly uid: bigint | null;
  readonly kind: RequestKind;
  readonly villageCode: string;
  readonly officeId: string;
  readonly officerId: string;
  readonly printedOn: CivilDate;
  readonly printedVersion: number;
  readonly validUntil: CivilDate | null;
  readonly requestId: string;
  readonly entryId: string;
}

/** A card and the first of its steps. */
export async function insertCard(tx: Tx, c: NewCard): Promise<void> {
  const now = tx.ground.clock.now();
  const state = CARD_STATES.PRINTED.code;
  const step = newId();
  await run(
    tx,
    sql`with made as (
          insert into card.card (nik, id, serial, uid, kind, state, since, village_code, office_id, printed_on, printed_version, valid_until,
            request_id, entry_id)
          values (${c.nik}::bigint, ${c.id}, ${c.serial}::bigint, ${c.uid}::bigint, ${c.kind}, ${state}, ${now}, ${c.villageCode}::bigint,
            ${c.officeId}, ${c.printedOn}, ${c.printedVersion}, ${c.validUntil}, ${c.requestId}, ${c.entryId}))
        insert into card.step (nik, card_id, id, state, at, recorded_at, officer_id, office_id, entry_id)
        values (${c.nik}::bigint, ${c.id}, ${step}, ${state}, ${now}, ${now}, ${c.officerId}, ${c.officeId}, ${c.entryId})`,
  );
  await countSteps(tx, [{ nik: c.nik, card: c.id, id: step }]);
}

/** Who printed a card. */
export function findPrinter(tx: Tx, cardId: string): Promise<{ officerId: string | null } | undefined> {
  return maybeOne(
    tx,
    sql<{ officerId: string | null }>`
      select officer_id as "officerId" from card.step where card_id = ${cardId} and state = ${CARD_STATES.PRINTED.code}
       order by recorded_at limit 1`,
  );
}
