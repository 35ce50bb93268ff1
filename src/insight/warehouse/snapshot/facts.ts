/**
 * What happened in a semester, counted: no persons leave, only how many of what, where and when. Each statement gives what the fact is
 * known by (for its key), the region in four digits or '', the month, two dimensions and how many it stands for.
 */
import { semesterBegins } from './rules.ts';
import type { At } from './people.ts';

export const FACTS = ['event', 'recording', 'card', 'blank', 'disposal', 'verification'] as const;
export type Fact = (typeof FACTS)[number];

const WIB = `at time zone 'Asia/Jakarta'`;

export function factStatement(fact: Fact, at: At): string {
  const from = `date '${semesterBegins(at.asOf)}'`;
  const until = `date '${at.asOf}'`;
  const known = `timestamptz '${at.knownAt.toISOString()}'`;
  const days = (column: string) => `${column} between ${from} and ${until}`;
  // By instants, so that the days of other zones do not matter and an index can serve.
  const instants = (column: string) =>
    `${column} >= ${from}::timestamp ${WIB} and ${column} < (${until} + 1)::timestamp ${WIB}`;
  const month = (column: string) => `to_char(${column}, 'YYYY-MM')`;
  const regency = (column: string) => `lpad((${column} / 1000000)::text, 4, '0')`;
  switch (fact) {
    case 'event':
      return `select e.id, ${regency('e.village_code')}, ${month('e.occurred_on')}, e.kind, '-', 1
                from civil_event_read.happening e
               where ${days('e.occurred_on')} and e.recorded_at <= ${known} and (e.undone_at is null or e.undone_at > ${known})`;
    case 'recording':
      return `select p.id, ${regency('p.village_code')}, ${month('p.recorded_on')}, p.source, '-', 1
                from enrolment_read.packet p where ${days('p.recorded_on')} and p.received_at <= ${known}`;
    case 'card':
      // Where a card is changes with its holder, so that a region of today would not come out the same again.
      return `select s.nik::text || ' ' || s.card_id || ' ' || s.state || ' ' || extract(epoch from s.at), '', ${month(`(s.at ${WIB})`)}, s.state::text, coalesce(s.cause, '-'), 1
                from card_read.step s where ${instants('s.at')} and s.recorded_at <= ${known}`;
    case 'blank':
      return `select m.id, left(m.region_code, 4), ${month(`(m.occurred_at ${WIB})`)}, coalesce(m.from_state::text, '-'), m.to_state::text, m.n
                from blank_read.movement m where ${instants('m.occurred_at')} and m.recorded_at <= ${known}`;
    case 'disposal':
      return `select p.id::text, left(p.region_code, 4), ${month(`(p.recorded_at ${WIB})`)}, 'taken_in', p.cause, 1
                from disposal_read.piece p where ${instants('p.recorded_at')} and p.recorded_at <= ${known}
               union all
              select 'destroyed ' || p.id, left(p.region_code, 4), ${month(`(p.destroyed_at ${WIB})`)}, 'destroyed', p.cause, 1
                from disposal_read.piece p where ${instants('p.destroyed_at')} and p.destroyed_at <= ${known}`;
    case 'verification':
      // A nation asks millions a day: summed before they leave.
      return `select concat_ws(' ', c.grant_id, c.method, o.outcome, ${month(`(c.at ${WIB})`)}), '', ${month(`(c.at ${WIB})`)}, coalesce(g.purpose, '-'), o.outcome, sum(o.n)
                from verification_read.call c
                left join partner_read.access_grant g on g.grant_id = c.grant_id
                cross join lateral (values ('matched', c.matched), ('partial', c.partial), ('mismatched', c.mismatched)) o (outcome, n)
               where ${instants('c.at')} and c.at <= ${known} and o.n > 0
               group by 1, 3, 4, 5`;
  }
}
