/**
 * A search that a court has ordered: the only other use of the gallery. Two persons of the ministry, once, before the order
 * ends; what was given to search with goes with the search, and each one is counted in public.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { proposable, propose } from '../../../core/approval/index.ts';
import { systemActor, type Actor } from '../../../core/access/index.ts';
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { addJobs, job, type Job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { listResidents, placeLine } from '../../../register/resident/index.ts';
import { thresholdsFor, type Template } from '../../biometric/index.ts';
import { refuse } from '../refusals.ts';
import { strengthOf } from '../rules.ts';
import { courtSearchInput, type CourtSearchInput, type Strength } from '../schema.ts';
import { identify } from '../search/index.ts';

const KEY = 'uniqueness.court';
const placeOf = (id: string, column: 'probe' | 'result') => ({ table: 'uniqueness.court_search', row: id, column });

export const courtSearch = proposable<CourtSearchInput>({
  act: 'uniqueness.court_search',
  input: courtSearchInput,
  region: async () => '',
  summary: async (_tx, { court, orderNo, endsOn }) => ({
    messageKey: 'proposal.uniqueness.court_search',
    values: { court, orderNo, endsOn },
  }),
  fingerprint: async (tx, input) => {
    mustRun(tx, input);
    await mustBeNew(tx, input);
    return createHash('sha256').update(`${input.court}\n${input.orderNo}`).digest('hex');
  },
  execute: ordered,
});

/** @throws Refusal `uniqueness.court_order_ended`, `uniqueness.court_order_known`, and the engine's own of a template */
export async function proposeCourtSearch(tx: Tx, actor: Actor, input: CourtSearchInput) {
  await tx.ground.gallery.engine().check(templatesOf(input));
  const { id, hash } = await propose(tx, actor, courtSearch.act, input);
  return { proposalId: id, hash };
}

const wib = (tx: Tx): CivilDate => today(tx.ground.clock, ZONES.WIB);

function mustRun(tx: Tx, { orderedOn, endsOn }: Pick<CourtSearchInput, 'orderedOn' | 'endsOn'>): void {
  if (orderedOn > wib(tx) || endsOn < wib(tx) || endsOn < orderedOn) throw refuse('uniqueness.court_order_ended');
}

async function mustBeNew(tx: Tx, { court, orderNo }: CourtSearchInput): Promise<void> {
  const known = await maybeOne(
    tx,
    sql`select from uniqueness.court_search c where c.court = ${court} and c.order_no = ${orderNo}`,
  );
  if (known) throw refuse('uniqueness.court_order_known');
}

const templatesOf = ({ templates }: CourtSearchInput): Template[] =>
  templates.map(({ bytes, ...template }) => ({ ...template, bytes: Buffer.from(bytes, 'base64'), quality: 0 }));

async function ordered(tx: Tx, actor: Actor, input: CourtSearchInput): Promise<void> {
  mustRun(tx, input);
  const id = newId();
  const { court, orderNo, orderedOn, endsOn, templates } = input;
  const { entryId } = await record(tx, actor, {
    label: 'uniqueness.court_search_ordered',
    facts: { search: id, orderedOn, endsOn, items: templates.length },
  });
  const probe = tx.ground.vault.seal(KEY, placeOf(id, 'probe'), JSON.stringify(templates));
  await run(
    tx,
    sql`insert into uniqueness.court_search (id, court, order_no, ordered_on, ends_on, probe, approved_at, approved_by, entry_id)
        values (${id}, ${court}, ${orderNo}, ${orderedOn}, ${endsOn}, ${probe}, ${tx.ground.clock.now()}, ${actor.id}, ${entryId})`,
  );
  await addJobs(tx, searchForCourt, [{ id }]);
}

const payload = z.object({ id: z.uuid() });
const SHOWN = 20;

interface Found {
  readonly nik: Nik;
  readonly packet: string;
  readonly strength: Strength;
}

export const searchForCourt: Job<z.output<typeof payload>> = {
  name: 'uniqueness.search_for_court',
  payload,
  maxAttempts: 20,
  async run(tx, { id }) {
    const order = await maybeOne<{ probe: Buffer; endsOn: CivilDate }>(
      tx,
      sql`select c.probe, c.ends_on as "endsOn" from uniqueness.court_search c
           where c.id = ${id} and c.searched_at is null and c.gone_at is null for update`,
    );
    if (!order) return;
    if (order.endsOn < wib(tx)) await letGo(tx, id);
    else await searchOnce(tx, id, order.probe);
  },
};

async function letGo(tx: Tx, id: string): Promise<void> {
  await record(tx, actorOf(), { label: 'uniqueness.court_search_gone', facts: { search: id } });
  await run(
    tx,
    sql`update uniqueness.court_search set gone_at = ${tx.ground.clock.now()}, probe = null where id = ${id}`,
  );
}

const actorOf = () => systemActor('uniqueness');

async function searchOnce(tx: Tx, id: string, sealed: Buffer): Promise<void> {
  const probe = courtSearchInput.shape.templates.parse(
    JSON.parse(tx.ground.vault.unseal(KEY, placeOf(id, 'probe'), sealed).toString()),
  );
  const gallery = await tx.ground.gallery.upToDate(tx);
  const templates = probe.map(({ bytes, ...each }): Template => ({
    ...each,
    bytes: Buffer.from(bytes, 'base64'),
    quality: 0,
  }));
  const { duplicate, review } = thresholdsFor(gallery.size());
  const { candidates, gallerySize } = await identify(gallery.engine, templates, {
    floor: review,
    except: [],
    limit: SHOWN,
  });
  const found = candidates.flatMap(({ ref, fused }): Found[] => {
    const nik = gallery.nikOf(ref);
    return nik && !tx.ground.vault.isErased(nik) ? [{ nik, packet: ref, strength: strengthOf(fused, duplicate) }] : [];
  });
  const { entryId } = await record(tx, actorOf(), {
    label: 'uniqueness.court_searched',
    subjects: [...new Set(found.map(({ nik }) => nik))].map((nik) => ({ nik, detail: 'recording' })),
    facts: { search: id, gallery: gallerySize, engine: gallery.engine.name, found: found.length },
  });
  const now = tx.ground.clock.now();
  const result = tx.ground.vault.seal(KEY, placeOf(id, 'result'), JSON.stringify(found));
  await run(
    tx,
    sql`update uniqueness.court_search set searched_at = ${now}, searched_on = ${dayIn(ZONES.WIB, now)}, found = ${found.length}, result = ${result},
          search_entry = ${entryId}, probe = null where id = ${id}`,
  );
}

/** With the order ends what it allowed to know: the result goes the day after, the count stays. */
export const forgetEnded: Job<object> = {
  name: 'uniqueness.forget_ended_court_results',
  payload: z.object({}),
  maxAttempts: 3,
  timetable: { cron: '20 1 * * *', catchUpHours: 24 },
  async run(tx) {
    const ended = await many<{ id: Uuid }>(
      tx,
      sql`update uniqueness.court_search c set result = null where c.result is not null and c.ends_on < ${wib(tx)} returning c.id`,
    );
    for (const { id } of ended)
      await record(tx, actorOf(), { label: 'uniqueness.court_result_gone', facts: { search: id } });
  },
};

export const courtJobs = [job(searchForCourt), job(forgetEnded)];

interface Line {
  readonly id: Uuid;
  readonly court: string;
  readonly orderNo: string;
  readonly orderedOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly searchedAt: Date | null;
  readonly goneAt: Date | null;
  readonly found: number | null;
}

/** Orders of courts and what came of them, without anybody. */
export async function listCourtSearches(tx: Tx) {
  const rows = await many<Line>(
    tx,
    sql`select c.id, c.court, c.order_no as "orderNo", c.ordered_on as "orderedOn", c.ends_on as "endsOn", c.searched_at as "searchedAt",
               c.gone_at as "goneAt", c.found from uniqueness.court_search c order by c.approved_at desc, c.id limit 200`,
  );
  return {
    searches: rows.map(({ searchedAt, goneAt, ...row }) => ({
      ...row,
      state: stateOf(tx, { searchedAt, goneAt, ...row }),
      searchedAt: searchedAt?.toISOString() ?? null,
    })),
  };
}

function stateOf(tx: Tx, { searchedAt, goneAt, endsOn }: Line): 'waiting' | 'searched' | 'ended' | 'gone' {
  if (searchedAt) return endsOn < wib(tx) ? 'ended' : 'searched';
  return goneAt ? 'gone' : 'waiting';
}

/** Whom a search found, while the order lasts; each opening is a look at each of them. */
export async function openCourtSearch(tx: Tx, actor: Actor, input: { id: string }) {
  const search = await maybeOne<{ result: Buffer | null; orderNo: string; endsOn: CivilDate }>(
    tx,
    sql`select c.order_no as "orderNo", c.ends_on as "endsOn", c.result from uniqueness.court_search c where c.id = ${input.id}`,
  );
  if (search && search.endsOn < wib(tx)) throw refuse('uniqueness.court_result_closed');
  if (!search?.result) throw refuse('uniqueness.court_search_not_found');
  const { result, orderNo } = search;
  const found = JSON.parse(tx.ground.vault.unseal(KEY, placeOf(input.id, 'result'), result).toString()) as Found[];
  const people = new Map(
    (
      await listResidents(
        tx,
        found.map(({ nik }) => nik),
      )
    ).map((person) => [person.nik, person]),
  );
  await record(tx, actor, {
    label: 'uniqueness.court_result_opened',
    subjects: [...new Set(found.map(({ nik }) => nik))].map((nik) => ({ nik, detail: 'recording' })),
    facts: { search: input.id, found: found.length },
  });
  const say = (key: string) => tx.ground.speaker.say(actor.language, key);
  return {
    orderNo,
    found: found.flatMap(({ nik, strength }) => {
      const person = people.get(nik);
      if (!person) return [];
      const { name, villageCode } = person;
      const text = say(`uniqueness.strength.${strength}`);
      return [{ ref: tx.ground.personRefs.of(nik), nik, name, place: placeLine(tx, villageCode), strength, text }];
    }),
  };
}
