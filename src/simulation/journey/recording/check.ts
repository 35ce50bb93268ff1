/** What must hold after the recordings, counted by brute force. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import { asNik, type Nik, type Uuid } from '../../../core/id/index.ts';
import { listItems, mayFollow, openTemplates, statusOf, STATUSES } from '../../../recording/enrolment/index.ts';
import { wantedSteps } from './people.ts';
import type { Stage } from '../journey.ts';

/** Each packet that a station sent and that was taken is here once, and no other is. */
export async function packetsOnce(tx: Tx): Promise<string[]> {
  const rows = await many<{ id: string; intakes: number; packets: number }>(
    tx,
    sql`select id::text as id, sum(intakes)::int as intakes, sum(packets)::int as packets from (
            select id, 1 as intakes, 0 as packets from enrolment_read.intake where state = 'taken'
            union all select id, 0, 1 from enrolment_read.packet where source = 'station') each
         group by id having sum(intakes) <> 1 or sum(packets) <> 1`,
  );
  return rows.length === 0 ? [] : [`${rows.length} packets were taken more than once, or not`];
}

/** How many went the whole way, step by step. */
export async function stepsAreEnough(tx: Tx, stage: Stage): Promise<string[]> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`select count(*)::int as n from enrolment_read.packet where source = 'station'`,
  );
  const wanted = wantedSteps(stage);
  return n >= wanted ? [] : [`${wanted} people should have been recorded step by step, ${n} were`];
}

/** Every packet's steps, one after the other, each allowed after the one before, end at its status. */
export async function historiesAgree(tx: Tx): Promise<string[]> {
  const rows = await many<{ id: string; source: string; status: number; steps: number[]; versions: number[] }>(
    tx,
    sql`select p.id::text as id, p.source, p.status, json_agg(s.status order by s.version) as steps, json_agg(s.version order by s.version) as versions
          from enrolment_read.packet p left join enrolment_read.packet_step s on s.nik = p.nik and s.packet_id = p.id
         group by p.nik, p.id, p.source, p.status`,
  );
  const wrong = rows.filter(({ source, status, steps, versions }) => {
    const begins = source === 'import' || steps[0] === STATUSES.BIO_CAPTURED.code;
    const whole = versions.every((version, n) => version === n + 1);
    const allowed = steps.every((step, n) => n === 0 || mayFollow(statusOf(steps[n - 1]!), statusOf(step)));
    return !begins || !whole || !allowed || steps.at(-1) !== status;
  });
  return wrong.length === 0 ? [] : [`${wrong.length} packets have a history that does not give their status`];
}

/** Who has a packet whose status counts is recorded, once a packet, and nobody else is. */
export async function recordedOnce(tx: Tx): Promise<string[]> {
  const counts = Object.values(STATUSES).flatMap(({ code, recorded }) => (recorded ? [code] : []));
  const { apart, twice } = await one<{ apart: number; twice: number }>(
    tx,
    sql`with standing as (select nik, packet_id, count(*)::int as n from enrolment_read.recording where ended_on is null group by nik, packet_id),
             told as (select nik, id as packet_id from enrolment_read.packet where status = any(${counts}::smallint[]))
        select (select count(*)::int from standing s full join told t using (nik, packet_id) where s.nik is null or t.nik is null) as apart,
               (select count(*)::int from standing where n > 1) as twice`,
  );
  return [
    ...(apart === 0 ? [] : [`${apart} packets count as recorded and should not, or the other way round`]),
    ...(twice === 0 ? [] : [`${twice} packets count twice`]),
  ];
}

const PAGE = 500;

/** The gallery holds just those whose templates the store has and whose packets stand at the centre or beyond. */
export async function galleryIsStore(tx: Tx): Promise<string[]> {
  const outside = ['station', 'transit'];
  const codes = Object.values(STATUSES).flatMap(({ code, recorded, stage }) =>
    recorded && !outside.includes(stage) ? [code] : [],
  );
  const packets = await many<{ nik: string; packet: Uuid }>(
    tx,
    sql`select lpad(nik::text, 16, '0') as nik, id as packet from enrolment_read.packet where status = any(${codes}::smallint[]) order by id`,
  );
  const stored = new Set<string>();
  for (let from = 0; from < packets.length; from += PAGE * 20) {
    const items = await listItems(tx, packets.slice(from, from + PAGE * 20));
    const compared = items.filter(({ modality, format }) => format && (modality === 'face' || modality === 'finger'));
    const some = new Map(compared.map(({ packet, nik }) => [packet, nik]));
    const of = [...some].map(([packet, nik]): { nik: Nik; packet: Uuid } => ({ packet, nik: asNik(nik) }));
    for (let at = 0; at < of.length; at += PAGE)
      for (const { packet } of await openTemplates(tx, of.slice(at, at + PAGE))) stored.add(packet);
  }
  const gallery = await tx.ground.gallery.upToDate(tx);
  const held = new Set(await gallery.engine.refs());
  const apart = stored.symmetricDifference(held);
  return apart.size === 0 ? [] : [`${apart.size} recordings are in the gallery or in the store alone`];
}

/** Every search has ended. */
export async function searchesEnded(tx: Tx): Promise<string[]> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`select count(*)::int as n from uniqueness_read.search where outcome is null`,
  );
  return n === 0 ? [] : [`${n} searches have not ended`];
}
