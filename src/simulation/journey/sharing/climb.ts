/** The ladder grows: at the end of each quarter, and of each of the last months, what came about since is entered, stage by stage and all at once. */
import {
  fileDocuments,
  KINDS,
  openCooperations,
  proposeGrants,
  registerInstitutions,
  takeSteps,
  type Contents,
  type DocumentKind,
  type Stage as Rung,
} from '../../../sharing/partner/index.ts';
import { addDays, asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import type { Actor } from '../../../core/access/index.ts';
import type { Stage } from '../journey.ts';
import { on } from '../recording/diary.ts';
import { approveAs, type Desk } from './crew.ts';
import { archived, contentsOf, lastDayOf, paperOf } from './papers.ts';
import { type Planned } from './plan.ts';

const ENTERED_ON: readonly CivilDate[] = [
  ...[2014, 2015, 2016, 2017, 2018].flatMap((year) => [
    `${year}-03-30`,
    `${year}-06-29`,
    `${year}-09-28`,
    `${year}-12-28`,
  ]),
  '2018-10-31',
  '2018-11-30',
  '2018-12-11',
]
  .map(asCivilDate)
  .filter((day) => day <= '2018-12-11')
  .toSorted();

/** An institution as far as the story has come with it. */
export interface Climber extends Planned {
  readonly contents: Contents;
  institutionId: string;
  cooperationId: string;
  agreementId: string;
}

const RUNGS: readonly { readonly to: Rung; readonly papers: (climber: Climber) => readonly DocumentKind[] }[] = [
  { to: 'APPROVAL', papers: () => ['reply'] },
  { to: 'MOU', papers: ({ kind }) => [KINDS[kind].memorandum === 'own' ? 'mou' : 'recommendation'] },
  { to: 'AGREEMENT', papers: () => ['pks'] },
  { to: 'TECHNICAL_GUIDE', papers: () => ['juknis'] },
  { to: 'ONBOARDING', papers: () => ['nda', 'sptjm'] },
  { to: 'CONNECTED', papers: () => ['poc_report'] },
  { to: 'REFUSED', papers: () => [] },
];

export function enterClimb(stage: Stage, desk: () => Desk, climbers: readonly Climber[]): void {
  let since = asCivilDate('2014-01-01');
  for (const day of ENTERED_ON) {
    const span = { from: since, until: addDays(day, day === '2018-12-11' ? -1 : 0) };
    on(stage, day, '08:30', 'kerja sama', () => enterSpan(stage, desk(), climbers, span), 200);
    since = addDays(span.until, 1);
  }
}

async function enterSpan(
  stage: Stage,
  desk: Desk,
  climbers: readonly Climber[],
  span: { from: CivilDate; until: CivilDate },
): Promise<void> {
  const { dian } = desk;
  const due = (rung: Rung) =>
    climbers.filter(({ days }) => {
      const day = days.get(rung);
      return day !== undefined && day >= span.from && day <= span.until;
    });
  await begin(stage, dian, due('REQUEST'), climbers);
  for (const { to, papers } of RUNGS) {
    const all = due(to);
    // Who leans on a memorandum can do so only when it is there.
    const [first, then] = to === 'MOU' ? [all.filter(isCarrier), all.filter((one) => !isCarrier(one))] : [all, []];
    for (const group of [first, then]) await step(stage, desk, group, { to, papers });
  }
}

const isCarrier = ({ kind }: Climber) => KINDS[kind].memorandum === 'own';

async function begin(stage: Stage, actor: Actor, asking: readonly Climber[], all: readonly Climber[]): Promise<void> {
  if (asking.length === 0) return;
  await stage.act(actor, async (tx) => {
    // Those that carry others are entered before whoever names them.
    for (const group of [asking.filter(isCarrier), asking.filter((one) => !isCarrier(one))]) {
      const ids = await registerInstitutions(
        tx,
        actor,
        group.map(({ name, kind, sector, supervisor, regionCode }) => ({
          name,
          kind,
          sector,
          supervisorId: supervisor === null ? null : carrierOf(all, supervisor).institutionId,
          regionCode,
          mail: null,
        })),
      );
      for (const [n, climber] of group.entries()) climber.institutionId = ids[n]!;
    }
    const passes = await openCooperations(
      tx,
      actor,
      asking.map(({ institutionId, name, contents, days }) => ({
        institutionId,
        predecessorId: null,
        number: `SURAT/${days.get('REQUEST')!}`,
        signedOn: days.get('REQUEST')!,
        receivedOn: days.get('REQUEST')!,
        signatories: [],
        contents,
        copy: archived(`${name} request`),
      })),
    );
    for (const [n, climber] of asking.entries()) climber.cooperationId = passes[n]!;
  });
}

/** The carriers stand first in the plan. */
const carrierOf = (all: readonly Climber[], at: number): Climber => all[at]!;

async function step(
  stage: Stage,
  desk: Desk,
  group: readonly Climber[],
  { to, papers }: (typeof RUNGS)[number],
): Promise<void> {
  if (group.length === 0) return;
  const { dian } = desk;
  await stage.act(dian, async (tx) => {
    const filings = group.flatMap((climber) =>
      papers(climber).map((kind) => ({
        climber,
        filing: paperOf(climber.cooperationId, kind, { ...climber, day: climber.days.get(to)! }),
      })),
    );
    if (filings.length === 0) return;
    const ids = await fileDocuments(
      tx,
      dian,
      filings.map(({ filing }) => filing),
    );
    for (const [n, { climber, filing }] of filings.entries()) if (filing.kind === 'pks') climber.agreementId = ids[n]!;
  });
  if (to === 'CONNECTED') await give(stage, desk, group);
  const refused =
    to === 'REFUSED' ? ({ reason: 'purpose_unfit', words: 'tujuan di luar lima tujuan undang-undang' } as const) : null;
  await stage.act(dian, (tx) =>
    takeSteps(
      tx,
      dian,
      group.map(({ cooperationId, days }) => ({
        cooperationId,
        to,
        occurredOn: days.get(to)!,
        reason: refused?.reason ?? null,
        words: refused?.words ?? null,
      })),
    ),
  );
}

/** Proposed by one and approved by another, for all who are connected at this time. */
async function give(stage: Stage, { dian, made }: Desk, group: readonly Climber[]): Promise<void> {
  const grants = group.map(({ agreementId, contents, days }, n) => ({
    agreementId,
    purpose: contents.purposes[0]!,
    elements: contents.elements,
    threshold: 80,
    dailyQuota: 50_000,
    packageRows: null,
    hours: null,
    networks: [`198.51.100.${n % 256}/32`],
    regionCode: null,
    dpop: false,
    signed: false,
    tells: [],
    validFrom: days.get('AGREEMENT')!,
    validUntil: lastDayOf(days.get('AGREEMENT')!),
    replaces: null,
  }));
  const { proposalId } = await stage.act(dian, (tx) => proposeGrants(tx, dian, { grants }));
  await approveAs(stage, made, proposalId);
}

export function climbersOf(planned: readonly Planned[]): Climber[] {
  return planned.map((one) => ({
    ...one,
    contents: contentsOf(one),
    institutionId: '',
    cooperationId: '',
    agreementId: '',
  }));
}
