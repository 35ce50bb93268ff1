/**
 * The ladder that an institution climbs (Permendagri 17/2023 art. 7 and those before it), as data: what must lie there before a
 * step, who must act next, in how many days, and why it may end. A stage is what has been reached. Pure and safe in a browser.
 */
import type { Memorandum } from '../rules.ts';

export const DOCUMENT_KINDS = [
  'request',
  'reply',
  'recommendation',
  'mou',
  'pks',
  'juknis',
  'nda',
  'sptjm',
  'poc_report',
  'semester_report',
  'evaluation',
  'warning',
  'withdrawal',
  'appeal',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Of these a cooperation has one; what comes later is its next version. Of the others it may have many. */
export const SINGLE: readonly DocumentKind[] = [
  'request',
  'reply',
  'recommendation',
  'mou',
  'pks',
  'juknis',
  'nda',
  'sptjm',
  'poc_report',
];
/** These say from when until when they hold. */
export const TERMED: readonly DocumentKind[] = ['mou', 'pks'];
/** These say who may know what and why. */
export const WITH_CONTENTS: readonly DocumentKind[] = ['request', 'pks'];
/** What an officer files by hand; warnings are made by the clock, semester reports and appeals come at their own place. */
const NOT_BY_HAND: readonly DocumentKind[] = ['warning', 'semester_report', 'appeal'];
export const FILED_BY_HAND = DOCUMENT_KINDS.filter((kind) => !NOT_BY_HAND.includes(kind));

export type Doer = 'ditjen' | 'institution' | 'supervisor';

interface StageRule {
  readonly next: readonly Stage[];
  /** Documents that must lie there before the stage is reached. */
  readonly needs: readonly DocumentKind[];
  /** Who must act for the stage after this one; `null` when nobody must. */
  readonly acts: Doer | null;
  /** Days that the wait may take: the service standard of the Ditjen, configured here, not law. */
  readonly days: number | null;
}

export const STAGE_NAMES = [
  'REQUEST',
  'APPROVAL',
  'MOU',
  'AGREEMENT',
  'TECHNICAL_GUIDE',
  'ONBOARDING',
  'CONNECTED',
  'EVALUATION',
  'RENEWAL',
  'WITHDRAWN',
  'REFUSED',
] as const;
export type Stage = (typeof STAGE_NAMES)[number];

const ENDS = ['REFUSED', 'WITHDRAWN'] as const;

export const STAGES: Record<Stage, StageRule> = {
  REQUEST: { next: ['APPROVAL', ...ENDS], needs: ['request'], acts: 'ditjen', days: 14 },
  APPROVAL: { next: ['MOU', 'AGREEMENT', ...ENDS], needs: ['reply'], acts: 'institution', days: 60 },
  MOU: { next: ['AGREEMENT', ...ENDS], needs: [], acts: 'ditjen', days: 45 },
  AGREEMENT: { next: ['TECHNICAL_GUIDE', ...ENDS], needs: ['pks'], acts: 'ditjen', days: 30 },
  TECHNICAL_GUIDE: { next: ['ONBOARDING', ...ENDS], needs: ['juknis'], acts: 'institution', days: 30 },
  ONBOARDING: { next: ['CONNECTED', ...ENDS], needs: ['nda', 'sptjm'], acts: 'institution', days: 60 },
  CONNECTED: { next: ['EVALUATION', 'RENEWAL', 'WITHDRAWN'], needs: ['poc_report'], acts: null, days: null },
  EVALUATION: { next: ['CONNECTED', 'RENEWAL', 'WITHDRAWN'], needs: ['evaluation'], acts: 'ditjen', days: 30 },
  // Its successor has been connected: that act brings it here, and nothing else does.
  RENEWAL: { next: [], needs: [], acts: null, days: null },
  WITHDRAWN: { next: [], needs: ['withdrawal'], acts: null, days: null },
  REFUSED: { next: [], needs: [], acts: null, days: null },
};

/** Those that still climb; an institution has one at a time. */
export const CLIMBING: readonly Stage[] = ['REQUEST', 'APPROVAL', 'MOU', 'AGREEMENT', 'TECHNICAL_GUIDE', 'ONBOARDING'];
/** Those that may ask, if nothing else speaks against it. */
export const LIVE: readonly Stage[] = ['CONNECTED', 'EVALUATION'];
export const ENDED: readonly Stage[] = ['RENEWAL', 'WITHDRAWN', 'REFUSED'];

export const REFUSAL_REASONS = [
  'incomplete',
  'no_legal_basis',
  'purpose_unfit',
  'too_many_elements',
  'security_lacking',
  'supervisor_lacking',
  'no_answer',
  'other',
] as const;
export const WITHDRAWAL_REASONS = [
  'own_wish',
  'agreement_ended',
  'misuse',
  'security',
  'institution_closed',
  'other',
] as const;
export const END_REASONS = [...new Set([...REFUSAL_REASONS, ...WITHDRAWAL_REASONS])] as [EndReason, ...EndReason[]];
export type EndReason = (typeof REFUSAL_REASONS)[number] | (typeof WITHDRAWAL_REASONS)[number];

/** The reasons that an end may have; none for a step that is no end. */
export function reasonsFor(to: Stage): readonly EndReason[] {
  if (to === 'REFUSED') return REFUSAL_REASONS;
  return to === 'WITHDRAWN' ? WITHDRAWAL_REASONS : [];
}

/** Where it may go from here by an officer's hand. Who needs no memorandum leaves that stage out, who needs one cannot. */
export function nextStages(from: Stage, memorandum: Memorandum): readonly Stage[] {
  const leftOut: Stage = memorandum === 'none' ? 'MOU' : 'AGREEMENT';
  return STAGES[from].next.filter((to) => to !== 'RENEWAL' && !(from === 'APPROVAL' && to === leftOut));
}

/** The one step upwards from here, if there is one. */
export function stepUp(from: Stage, memorandum: Memorandum): Stage | null {
  return nextStages(from, memorandum).find((to) => !ENDED.includes(to)) ?? null;
}

/** Who must act so that it goes on. A company's supervisor must recommend it before its MoU counts for it. */
export function actsNext(stage: Stage, memorandum: Memorandum): Doer | null {
  if (stage === 'APPROVAL' && memorandum === 'supervisor') return 'supervisor';
  if (stage === 'APPROVAL' && memorandum === 'none') return 'ditjen';
  return STAGES[stage].acts;
}

/** What must lie there before `to` is reached. */
export function documentsFor(to: Stage, memorandum: Memorandum): readonly DocumentKind[] {
  return to === 'MOU' && memorandum === 'supervisor' ? ['recommendation'] : STAGES[to].needs;
}

export interface Ready {
  /** Kinds of documents that the cooperation has. */
  readonly documents: readonly string[];
  /** The MoU that must carry it (its own or its supervisor's) is in force on the day. */
  readonly memorandumInForce: boolean;
  /** The PKS is in force on the day. */
  readonly agreementInForce: boolean;
  /** Somebody has given it something to ask about. */
  readonly granted: boolean;
}

export type Lacking = DocumentKind | 'memorandum' | 'agreement' | 'grant';

/** What is still lacking before a step, in the order in which one would see to it. */
export function lackingFor(to: Stage, memorandum: Memorandum, ready: Ready): readonly Lacking[] {
  const papers = documentsFor(to, memorandum).filter((kind) => !ready.documents.includes(kind));
  const more: Lacking[] = [];
  if (to === 'MOU' && !ready.memorandumInForce) more.push('memorandum');
  if (to === 'CONNECTED' && !ready.agreementInForce) more.push('agreement');
  if (to === 'CONNECTED' && !ready.granted) more.push('grant');
  return [...papers, ...more];
}

/** How far institutions have come, stage by stage. */
export const COUNTERS = [
  'request',
  'approval',
  'mou',
  'agreement',
  'technical_guide',
  'onboarding',
  'connected',
  'suspended',
] as const;
export type Counter = (typeof COUNTERS)[number];
/** Of these what the ministry publishes; the others are its desk's own. */
export const PUBLISHED = [
  'mou',
  'agreement',
  'technical_guide',
  'connected',
  'suspended',
] as const satisfies readonly Counter[];
export type Published = (typeof PUBLISHED)[number];
