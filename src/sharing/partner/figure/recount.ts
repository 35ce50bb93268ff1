/** The same counters from the other end: act by act, in plain code, without a word of the statement that measures them. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { ENDED, LIVE, type Counter, type Stage } from '../ladder/rules.ts';
import type { At } from './sql.ts';

interface StepAct {
  readonly id: string;
  readonly cooperation: string;
  readonly institution: string;
  readonly n: number;
  readonly stage: Stage;
  readonly on: CivilDate;
  readonly at: Date;
  readonly takesBack: string | null;
}

interface PaperAct {
  readonly cooperation: string;
  readonly kind: 'mou' | 'pks';
  readonly version: number;
  readonly signed: CivilDate;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly at: Date;
}

interface CutAct {
  readonly cooperation: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly lifted: Date | null;
}

export async function recountLadder(tx: Tx, { asOf, knownAt }: At): Promise<Record<Counter, number>> {
  const steps = await many<StepAct>(
    tx,
    sql`select s.id, s.cooperation_id as cooperation, c.institution_id as institution, s.n, s.stage, s.occurred_on as "on", s.recorded_at as at,
               s.takes_back as "takesBack"
          from partner.step s join partner.cooperation c on c.id = s.cooperation_id`,
  );
  const papers = await many<PaperAct>(
    tx,
    sql`select cooperation_id as cooperation, kind, version, signed_on as signed, valid_from as "from", valid_until as until, recorded_at as at
          from partner.document where kind in ('mou', 'pks')`,
  );
  const cuts = await many<CutAct>(
    tx,
    sql`select cooperation_id as cooperation, from_at as "from", until_at as until, lifted_at as lifted from partner.suspension`,
  );
  const heard = steps.filter(({ at }) => at <= knownAt);
  const backs = new Set(heard.flatMap(({ takesBack }) => takesBack ?? []));
  const counting = heard.filter(({ id, on, takesBack }) => on <= asOf && takesBack === null && !backs.has(id));
  const moment = new Date(Math.min(knownAt.getTime(), Date.parse(`${asOf}T23:59:59.999+07:00`)));
  const counted: Record<Counter, Set<string>> = {
    request: new Set(),
    approval: new Set(),
    mou: new Set(),
    agreement: new Set(),
    technical_guide: new Set(),
    onboarding: new Set(),
    connected: new Set(),
    suspended: new Set(),
  };
  for (const [cooperation, own] of Map.groupBy(counting, (step) => step.cooperation)) {
    const inOrder = own.toSorted((a, b) => a.n - b.n);
    const { stage, institution } = inOrder.at(-1)!;
    if (ENDED.includes(stage)) continue;
    const reached = (what: Stage) => inOrder.some((step) => step.stage === what);
    const heardPapers = papers.filter((paper) => paper.cooperation === cooperation && paper.at <= knownAt);
    const agreed = holds(heardPapers, 'pks', asOf);
    counted.request.add(institution);
    if (reached('APPROVAL')) counted.approval.add(institution);
    if (reached('MOU') && holds(heardPapers, 'mou', asOf)) counted.mou.add(institution);
    if (reached('AGREEMENT') && agreed) counted.agreement.add(institution);
    if (reached('TECHNICAL_GUIDE') && agreed) counted.technical_guide.add(institution);
    if (reached('ONBOARDING') && agreed) counted.onboarding.add(institution);
    if (!LIVE.includes(stage)) continue;
    const stopped = cuts.some((cut) => cut.cooperation === cooperation && stops(cut, moment));
    if (stopped) counted.suspended.add(institution);
    else if (agreed) counted.connected.add(institution);
  }
  return Object.fromEntries(Object.entries(counted).map(([name, set]) => [name, set.size])) as Record<Counter, number>;
}

function holds(papers: readonly PaperAct[], kind: 'mou' | 'pks', day: CivilDate): boolean {
  const begun = papers.filter((paper) => paper.kind === kind && paper.signed <= day && paper.from <= day);
  const governs = begun.toSorted((a, b) => b.version - a.version)[0];
  return governs !== undefined && day <= governs.until;
}

const stops = ({ from, until, lifted }: CutAct, moment: Date) =>
  from <= moment && (until === null || until > moment) && (lifted === null || lifted > moment);
