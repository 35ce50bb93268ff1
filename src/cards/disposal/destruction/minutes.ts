/** Minutes (Berita Acara Pemusnahan): set once after the fire, and again byte for byte whenever somebody doubts them. */
import { z } from 'zod';
import { systemActor, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { issueDocument, issuer, openDocument, printed, type PaperKind } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { NOBODY, type Uuid } from '../../../core/id/index.ts';
import type { Job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { inWords } from '../number-words.ts';
import { refuse } from '../refusals.ts';
import { CAUSE_MARKS, METHODS, PIECE_CAUSES, type PieceCause } from '../rules.ts';
import { uidText } from '../../blank/index.ts';
import { getPlan } from './plan.ts';
import {
  findPlan,
  holdPlan,
  listEvidence,
  listPieces,
  listPlanBags,
  listWitnesses,
  noteMinutes,
  type PlanPiece,
  type PlanRow,
} from './sql.ts';

const amount = z.object({ n: z.int(), words: z.string() });
const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** Names as they were on the day: the paper must come out the same when somebody has another name or office by then. */
export const issuingShape = z.object({
  office: z.object({ id: z.string(), name: printed(200) }),
  issuer,
  approvedOffice: printed(200),
  names: z.object({ proposed: printed(120), approved: printed(120), begun: printed(120), ended: printed(120) }),
});
export type Issuing = z.output<typeof issuingShape>;

const minutesShape = z.object({
  number: printed(60),
  day: z.string(),
  place: printed(200),
  method: z.enum(METHODS),
  total: amount,
  bagsTotal: amount,
  causes: z.array(z.object({ name: printed(80), mark: printed(4), amount })),
  unreadable: amount,
  people: issuingShape.omit({ issuer: true }),
  sample: amount,
  confidence: printed(20),
  faulty: amount,
  seed: hex,
  root: hex,
  log: z.object({ size: z.int(), root: hex }),
  witnesses: z.array(
    z.object({ name: printed(120), institution: printed(160), position: z.string(), outside: z.boolean(), hash: hex }),
  ),
  photos: z.array(hex),
  bags: z.array(z.object({ number: printed(60), seal: printed(60), n: z.int(), root: hex, lines: z.string() })),
  issuer,
});
export type Minutes = z.output<typeof minutesShape>;

export const minutesPaper: PaperKind<Minutes> = {
  code: 40,
  template: { name: 'disposal_minutes', source: new URL('./minutes.typ', import.meta.url), shape: minutesShape },
};

const amountOf = (n: number) => ({ n, words: inWords(n) });

async function minutesOf(tx: Tx, plan: PlanRow, log: { size: number; root: Buffer }): Promise<Minutes> {
  const { issuer: signs, ...people } = issuingShape.parse(plan.issuing);
  const bags = await listPlanBags(tx, plan.id);
  const pieces = await listPieces(
    tx,
    bags.map(({ bagId }) => bagId),
  );
  const byBag = Map.groupBy(pieces, ({ bagId }) => bagId);
  const say = (key: string) => tx.ground.speaker.say('id', key);
  const words = new Map(PIECE_CAUSES.map((cause) => [cause as string, say(`disposal.cause.${cause}`)]));
  const witnesses = await listWitnesses(tx, plan.id);
  const evidence = await listEvidence(tx, plan.id);
  return {
    number: plan.number,
    day: plan.plannedOn,
    place: plan.place,
    method: plan.method,
    total: amountOf(plan.n),
    bagsTotal: amountOf(bags.length),
    causes: causesOf(pieces, words),
    unreadable: amountOf(pieces.filter(({ kind, nik }) => kind === 'card' && nik === null).length),
    people,
    sample: amountOf(plan.sample!),
    confidence: `${(plan.confidence! * 100).toLocaleString('id-ID', { maximumFractionDigits: 2 })} %`,
    faulty: amountOf(plan.faulty!),
    seed: plan.seed!.toString('hex'),
    root: plan.root.toString('hex'),
    log: { size: log.size, root: log.root.toString('hex') },
    witnesses: witnesses.map(({ name, institution, position, outside, sha256 }) => ({
      name,
      institution,
      position: position ?? '-',
      outside,
      hash: sha256.toString('hex'),
    })),
    photos: evidence.filter(({ kind }) => kind === 'photo').map(({ sha256 }) => sha256.toString('hex')),
    bags: bags.map(({ bagId, number, seal, n, root }) => ({
      number,
      seal,
      n,
      root: root.toString('hex'),
      lines: (byBag.get(bagId) ?? []).map((piece, at) => lineOf(piece, at + 1)).join('\n'),
    })),
    issuer: signs,
  };
}

function causesOf(pieces: readonly PlanPiece[], words: ReadonlyMap<string, string>) {
  const byCause = Map.groupBy(pieces, ({ cause }) => cause as PieceCause);
  return PIECE_CAUSES.flatMap((cause) => {
    const n = byCause.get(cause)?.length ?? 0;
    return n === 0 ? [] : [{ name: words.get(cause)!, mark: CAUSE_MARKS[cause], amount: amountOf(n) }];
  });
}

/**
 * One piece in the annex, as short as can be: its number, who, serial (or UID), cause, year. The paper is about things and outlives every
 * erasure: it shows a NIK masked; the root binds the whole.
 */
function lineOf({ kind, nik, serial, uid, cause, printedYear }: PlanPiece, at: number): string {
  const who = kind === 'blank' ? 'blangko' : nik === null ? 'tak terbaca' : `${nik.slice(0, 6)}..${nik.slice(-4)}`;
  const mark = serial ?? (uid === null ? '-' : uidText(BigInt(uid)));
  return `${at}. ${who} ${mark} ${CAUSE_MARKS[cause as PieceCause]}${printedYear === null ? '' : ` ${printedYear}`}`;
}

export function maskedNik(nik: string): string {
  return `${nik.slice(0, 6)}******${nik.slice(-4)}`;
}

const payload = z.object({ planId: z.uuid() });

/** Sets the minutes of a destruction that is done; a second run finds them there. */
export const makeMinutes: Job<z.output<typeof payload>> = {
  name: 'disposal.make_minutes',
  payload,
  maxAttempts: 20,
  async run(tx, { planId }) {
    const plan = await holdPlan(tx, planId);
    if (plan?.state !== 'done' || plan.documentId !== null) return;
    const actor = { ...systemActor('disposal'), officeId: plan.officeId };
    const { office } = issuingShape.parse(plan.issuing);
    const log = await tx.ground.papers.checkpoint(tx);
    const { id, qrText, sha256 } = await issueDocument(tx, actor, {
      kind: minutesPaper,
      data: await minutesOf(tx, plan, log),
      nik: NOBODY,
      villageCode: plan.regionCode.padEnd(10, '0'),
      number: plan.number,
      issuedOn: asCivilDate(plan.plannedOn),
      office: { id: office.id as Uuid, name: office.name },
    });
    await record(tx, actor, {
      label: 'disposal.minutes_issued',
      facts: { plan: plan.id, document: id, sha256: sha256.toString('hex') },
    });
    await noteMinutes(tx, { planId: plan.id, documentId: id, log, qrText });
  },
};

/** The minutes as they were issued. */
export async function openMinutes(tx: Tx, actor: Actor, input: { id: string }): Promise<FileAnswer> {
  const plan = await getPlan(tx, actor, input.id);
  if (plan.documentId === null) throw refuse('disposal.no_minutes');
  const { pdf } = await elevated(tx, () => openDocument(tx, plan.documentId as Uuid));
  await record(tx, actor, { label: 'disposal.minutes_opened', facts: { plan: plan.id, document: plan.documentId } });
  return { mediaType: 'application/pdf', fileName: 'berita-acara-pemusnahan.pdf', bytes: pdf };
}

/** Sets the minutes anew from the records of now and says whether they are the same bytes: an altered record would show. */
export async function remakeMinutes(
  tx: Tx,
  actor: Actor,
  input: { id: string },
): Promise<{ same: boolean; sha256: string }> {
  const plan = await getPlan(tx, actor, input.id);
  if (plan.documentId === null) throw refuse('disposal.no_minutes');
  const kept = await elevated(tx, async () => {
    const { pdf } = await openDocument(tx, plan.documentId as Uuid);
    const data = await minutesOf(tx, (await findPlan(tx, plan.id))!, {
      size: Number(plan.logSize),
      root: plan.logRoot!,
    });
    const again = await tx.ground.papers.press.compile(minutesPaper.template, data, {
      issuedOn: asCivilDate(plan.plannedOn),
      documentId: plan.documentId!,
      qrText: plan.qrText!,
    });
    return { same: again.pdf.equals(pdf), sha256: again.sha256.toString('hex') };
  });
  await record(tx, actor, { label: 'disposal.minutes_remade', facts: { plan: plan.id, same: kept.same } });
  return kept;
}
