/** What must hold of every destruction, counted by brute force, and what is told of it. */
import { CARD_STATES } from '../../../cards/card/index.ts';
import { many, one, sql } from '../../../core/db/index.ts';
import { DITJEN_ID } from '../../../register/office/index.ts';
import { importer } from '../arrival.ts';
import type { Stage } from '../journey.ts';
import { destroyedAtCentre } from './centre.ts';
import { self } from './crew.ts';

interface Done {
  readonly number: string;
  readonly officeId: string;
  readonly office: string;
  readonly unit: string;
  readonly plannedOn: string;
  readonly n: number;
  readonly bags: number;
  readonly sample: number;
  readonly seals: number;
  readonly recounted: number;
  readonly witnesses: number;
  readonly outside: number;
  readonly photos: number;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly begunBy: string;
  readonly endedBy: string;
  readonly hands: number;
  readonly pieces: number;
  readonly gone: number;
  readonly cards: number;
  readonly alone: number;
  readonly reported: number | null;
  readonly minutes: boolean;
}

/** Every destruction that is done, with its pieces and cards counted one by one. */
function listDone(stage: Stage): Promise<Done[]> {
  return stage.database.transact('system', importer, (tx) =>
    many<Done>(
      tx,
      sql`with inside as (
            select b.plan_id, count(*)::int as pieces, count(p.destroyed_at)::int as gone,
                   count(*) filter (where c.state = ${CARD_STATES.DESTROYED.code})::int as cards
              from disposal_read.bag b join disposal_read.piece p on p.bag_number = b.number
              left join card_read.card c on c.nik = p.card_nik and c.id = p.card_id group by b.plan_id)
          select p.number, p.office_id as "officeId", o.name as office, u.name as unit, p.planned_on as "plannedOn", p.n, p.bags, p.sample,
                 p.seals::int as seals, p.recounted::int as recounted, p.witnesses::int as witnesses, p.outside_witnesses::int as outside,
                 p.photos::int as photos, a.name as "proposedBy", y.name as "approvedBy", g.name as "begunBy", e.name as "endedBy",
                 (select count(distinct x) from unnest(array[p.proposed_by, p.approved_by]) x)::int
                   + (select count(distinct x) from unnest(array[p.begun_by, p.ended_by]) x)::int as hands,
                 i.pieces, i.gone, i.cards,
                 (select count(*) from disposal_read.bag b where b.plan_id = p.id and b.sealed_by = b.counted_by)::int as alone,
                 (select r.pieces from disposal_read.report r where r.plan_id = p.id) as reported, p.document_id is not null as minutes
            from disposal_read.plan p join inside i on i.plan_id = p.id
            join office_read.office o on o.id = p.office_id join office_read.office u on u.id = p.approved_office
            join officer_read.officer a on a.id = p.proposed_by join officer_read.officer y on y.id = p.approved_by
            join officer_read.officer g on g.id = p.begun_by join officer_read.officer e on e.id = p.ended_by
           where p.state = 'done' order by p.planned_on, p.number`,
    ),
  );
}

/** Each was two and two, sealed, recounted and witnessed; what it says is gone is gone, and nothing else is. */
export async function destructionsHold(stage: Stage): Promise<string[]> {
  const done = await listDone(stage);
  const { loose, cards, pieces } = await stage.database.transact('system', importer, (tx) =>
    one(
      tx,
      sql<{ loose: number; cards: number; pieces: number }>`
        select (select count(*)::int from disposal_read.piece p left join disposal_read.bag b on b.number = p.bag_number
                  left join disposal_read.plan d on d.id = b.plan_id where p.destroyed_at is not null and d.state is distinct from 'done') as loose,
               (select count(distinct (s.nik, s.card_id))::int from card_read.step s
                  join card_read.step t on t.nik = s.nik and t.card_id = s.card_id and t.state = ${CARD_STATES.TAKEN_IN.code}
                 where s.state = ${CARD_STATES.DESTROYED.code}) as cards,
               (select count(*)::int from disposal_read.piece p where p.destroyed_at is not null and p.card_id is not null) as pieces`,
    ),
  );
  return [
    ...done.flatMap((each) => faultsOf(each).map((fault) => `${each.number}: ${fault}`)),
    ...(loose === 0 ? [] : [`${loose} pieces are destroyed that no destruction holds`]),
    ...(cards === pieces ? [] : [`${pieces} pieces of known cards are destroyed, ${cards} cards are so`]),
  ];
}

function faultsOf(done: Done): string[] {
  const facts: [boolean, string][] = [
    [done.office !== done.unit, 'approved by the office that proposed it'],
    [done.hands === 4, 'one person proposed and approved, or began and ended it'],
    [done.alone === 0, `${done.alone} bags were recounted by who sealed them`],
    [done.seals === done.bags, `${done.seals} of ${done.bags} seals agree`],
    [done.recounted === done.sample && done.sample > 0, `${done.recounted} of ${done.sample} drawn bags agree`],
    [done.witnesses >= 2 && done.outside >= 1, `${done.witnesses} witnesses, ${done.outside} from outside`],
    [done.photos >= 1, 'no photo'],
    [
      done.pieces === done.n && done.gone === done.n && done.cards === done.n,
      `${done.n} pieces by its minutes, ${done.pieces} in its bags, ${done.gone} destroyed, ${done.cards} cards are`,
    ],
    [done.reported === null || done.reported === done.n, `${done.reported} pieces were reported, ${done.n} destroyed`],
  ];
  return facts.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}

/** The story's own at the centre, with its minutes and its report. */
export async function centreOutcome(stage: Stage): Promise<string[]> {
  const wanted = destroyedAtCentre(stage);
  const [first, ...more] = await listDone(stage);
  const right =
    more.length === 0 &&
    first?.officeId === DITJEN_ID &&
    first.plannedOn === '2018-12-06' &&
    first.n === wanted &&
    first.reported === wanted &&
    first.minutes;
  const { differ, sent, waiting } = await stage.database.transact('system', self, (tx) =>
    one(
      tx,
      sql<{ differ: number; sent: number; waiting: number }>`
        select count(*) filter (where b.state = 3)::int as differ, count(*) filter (where b.state = 6)::int as sent,
               count(*) filter (where b.state = 5)::int as waiting from disposal_read.bag b`,
    ),
  );
  return [
    ...(right
      ? []
      : [`${wanted} cards should have been destroyed at the centre on 6 December, reported, with minutes`]),
    ...(differ === 1 && sent === 1 && waiting >= 2
      ? []
      : [`one bag should differ and one be on its way, ${differ} and ${sent} are; ${waiting} are stored`]),
  ];
}

const dayIn = (language: 'id' | 'en', day: string) =>
  new Date(day).toLocaleDateString(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const counted = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** How many, where, by whose yes, and what was checked. */
export async function destructionLines(stage: Stage): Promise<string[]> {
  const done = await listDone(stage);
  return done.map((each) => {
    const { number, office, unit, plannedOn, n, bags, seals, recounted, witnesses, outside } = each;
    const { proposedBy, approvedBy, begunBy, endedBy } = each;
    return [
      `Dimusnahkan ${n} keping dalam ${bags} kantong, ${dayIn('id', plannedOn)}, ${office} (${number}): ` +
        `diusulkan ${proposedBy}, disetujui ${approvedBy} dari ${unit}, dikerjakan ${begunBy} dan ${endedBy}; ` +
        `${seals} segel cocok, ${recounted} kantong undian dihitung ulang, ${witnesses} saksi, ${outside} dari luar`,
      `${counted(n, 'piece')} in ${counted(bags, 'bag')} destroyed, ${dayIn('en', plannedOn)}, ${office} (${number}): ` +
        `proposed by ${proposedBy}, approved by ${approvedBy} of ${unit}, done by ${begunBy} and ${endedBy}; ` +
        `${counted(seals, 'seal')} read and right, ${counted(recounted, 'drawn bag')} recounted, ` +
        `${counted(witnesses, 'witness', 'witnesses')}, ${outside} from outside`,
    ].join(' / ');
  });
}
