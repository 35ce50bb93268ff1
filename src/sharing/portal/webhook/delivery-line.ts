/** A delivery in the words of the reader: what was answered, or why nothing was sent. */
import type { Tx } from '../../../core/db/index.ts';
import type { DeliveryRow } from '../../webhook/index.ts';
import type { Visit } from '../page.ts';
import type { DeliveryLine } from './schema.ts';

export function deliveryLine(
  tx: Tx,
  { language }: Pick<Visit, 'language'>,
  { url, attempts, status, outcome, ...row }: DeliveryRow,
  on: ReadonlySet<string>,
): DeliveryLine {
  const { host } = new URL(url);
  const words = (answered: number | null, code: string): string => {
    const { speaker } = tx.ground;
    if (code === 'ok' || code === 'status')
      return speaker.say(language, 'portal.webhook.status', { status: String(answered) });
    return speaker.say(language, code.startsWith('egress.') ? code : `portal.webhook.outcome.${code}`, { host });
  };
  const last = attempts[0];
  return {
    ...row,
    url,
    at: row.at.toISOString(),
    nextAt: row.nextAt?.toISOString() ?? null,
    words: outcome !== null ? words(status, outcome) : last ? words(last.status, last.outcome) : null,
    attempts: attempts.map((each) => ({
      n: each.n,
      at: new Date(each.at).toISOString(),
      ms: each.ms,
      words: words(each.status, each.outcome),
    })),
    mayReplay: row.state !== 'WAITING' && on.has(row.endpointId),
  };
}
