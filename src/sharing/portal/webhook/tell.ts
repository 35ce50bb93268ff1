/** An address that was switched off is told of by mail, to those who can mend it. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import { inTransaction } from '../../../core/notice/index.ts';
import { endpointsStopped } from '../../webhook/index.ts';
import { ACTS } from '../account/rules.ts';
import { listMails } from '../account/sql.ts';

export const tellStopped = inTransaction(endpointsStopped, 'portal.tell_people', async (tx: Tx, _actor, stopped) => {
  await elevated(tx, async () => {
    const mails = await listMails(
      tx,
      stopped.map(({ institutionId }) => institutionId),
      ACTS['portal.webhooks'],
    );
    await leaveMessages(
      tx,
      stopped.flatMap(({ institutionId, host, why }) =>
        mails
          .filter((each) => each.institutionId === institutionId)
          .map(({ mail }) => ({
            channel: 'mail' as const,
            to: mail,
            language: 'id' as const,
            key: `portal.mail.webhook_${why}`,
            values: { host, address: `${tx.ground.papers.host}/mitra/webhook` },
          })),
      ),
    );
  });
});
