/**
 * One to one by face or finger, for partners whose grant names it. What was sent is read before any transaction; then it is answered
 * by the path of every verification: same bounds, entry, pseudonym, bill and look-alikes.
 * Always holds: one number a call and one comparison a question, so nobody is looked for; picture and templates stay in memory and
 * are in no entry, log or table.
 */
import { hash } from 'node:crypto';
import type { Ground, Tx } from '../../../core/db/index.ts';
import type { GatheredCall, Written } from '../../../core/http/index.ts';
import { newId } from '../../../core/id/index.ts';
import type { Facts } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import { readFaceTemplate, readMinutiaeRecord, type Template } from '../../../recording/biometric/index.ts';
import { openTemplate, type SealedTemplate } from '../../../recording/enrolment/index.ts';
import { answerCalls, type Answered } from '../answer/answer.ts';
import { mayAsk, type Ask, type BodyAsk } from '../answer/ask.ts';
import { writeCalls } from '../answer/written.ts';
import type { BodyPart } from '../attribute.ts';
import type { Grant, Partner } from '../book/partner.ts';
import { refuse } from '../refusals.ts';
import { readLiveness } from './liveness.ts';
import type { FaceQuestion, FingerQuestion } from './schema.ts';
import { findTemplates } from './sql.ts';
import { tens, thresholdFor, type Threshold } from './threshold.ts';

type Caller = Pick<GatheredCall, 'actor' | 'caller'>;
type Common = Omit<FaceQuestion, 'face' | 'liveness'>;

/** A question that may be asked, with what was sent as a template. */
export interface Prepared {
  readonly partner: Partner;
  readonly grant: Grant;
  readonly common: Common;
  readonly part: BodyPart;
  readonly probe: Template;
  readonly digest: string;
  readonly facts: Facts;
  readonly threshold: Threshold;
}

/** Whether it may be asked is decided before a picture is looked at: describing a face is work. */
export async function prepareFace(ground: Ground, { face, liveness, ...common }: FaceQuestion, call: Caller) {
  const { partner, grant } = allowed(ground, call, common, 'face');
  const picture = Buffer.from(face, 'base64');
  const digest = hash('sha256', picture, 'base64url');
  const facts = await readLiveness({
    statement: liveness,
    keys: partner.keys,
    picture: digest,
    // Statements of programs are of true time, also in a story.
    now: systemClock.now(),
  });
  const { template } = await ground.gallery.engine().extract({ modality: 'face', position: 0, picture });
  const { encoder } = readFaceTemplate(template.bytes);
  return prepared(ground, call, { partner, grant, common, part: 'face', probe: template, digest, facts }, encoder);
}

export async function prepareFinger(ground: Ground, { finger, ...common }: FingerQuestion, call: Caller) {
  const { partner, grant } = allowed(ground, call, common, 'finger');
  const { position } = finger;
  const bytes = Buffer.from(finger.template, 'base64');
  const { quality } = readMinutiaeRecord(bytes);
  const probe: Template = { modality: 'finger', position, format: 'iso-19794-2:2005', bytes, quality };
  await ground.gallery.engine().check([probe]);
  const digest = `${position} ${hash('sha256', bytes, 'base64url')}`;
  return prepared(ground, call, { partner, grant, common, part: 'finger', probe, digest, facts: {} }, null);
}

function allowed(ground: Ground, call: Caller, common: Common, part: BodyPart): { partner: Partner; grant: Grant } {
  const may = mayAsk(ground, call, common, 1);
  if (may instanceof Refusal) throw may;
  if (!may.grant.bodies.has(part)) throw refuse('verification.body_not_granted');
  // Known here already: then nothing is described in vain.
  if (ground.verification.misses.has(may.partner.institutionId) === false)
    throw refuse('verification.misses_spent', { values: { seconds: 60 } });
  return may;
}

function prepared(ground: Ground, { actor }: Caller, of: Omit<Prepared, 'threshold'>, encoder: string | null) {
  const threshold = thresholdFor(of.part, encoder, ground.config.production);
  if (!threshold) throw refuse('verification.body_not_measured');
  return { actor, input: { ...of, threshold } };
}

/** In the order of the calls; all sealed templates in one statement. */
export async function verifyBodies(tx: Tx, calls: readonly GatheredCall<Prepared>[]): Promise<(Written | Refusal)[]> {
  const finding = findTemplates(
    tx,
    calls.map(({ input: { common, part, probe } }) => ({ nik: common.nik, part, position: probe.position })),
  );
  tx.beside(finding);
  const verdicts = await answerCalls(
    tx,
    calls.map((call, i) => askOf(tx, call, async () => (await finding)[i] ?? null)),
  );
  const answered = verdicts.filter((verdict): verdict is Answered => !(verdict instanceof Refusal));
  const written = writeCalls(tx, answered, false)[Symbol.iterator]();
  return verdicts.map((verdict) => (verdict instanceof Refusal ? verdict : written.next().value!));
}

function askOf(
  tx: Tx,
  { actor, caller, input }: GatheredCall<Prepared>,
  kept: () => Promise<SealedTemplate | null>,
): Ask {
  const { partner, grant, common, part, digest, facts } = input;
  const { nik, consent, reference, ...why } = common;
  const body: BodyAsk = {
    part,
    digest,
    facts,
    async compare(speaks) {
      const sealed = await kept();
      return compareBodies(tx, input, speaks ? sealed : null);
    },
  };
  return {
    caller,
    partner,
    // Of this question nothing but the body may be told.
    grant: { ...grant, leave: { ...grant.leave, elements: new Map([[part, grant.bodies.get(part)!]]) } },
    why,
    items: [{ nik, attributes: {}, ...(consent !== undefined && { consent }), reference }],
    body,
    language: actor.language,
    entry: newId(),
  };
}

type Outcome = Awaited<ReturnType<BodyAsk['compare']>>;

/**
 * With the template that was recorded, opened for this alone. Where there is none, or no template of the same encoder, what was sent is
 * compared with itself and nothing is made of it, so that it takes as long.
 */
async function compareBodies(
  tx: Tx,
  { part, probe, grant, threshold }: Prepared,
  sealed: SealedTemplate | null,
): Promise<Outcome> {
  const opened = sealed && openTemplate(tx.ground, sealed);
  const kept = opened ? { ...probe, bytes: opened } : probe;
  const { items } = await tx.ground.gallery.engine().compare([probe], [kept]);
  const item = opened ? items[0] : undefined;
  if (!item || item.llr < threshold.llr)
    return { results: { [part]: { result: 'no_match' } }, resultClass: 'mismatch' };
  const result =
    grant.bodies.get(part) === 'score'
      ? ({ result: 'score', score: tens(item.llr, item.highest) } as const)
      : ({ result: 'match' } as const);
  return { results: { [part]: result }, resultClass: 'match' };
}
