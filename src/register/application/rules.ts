/** The way of an application: pure. */
export { requirementsOf, SERVICE_KINDS, SERVICES, type DocumentCode, type ServiceKind } from './services.ts';

export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'incomplete',
  'assigned',
  'accepted',
  'refused',
  'withdrawn',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** States from which an application still moves. */
export const OPEN_STATES: readonly ApplicationState[] = ['draft', 'submitted', 'incomplete', 'assigned'];

export const ACTS = ['submit', 'return', 'assign', 'accept', 'refuse', 'withdraw'] as const;
export type ApplicationAct = (typeof ACTS)[number];

/** Which act leads where; what is not here is refused. Decided applications do not move again: a new one is made. */
export const WAY = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { assign: 'assigned', return: 'incomplete', refuse: 'refused', withdraw: 'withdrawn' },
  incomplete: { submit: 'submitted', withdraw: 'withdrawn', refuse: 'refused' },
  assigned: { assign: 'assigned', accept: 'accepted', return: 'incomplete', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: {},
  refused: {},
  withdrawn: {},
} as const satisfies Record<ApplicationState, Partial<Record<ApplicationAct, ApplicationState>>>;

export function stateAfter(state: ApplicationState, act: ApplicationAct): ApplicationState | null {
  return (WAY[state] as Partial<Record<ApplicationAct, ApplicationState>>)[act] ?? null;
}

export interface RequirementState {
  readonly code: string;
  readonly needed: boolean;
  readonly fileId: string | null;
  readonly verdict: 'met' | 'not_met' | null;
}

/** Documents without which the application cannot be submitted. */
export function missingDocuments(requirements: readonly RequirementState[]): string[] {
  return requirements
    .filter((requirement) => requirement.needed && requirement.fileId === null)
    .map((requirement) => requirement.code);
}

/** Documents that stand in the way of acceptance: not checked, or checked and not met. */
export function unmetDocuments(requirements: readonly RequirementState[]): string[] {
  return requirements
    .filter((requirement) => (requirement.needed || requirement.fileId !== null) && requirement.verdict !== 'met')
    .map((requirement) => requirement.code);
}
