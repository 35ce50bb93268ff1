/** What screens show of bags and of their differences. Whoever will count a bag is not told what is in it. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { regimeNow, regionOf } from '../asked.ts';
import { getBag } from '../destruction/plan.ts';
import { officerNames } from '../destruction/sql.ts';
import { listInBag } from '../intake/sql.ts';
import { pieceView } from '../intake/view.ts';
import { isOverdue } from '../regime.ts';
import { mayCount, maySettle, type BagState } from '../rules.ts';
import { listHolds } from './hold.ts';
import { countersOf, knowersOf, listBags, listDifferences, type BagRow, type DifferenceLine } from './sql.ts';

const DAY_MS = 86_400_000;
/** A count is still to come. */
const UNCOUNTED: readonly BagState[] = ['SEALED', 'SENT', 'DIFFERS'];

/** Bags of the own office, or of a region that the officer answers for; also what is on its way to him. */
export async function viewBags(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  const region = regionOf(actor, input.region);
  const officeId = input.region === undefined ? actor.officeId : null;
  return elevated(tx, async () => {
    const bags = await listBags(tx, { region: officeId === null ? region : '', officeId });
    return { bags: await bagViews(tx, actor, bags) };
  });
}

async function bagViews(tx: Tx, actor: Actor, bags: readonly BagRow[]) {
  const nameOf = await officerNames(
    tx,
    bags.flatMap(({ sealedBy, countedBy, way }) => [sealedBy, countedBy, way?.sentBy ?? null]),
  );
  const knowers = await knowersOf(
    tx,
    bags.map(({ id }) => id),
  );
  const regime = regimeNow(tx, actor);
  const now = tx.ground.clock.now();
  return bags.map((bag) => {
    const { here, blind, may } = standingOf(actor, bag, knowers.get(bag.id) ?? []);
    const days = bag.sealedAt === null ? 0 : (now.getTime() - bag.sealedAt.getTime()) / DAY_MS;
    return {
      id: bag.id,
      number: bag.number,
      office: bag.office,
      here,
      state: bag.state,
      n: blind ? null : bag.n,
      seal: blind ? null : bag.seal,
      place: isAway(bag) ? null : bag.place,
      sealedAt: bag.sealedAt?.toISOString() ?? null,
      sealedBy: bag.sealedBy && nameOf(bag.sealedBy),
      countedBy: bag.countedBy && nameOf(bag.countedBy),
      root: bag.root?.toString('hex') ?? null,
      held: bag.held,
      overdue: bag.regionCode !== '' && ['CONFIRMED', 'STORED'].includes(bag.state) && isOverdue(regime, days),
      mayCount: may,
      way: wayOf(bag, nameOf),
    };
  });
}

/** Whether it lies at the reader's office, whether he is kept blind, wherever he looks from, and whether the count is his to enter. */
function standingOf(actor: Actor, bag: BagRow, knowers: readonly string[]) {
  const here = bag.officeId === actor.officeId;
  const sent = bag.state === 'SENT';
  const waits = bag.state === 'SEALED' || sent;
  // The sender knows what he sent; the receiver counts.
  const blind = waits && mayCount(actor.id, bag, knowers) && !(sent && here);
  const hisTurn = sent ? bag.way?.toOfficeId === actor.officeId && bag.way?.sentBy !== actor.id : here;
  return { here, blind, may: blind && hisTurn };
}

/** Where it lay does not say where it lies: it has left its place, or not come to a new one. */
const isAway = ({ state, way }: BagRow): boolean =>
  state === 'SENT' || state === 'CONFIRMED' || (state === 'DIFFERS' && way !== null && way.tallyId !== null);

/** Its way, while it is underway or lies where it came and differs. */
function wayOf({ state, way }: BagRow, nameOf: (id: string | null) => string) {
  if (way === null || !(state === 'SENT' || (state === 'DIFFERS' && way.tallyId !== null))) return null;
  const { number, toOffice, sentAt, sentBy, open } = way;
  return { number, to: toOffice, sentAt: new Date(sentAt).toISOString(), sentBy: nameOf(sentBy), arrived: !open };
}

export async function viewBag(tx: Tx, actor: Actor, input: { id: string }) {
  const bag = await getBag(tx, actor, input.id);
  return elevated(tx, async () => {
    const [view] = await bagViews(tx, actor, [bag]);
    const blind = view!.n === null && bag.n !== null;
    const pieces = blind ? null : (await listInBag(tx, bag.id)).map(pieceView);
    const holds = await listHolds(tx, bag.id);
    const [difference = null] = await differenceViews(tx, actor, await listDifferences(tx, { bagId: bag.id }));
    return {
      ...view!,
      pieces: difference !== null && difference.expected === null ? null : pieces,
      difference,
      holds: holds.map(({ id, ground, reference, untilOn, placedAt, lifted }) => ({
        id,
        ground,
        reference,
        untilOn,
        placedAt: placedAt.toISOString(),
        lifted,
      })),
    };
  });
}

/** Differences of bags of a region, the next deadline first. */
export async function viewDifferences(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  const region = regionOf(actor, input.region);
  return elevated(tx, async () => {
    const lines = await listDifferences(tx, { region });
    return { differences: await differenceViews(tx, actor, lines) };
  });
}

async function differenceViews(tx: Tx, actor: Actor, lines: readonly DifferenceLine[]) {
  const ids = lines.map(({ bagId }) => bagId);
  const counters = await countersOf(tx, ids);
  const knowers = await knowersOf(tx, ids);
  return lines.map((line) => {
    const { id, bagId, bag, office, arrivedAt, what, expected, counted, state, openedAt, dueOn, explanation } = line;
    const covers = line.regionCode.startsWith(actor.jurisdiction?.code ?? 'none');
    const may =
      state === 'open' &&
      covers &&
      actor.scopes.has('disposal.settle') &&
      maySettle(actor.id, line, [line.foundBy, ...(counters.get(bagId) ?? [])]);
    // Who may still be asked to count it is told of the case, not of the numbers.
    const blind =
      !may &&
      UNCOUNTED.includes(line.bagState) &&
      actor.scopes.has('disposal.bag') &&
      mayCount(actor.id, line, [line.foundBy, ...(knowers.get(bagId) ?? [])]);
    return {
      id,
      bagId,
      bag,
      office,
      arrivedAt,
      what,
      expected: blind ? null : expected,
      counted: blind ? null : counted,
      state,
      openedAt: openedAt.toISOString(),
      dueOn,
      explanation,
      maySettle: may,
    };
  });
}
