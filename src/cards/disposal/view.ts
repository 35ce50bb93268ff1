/** What screens show of pieces, bags, plans and finds. NIKs are masked; whoever will count a bag is not told what is in it. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import { today } from '../../core/time/index.ts';
import { uidText } from '../blank/index.ts';
import { listHolds } from './bag/hold.ts';
import { countersOf, listBags, listDifferences, type BagRow } from './bag/sql.ts';
import { maskedNik } from './destruction/minutes.ts';
import { getBag, getPlan } from './destruction/plan.ts';
import { listEvidence, listPlanBags, listPlans, listWitnesses, officerNames, type PlanRow } from './destruction/sql.ts';
import { getFound, summaryOf } from './found/found.ts';
import { reconcile } from './found/reconcile.ts';
import { listCounts, listCustody, listFound, listFoundCards, type FoundRow } from './found/sql.ts';
import { listInBag, listLoose, type PieceRow } from './intake/sql.ts';
import { officeOf } from './intake/take-in.ts';
import { isOverdue, regimeOn } from './regime.ts';
import { mayCount } from './rules.ts';

const MOST = 500;
const DAY_MS = 86_400_000;

const regimeNow = (tx: Tx, actor: Actor) =>
  regimeOn(today(tx.ground.clock, actor.zone), tx.ground.config.localDestructionFrom);

const pieceView = (piece: PieceRow) => ({
  id: piece.id,
  kind: piece.kind,
  nik: piece.nik === null ? null : maskedNik(piece.nik),
  serial: piece.serial,
  uid: piece.uid === null ? null : uidText(BigInt(piece.uid)),
  cause: piece.cause,
  printedYear: piece.printedYear,
  known: piece.cardId !== null || piece.kind === 'blank',
  contradiction: piece.contradiction,
  released: piece.releasedBy !== null,
  missing: piece.missing,
  destroyed: piece.destroyed,
  recordedAt: piece.recordedAt.toISOString(),
});

/** What lies loose at the officer's office, and whether corners are cut today. */
export async function viewLoose(tx: Tx, actor: Actor) {
  const office = await officeOf(tx, actor);
  const pieces = await listLoose(tx, office.id, MOST);
  return { pieces: pieces.map(pieceView), cutNow: regimeNow(tx, actor).cut !== null };
}

const regionOf = (actor: Actor, region: string | undefined): string => {
  const asked = region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, asked);
  return asked;
};

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
    bags.flatMap(({ sealedBy, countedBy }) => [sealedBy, countedBy]),
  );
  const counters = await countersOf(
    tx,
    bags.map(({ id }) => id),
  );
  const regime = regimeNow(tx, actor);
  const now = tx.ground.clock.now();
  return bags.map((bag) => {
    const waits = bag.state === 'SEALED' || bag.state === 'SENT';
    const may = waits && mayCount(actor.id, bag, counters.get(bag.id) ?? []);
    const days = bag.sealedAt === null ? 0 : (now.getTime() - bag.sealedAt.getTime()) / DAY_MS;
    return {
      id: bag.id,
      number: bag.number,
      office: bag.office,
      state: bag.state,
      // Blind until the count, wherever he looks.
      n: may ? null : bag.n,
      seal: may ? null : bag.seal,
      place: bag.place,
      sealedAt: bag.sealedAt?.toISOString() ?? null,
      sealedBy: bag.sealedBy && nameOf(bag.sealedBy),
      countedBy: bag.countedBy && nameOf(bag.countedBy),
      root: bag.root?.toString('hex') ?? null,
      held: bag.held,
      overdue: bag.regionCode !== '' && ['CONFIRMED', 'STORED'].includes(bag.state) && isOverdue(regime, days),
      mayCount: may,
    };
  });
}

export async function viewBag(tx: Tx, actor: Actor, input: { id: string }) {
  const bag = await getBag(tx, actor, input.id);
  return elevated(tx, async () => {
    const [view] = await bagViews(tx, actor, [bag]);
    const pieces = view!.mayCount ? null : (await listInBag(tx, bag.id)).map(pieceView);
    const holds = await listHolds(tx, bag.id);
    return {
      ...view!,
      pieces,
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

export async function viewDifferences(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  const lines = await listDifferences(tx, regionOf(actor, input.region));
  return {
    differences: lines.map(({ id, bag, what, expected, counted, state, openedAt, dueOn, explanation }) => ({
      id,
      bag,
      what,
      expected,
      counted,
      state,
      openedAt: openedAt.toISOString(),
      dueOn,
      explanation,
    })),
  };
}

const planView = (plan: PlanRow) => {
  const { id, number, office, place, plannedOn, method, state, n, bags, proposalId, stopReason, documentId } = plan;
  const root = plan.root.toString('hex');
  const { reported } = plan;
  return {
    id,
    number,
    office,
    place,
    plannedOn,
    method,
    state,
    n,
    bags,
    root,
    proposalId,
    stopReason,
    documentId,
    reported,
  };
};

export async function viewPlans(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  return { plans: (await listPlans(tx, regionOf(actor, input.region))).map(planView) };
}

export async function viewPlan(tx: Tx, actor: Actor, input: { id: string }) {
  const plan = await getPlan(tx, actor, input.id);
  const bags = await listPlanBags(tx, plan.id);
  const witnesses = await listWitnesses(tx, plan.id);
  const evidence = await listEvidence(tx, plan.id);
  return {
    ...planView(plan),
    confidence: plan.confidence,
    sample: plan.sample,
    // Neither seals nor counts: they are read on the bags.
    list: bags.map(({ bagId, number, sealAgrees, sampled, counted, held }) => ({
      bagId,
      number,
      sealAgrees,
      sampled,
      counted: counted !== null,
      held,
    })),
    witnesses: witnesses.map(({ name, institution, outside }) => ({ name, institution, outside })),
    photos: evidence.filter(({ kind }) => kind === 'photo').map(({ sha256 }) => sha256.toString('hex')),
  };
}

const foundView = ({ id, number, place, regionCode, foundOn, policeReport, listed, reconciled }: FoundRow) => ({
  id,
  number,
  place,
  regionCode,
  foundOn,
  policeReport,
  listed,
  reconciled,
});

export async function viewFounds(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  return { found: (await listFound(tx, regionOf(actor, input.region))).map(foundView) };
}

export async function viewFound(tx: Tx, actor: Actor, input: { id: string }) {
  const found = await getFound(tx, actor, input.id);
  const custody = await listCustody(tx, found.id);
  const counts = await listCounts(tx, found.id);
  const cards = await listFoundCards(tx, found.id);
  return {
    ...foundView(found),
    finder: found.finder,
    description: found.description,
    explanation: found.explanation,
    custody: custody.map(({ holder, institution, takenAt, note }) => ({
      holder,
      institution,
      takenAt: takenAt.toISOString(),
      note,
    })),
    counts: counts.map(({ counter, institution, countedAt, n, parts }) => ({
      counter,
      institution,
      countedAt: countedAt.toISOString(),
      n,
      parts: [...parts],
    })),
    spread: counts.length < 2 ? null : reconcile(counts, counts[0]!.n).spread,
    summary: summaryOf(tx, actor, cards),
    reports: found.publicDocument !== null,
  };
}
