/** Messages about a case: to the institution's own address without a word of whom it is about, to the person where he said. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import { ZONES } from '../../../core/time/index.ts';
import { instantText } from '../../../core/text/index.ts';
import { tellOrRepresentatives } from '../representation/tell.ts';
import type { DisputeRow } from './sql.ts';

/** As `system`. */
export async function tellInstitution(
  tx: Tx,
  row: DisputeRow,
  what: 'opened' | 'reminded' | 'overdue' | 'decided',
): Promise<void> {
  if (row.mail === null) return;
  const values = {
    number: row.number,
    reference: row.reference ?? row.look,
    due: instantText('id', row.dueAt, ZONES.WIB),
  };
  const key = `citizen.message.dispute_${what}`;
  await leaveMessages(tx, [{ channel: 'mail', to: row.mail, language: 'id', key, values }]);
}

export async function tellPerson(tx: Tx, row: DisputeRow, what: 'answered' | 'overdue' | 'decided'): Promise<void> {
  await elevated(tx, () =>
    tellOrRepresentatives(tx, row.nik, `citizen.message.case_${what}`, {
      number: row.number,
      address: `${tx.ground.papers.host}/warga/bukan-saya`,
    }),
  );
}
