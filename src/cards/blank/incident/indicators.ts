/** Incidents that are not closed: what went wrong is shown as plainly as what went well. */
import { many, one, sql } from '../../../core/db/index.ts';
import type { Indicator } from '../../../core/indicator.ts';

export const incidentIndicators: Indicator[] = [
  {
    code: 'incident.open',
    unit: 'insiden',
    since: null,
    async measure(tx, { asOf, knownAt }) {
      const { n } = await one<{ n: number }>(
        tx,
        sql`select count(*)::int as n from blank.incident i
             where i.opened_at <= ${knownAt} and i.opened_on <= ${asOf}
               and (i.closed_at is null or i.closed_at > ${knownAt} or i.closed_on > ${asOf})`,
      );
      return { numerator: n, denominator: null };
    },
    // From the acts: each incident's beginning and end, one after the other.
    async recount(tx, { asOf, knownAt }) {
      const events = await many<{ incident: string; kind: string; on: string }>(
        tx,
        sql`select e.incident_id as incident, e.kind, (e.recorded_at at time zone 'Asia/Jakarta')::date as "on"
              from blank.incident_event e where e.kind in ('opened', 'closed') and e.recorded_at <= ${knownAt} order by e.recorded_at`,
      );
      const open = new Set<string>();
      for (const { incident, kind, on } of events) {
        if (on > asOf) continue;
        if (kind === 'opened') open.add(incident);
        else open.delete(incident);
      }
      return { numerator: open.size, denominator: null };
    },
  },
];
