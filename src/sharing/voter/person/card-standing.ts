import { one, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { CARD_STATES } from '../../../cards/card/rules.ts';
import type { CardStanding } from './schema.ts';

const WAITS = [
  CARD_STATES.PRINTED.code,
  CARD_STATES.CHECKED.code,
  CARD_STATES.SHIPPED.code,
  CARD_STATES.AT_COUNTER.code,
];

/** Whether somebody holds a card, and else how far it is. */
export async function standingOf(tx: Tx, nik: Nik): Promise<CardStanding> {
  const { valid, waits, recorded } = await one<{ valid: boolean; waits: boolean; recorded: boolean }>(
    tx,
    sql`select exists (select from card_read.card c where c.nik = ${nik}::bigint and c.state = ${CARD_STATES.VALID.code}) as valid,
               exists (select from card_read.card c where c.nik = ${nik}::bigint and c.state = any(${WAITS}::smallint[])) as waits,
               exists (select from enrolment_read.recording r where r.nik = ${nik}::bigint and r.ended_on is null) as recorded`,
  );
  if (valid) return 'valid';
  if (waits) return 'waiting';
  return recorded ? 'recorded' : 'none';
}
