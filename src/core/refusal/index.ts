/**
 * Refusals. Whatever the system will not do it says with a code, a status and a text in two languages that names the
 * field, what is wrong and what to do (RFC 9457). A room declares its codes once, in `refusals.ts`.
 * Always holds: a refused act has changed nothing; the private detail goes to the log, never to the answer.
 */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 503;

/** `when` says to a developer in which case the code occurs; the public texts stand in the room's `id.ts` and `en.ts`
 * under the code itself. `constraints` are the database constraints that mean this refusal. */
export interface RefusalSpec {
  status: RefusalStatus;
  when: string;
  constraints?: readonly string[];
}

export type RefusalTable = Readonly<Record<string, RefusalSpec>>;

/** One wrong field of an input: `path` as in the input (`members.2.nik`), `code` a message key with `values`. */
export interface FieldFault {
  path: string;
  code: string;
  values?: MessageValues;
}

export type MessageValues = Readonly<Record<string, string | number | boolean | Date>>;

export class Refusal extends Error {
  readonly code: string;
  readonly status: RefusalStatus;
  readonly values: MessageValues;
  readonly faults: readonly FieldFault[];
  readonly detail: string | undefined;

  constructor(code: string, status: RefusalStatus, given: RefusalGiven = {}) {
    super(given.detail ? `${code}: ${given.detail}` : code);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.values = given.values ?? {};
    this.faults = given.faults ?? [];
    this.detail = given.detail;
  }
}

export interface RefusalGiven {
  values?: MessageValues;
  faults?: readonly FieldFault[];
  /** For our log only; no personal data. */
  detail?: string;
}

/**
 * The refusals of one room.
 *
 * @example
 * export const refusals = { 'resident.not_found': { status: 404, when: 'no resident has this NIK' } } as const satisfies RefusalTable;
 * export const refuse = refuser(refusals);
 * throw refuse('resident.not_found');
 */
export function refuser<const T extends RefusalTable>(table: T) {
  return (code: keyof T & string, given?: RefusalGiven): Refusal => new Refusal(code, table[code]!.status, given);
}
