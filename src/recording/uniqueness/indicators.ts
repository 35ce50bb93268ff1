/** Recordings found to be of one body twice, and searches by order of a court. */
import type { Indicator } from '../../core/indicator.ts';
import { many, one, sql } from '../../core/db/index.ts';
import { STATUSES } from '../enrolment/index.ts';

const DUPLICATE = STATUSES.DUPLICATE_RECORD.code;
const PAGE = 20_000;

export const indicators: Indicator[] = [
  {
    code: 'enrolment.duplicate',
    unit: 'rekaman',
    since: null,
    async measure(tx, { asOf, knownAt }) {
      const { n } = await one<{ n: number }>(
        tx,
        sql`select count(*)::int as n
              from enrolment_read.packet_step s
             where s.status = ${DUPLICATE} and s.recorded_at <= ${knownAt} and s.occurred_on <= ${asOf}
               and not exists (select from enrolment_read.packet_step l where l.nik = s.nik and l.packet_id = s.packet_id
                                and l.version > s.version and l.recorded_at <= ${knownAt} and l.occurred_on <= ${asOf})`,
      );
      return { numerator: n, denominator: null };
    },
    // Every packet's steps are folded one after the other: the last one known says where it stood.
    async recount(tx, { asOf, knownAt }) {
      let numerator = 0;
      let after = '-1';
      for (;;) {
        const people = await many<{ nik: string; steps: { packet: string; status: number }[] | null }>(
          tx,
          sql`select p.nik::text as nik, (select json_agg(json_build_object('packet', s.packet_id, 'status', s.status) order by s.version)
                       from enrolment_read.packet_step s where s.nik = p.nik and s.recorded_at <= ${knownAt} and s.occurred_on <= ${asOf}) as steps
                from (select distinct q.nik from enrolment_read.packet q where q.nik > ${after}::bigint order by q.nik limit ${PAGE}) p order by p.nik`,
        );
        if (people.length === 0) break;
        for (const { steps } of people) {
          const last = new Map((steps ?? []).map(({ packet, status }) => [packet, status]));
          numerator += [...last.values()].filter((status) => status === DUPLICATE).length;
        }
        after = people.at(-1)!.nik;
      }
      return { numerator, denominator: null };
    },
  },
  {
    code: 'uniqueness.court_searches',
    unit: 'pencarian',
    since: null,
    async measure(tx, { asOf, knownAt }) {
      const { n } = await one<{ n: number }>(
        tx,
        sql`select count(*)::int as n from uniqueness.court_search c where c.searched_at <= ${knownAt} and c.searched_on <= ${asOf}`,
      );
      return { numerator: n, denominator: null };
    },
    // By court, from the other end: what was approved, less what waits or was let go, or came later.
    async recount(tx, { asOf, knownAt }) {
      const rows = await many<{ searchedAt: Date | null; searchedOn: string | null }>(
        tx,
        sql`select c.searched_at as "searchedAt", c.searched_on as "searchedOn" from uniqueness.court_search c where c.approved_at <= ${knownAt}`,
      );
      const not = rows.filter(
        ({ searchedAt, searchedOn }) => !searchedAt || searchedAt > knownAt || !searchedOn || searchedOn > asOf,
      );
      return { numerator: rows.length - not.length, denominator: null };
    },
  },
];
