/** The board: where packets wait and for how long, and the two critical times (domain: waktu kritis I and II). */
import { mustCover, type Actor } from '../../core/access/index.ts';
import { elevated, many, nikText, one, sql, type Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { placeLine } from '../../register/resident/index.ts';
import { statusView } from './person.ts';
import { statusOf, STATUSES, type Status } from './status.ts';

export interface BoardGiven {
  /** 2 to 10 digits, '' for the nation; the officer's own region where not given. */
  readonly region?: string | undefined;
  readonly office?: string | undefined;
  /** The critical times of packets received in so many days. */
  readonly days: number;
}

const codes = (wanted: (status: Status) => boolean): number[] =>
  (Object.keys(STATUSES) as Status[]).filter(wanted).map((status) => STATUSES[status].code);
const DECISIONS = ['PRINT_READY_RECORD', 'DUPLICATE_RECORD', 'ENROLL_FAILURE_AT_CENTRAL'] as const;

type Within = Pick<BoardGiven, 'region' | 'office'>;

/**
 * Packets of a region, by where their people live, as the figures count; of one's own office, where no region is named, all
 * that it recorded, wherever they live. The board and the list behind it say the same.
 */
function within(actor: Actor, { region: asked, office }: Within) {
  if (asked === undefined && office !== undefined && office === actor.officeId) return sql`p.office_id = ${office}`;
  const region = asked ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const here = sql`p.village_code between ${region.padEnd(10, '0')}::bigint and ${region.padEnd(10, '9')}::bigint`;
  return office === undefined ? here : sql`${here} and p.office_id = ${office}`;
}

export async function openBoard(tx: Tx, actor: Actor, given: BoardGiven) {
  const now = tx.ground.clock.now();
  const where = within(actor, given);
  // Who lives in the region counts wherever he was recorded, so the figures are made over all of them.
  return elevated(tx, async () => {
    const rows = await many<{ status: number; n: number; oldest: Date; median: number; p90: number }>(
      tx,
      sql`select p.status, count(*)::int as n, min(p.status_since) as oldest,
                 percentile_disc(0.5) within group (order by extract(epoch from ${now}::timestamptz - p.status_since))::float8 as median,
                 percentile_disc(0.9) within group (order by extract(epoch from ${now}::timestamptz - p.status_since))::float8 as p90
            from enrolment.packet p where ${where} and p.status = any(${codes((s) => STATUSES[s].acts !== 'nobody')}::smallint[]) group by p.status`,
    );
    const offices = await many<{ officeId: string; office: string | null; n: number; oldest: Date }>(
      tx,
      sql`select p.office_id as "officeId", o.name as office, count(*)::int as n, min(p.status_since) as oldest
            from enrolment.packet p left join office_read.office o on o.id = p.office_id
           where ${where} and p.office_id is not null and p.status = any(${codes((s) => ['station', 'transit'].includes(STATUSES[s].stage))}::smallint[])
           group by p.office_id, o.name order by oldest limit 100`,
    );
    const intakes = await one<{ receiving: number; quarantined: number; oldest: Date | null }>(
      tx,
      sql`select count(*) filter (where i.state = 'receiving')::int as receiving, count(*) filter (where i.state = 'quarantined')::int as quarantined,
                 min(i.opened_at) as oldest
            from enrolment.intake i left join office_read.office o on o.id = i.office_id
           where i.state in ('receiving', 'quarantined') and coalesce(o.region_code, '') like ${`${given.region ?? actor.jurisdiction?.code ?? 'none'}%`}
             and (${given.office ?? null}::uuid is null or i.office_id = ${given.office ?? null}::uuid)`,
    );
    return {
      now: now.toISOString(),
      waiting: rows
        .map(({ status, n, oldest, median, p90 }) => ({
          ...statusView(tx, actor, statusOf(status)),
          n,
          oldestSince: oldest.toISOString(),
          medianHours: hours(median),
          p90Hours: hours(p90),
        }))
        .toSorted((a, b) => STATUSES[a.status].code - STATUSES[b.status].code),
      offices: offices.map(({ oldest, ...row }) => ({ ...row, oldestSince: oldest.toISOString() })),
      intake: {
        receiving: intakes.receiving,
        quarantined: intakes.quarantined,
        oldestSince: intakes.oldest?.toISOString() ?? null,
      },
      critical: { days: given.days, ...(await criticalTimes(tx, where, given.days)) },
    };
  });
}

const hours = (seconds: number) => Math.round(seconds / 36) / 100;

interface Quantiles {
  readonly n: number;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
}

const RECEIVED = sql.lit(STATUSES.RECEIVED_AT_CENTRAL.code);
const TIMED = sql.join([...DECISIONS, 'RECEIVED_AT_CENTRAL' as const].map((status) => sql.lit(STATUSES[status].code)));

/**
 * Of packets received at the centre within the days: from the capture to the receipt, and from the receipt to the decision.
 * Both from one pass over the steps of those days, as no decision comes before its receipt; looking each packet's
 * decision up cost three times as much.
 */
async function criticalTimes(
  tx: Tx,
  where: ReturnType<typeof within>,
  days: number,
): Promise<{ toReceipt: Quantiles; toDecision: Quantiles }> {
  const since = new Date(tx.ground.clock.now().getTime() - days * 86_400_000);
  const quantilesOf = (span: string) =>
    sql`count(${sql.ref(span)})::int as ${sql.ref(`${span}N`)},
        percentile_disc(array[0.5, 0.9]) within group (order by ${sql.ref(span)}) as ${sql.ref(`${span}At`)}`;
  const row = await one<{
    receiptN: number;
    receiptAt: number[] | null;
    decisionN: number;
    decisionAt: number[] | null;
  }>(
    tx,
    sql`with times as materialized (
          select s.nik, s.packet_id, min(s.at) filter (where s.status = ${RECEIVED}) as received, min(s.at) filter (where s.status <> ${RECEIVED}) as decided
            from enrolment.packet_step s where s.at >= ${since} and s.status in (${TIMED}) group by s.nik, s.packet_id),
        spans as materialized (
          select extract(epoch from t.received - p.captured_at)::float8 as receipt, extract(epoch from t.decided - t.received)::float8 as decision
            from times t join enrolment.packet p on p.nik = t.nik and p.id = t.packet_id
           where t.received is not null and ${where} and p.source = 'station')
        select ${quantilesOf('receipt')}, ${quantilesOf('decision')} from spans`,
  );
  return {
    toReceipt: quantiles(row.receiptN, row.receiptAt),
    toDecision: quantiles(row.decisionN, row.decisionAt),
  };
}

function quantiles(n: number, at: readonly number[] | null): Quantiles {
  const [median, p90] = n === 0 || !at ? [] : at;
  return {
    n,
    medianHours: median === undefined ? null : hours(median),
    p90Hours: p90 === undefined ? null : hours(p90),
  };
}

const PAGE = 50;
const LIST = 'enrolment.packets';

/** The packets behind a number of the board, those that wait longest first; 50 a page. */
export async function listPackets(
  tx: Tx,
  actor: Actor,
  input: Within & { statuses: readonly Status[]; cursor?: string | undefined },
) {
  const after = input.cursor ? tx.ground.cursors.open<{ since: string; id: string }>(LIST, input.cursor) : null;
  const rows = await many<{
    nik: Nik;
    id: Uuid;
    status: number;
    since: Date;
    name: string | null;
    villageCode: string;
    office: string | null;
    recordedOn: string;
  }>(
    tx,
    sql`select ${nikText('p.nik')} as nik, p.id, p.status, p.status_since as since, r.name, lpad(p.village_code::text, 10, '0') as "villageCode",
               o.name as office, p.recorded_on as "recordedOn"
          from enrolment.packet p left join resident_read.resident r on r.nik = p.nik left join office_read.office o on o.id = p.office_id
         where p.status = any(${input.statuses.map((status) => STATUSES[status].code)}::smallint[])
           and ${within(actor, input)}
           and (${after?.since ?? null}::timestamptz is null or (p.status_since, p.id) > (${after?.since ?? null}::timestamptz, ${after?.id ?? null}::uuid))
         order by p.status_since, p.id limit ${PAGE + 1}`,
  );
  const shown = rows.slice(0, PAGE);
  await record(tx, actor, {
    label: 'enrolment.packets_listed',
    subjects: [...new Set(shown.map(({ nik }) => nik))].map((nik) => ({ nik, detail: 'recording' })),
    facts: { n: shown.length },
  });
  const last = shown.at(-1);
  return {
    packets: shown.map(({ nik, id, status, since, name, villageCode, office, recordedOn }) => ({
      id,
      // Who was recorded here and lives elsewhere is not named in a list.
      ref: name === null ? null : tx.ground.personRefs.of(nik),
      name,
      place: placeLine(tx, villageCode),
      office,
      recordedOn,
      since: since.toISOString(),
      now: statusView(tx, actor, statusOf(status)),
    })),
    next:
      rows.length > PAGE && last
        ? tx.ground.cursors.seal(LIST, { since: last.since.toISOString(), id: last.id })
        : null,
  };
}
