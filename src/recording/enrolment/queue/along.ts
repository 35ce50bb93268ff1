/** The list that a station takes along to where there is no network: who is expected, and whether each may be recorded. */
import type { Actor } from '../../../core/access/index.ts';
import { many, maybeOne, nikText, sql, type Tx } from '../../../core/db/index.ts';
import { asNik, type Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { asCivilDate, today, type CivilDate } from '../../../core/time/index.ts';
import { getOffice } from '../../../register/office/index.ts';
import { masked, placeLine } from '../../../register/resident/index.ts';
import { listUnrecordedOf } from '../coverage/index.ts';
import { refuse } from '../refusals.ts';
import { listKnown, standingView } from '../standing.ts';
import { mustServe } from '../station/index.ts';

/** More is no day's work of one team, and no list that should lie on a laptop. */
export const MOST_ALONG = 500;

interface Expected {
  readonly nik: Nik;
  readonly number: number | null;
}

interface Wanted {
  readonly title: string;
  readonly day: CivilDate;
  readonly officeId: string;
  readonly expected: readonly Expected[];
}

interface AlongGiven {
  readonly officeId?: string | undefined;
  readonly day?: string | undefined;
  /** A planned visit, instead of the office's queue. */
  readonly visit?: string | undefined;
}

/**
 * The queue of a day, or the unrecorded of the village of a planned visit: NIK, birth and standing with each name, as a
 * station without a network can look nothing up. Every name is a look that its person can read. Who lives elsewhere comes
 * with initials, as in the queue.
 */
export async function takeAlong(tx: Tx, actor: Actor, input: AlongGiven) {
  const { title, day, officeId, expected } = await (input.visit
    ? ofVisit(tx, actor, input.visit)
    : ofQueue(tx, actor, input));
  const shown = expected.slice(0, MOST_ALONG);
  const known = await listKnown(
    tx,
    shown.map(({ nik }) => nik),
    day,
  );
  await record(tx, actor, {
    label: 'enrolment.list_taken_along',
    subjects: [...known.keys()].map((nik) => ({ nik, detail: 'recording.list' })),
    facts: { n: known.size, office: officeId, day },
  });
  const people = shown.flatMap(({ nik, number }) => {
    const of = known.get(nik);
    if (!of) return [];
    const { name, birthDate, villageCode } = of.resident;
    const inside = villageCode.startsWith(actor.jurisdiction?.code ?? 'none');
    const { may, whyText, wayText } = standingView(tx, actor, of, day);
    return [
      {
        ref: tx.ground.personRefs.of(nik),
        nik,
        name: inside ? name : masked(name),
        birthDate,
        place: placeLine(tx, villageCode),
        number,
        standing: { may, whyText, wayText },
      },
    ];
  });
  return { title, day, officeId, people, left: expected.length > shown.length };
}

async function ofQueue(tx: Tx, actor: Actor, input: AlongGiven): Promise<Wanted> {
  const officeId = input.officeId ?? actor.officeId ?? '';
  await mustServe(tx, actor, officeId);
  const office = await getOffice(tx, officeId);
  const day = input.day ? asCivilDate(input.day) : today(tx.ground.clock, actor.zone);
  const expected = await many<Expected>(
    tx,
    sql`select ${nikText('a.nik')} as nik, a.number from enrolment.appointment a
         where a.office_id = ${officeId} and a.day = ${day} and a.state in ('waiting', 'called', 'missed')
         order by a.place, a.number limit ${MOST_ALONG + 1}`,
  );
  return { title: office.name, day, officeId, expected };
}

async function ofVisit(tx: Tx, actor: Actor, id: string): Promise<Wanted> {
  const visit = await maybeOne<{ officeId: string; villageCode: string; day: CivilDate; place: string }>(
    tx,
    sql`select v.office_id as "officeId", lpad(v.village_code::text, 10, '0') as "villageCode", v.day::text as day, v.place
          from enrolment.team_visit v where v.id = ${id} and v.state = 'planned'`,
  );
  if (!visit) throw refuse('enrolment.visit_not_found');
  const { officeId, villageCode, day, place } = visit;
  await mustServe(tx, actor, officeId);
  const people = await listUnrecordedOf(tx, { region: villageCode, day }, MOST_ALONG + 1);
  return { title: place, day, officeId, expected: people.map(({ nik }) => ({ nik: asNik(nik), number: null })) };
}
