/** One wrong field, as the server says it: `path` as in the input (`members.2.nik`), `message` in the reader's language. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A refusal as RFC 9457 has it. `title` says in the reader's language what is wrong and what to do. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly errors: readonly FieldProblem[];
  /** Whole seconds to wait before another try makes sense, when the server says so. */
  readonly retryAfterSeconds: number | null;
  /** What to tell the operator so that he finds the request in his log. */
  readonly requestId: string | null;

  constructor(given: {
    status: number;
    code: string;
    title: string;
    detail?: string | null;
    errors?: readonly FieldProblem[];
    retryAfterSeconds?: number | null;
    requestId?: string | null;
  }) {
    super(`${given.status} ${given.code}`);
    this.name = 'Problem';
    this.status = given.status;
    this.code = given.code;
    this.title = given.title;
    this.detail = given.detail ?? null;
    this.errors = given.errors ?? [];
    this.retryAfterSeconds = given.retryAfterSeconds ?? null;
    this.requestId = given.requestId ?? null;
  }
}

/** The request never got an answer: the network dropped, or was never there. Nothing is known about whether it arrived. */
export class NotReached extends Error {
  constructor() {
    super('no answer from the server');
    this.name = 'NotReached';
  }
}

/** Reads an answer that is not a success. Whatever stands in it, a `Problem` comes out. */
export async function readProblem(response: Response): Promise<Problem> {
  const body = await jsonObject(response);
  const text = (key: string) => (typeof body[key] === 'string' ? body[key] : null);
  const seconds = Number(response.headers.get('retry-after'));
  return new Problem({
    status: response.status,
    code: text('code') ?? `http.${response.status}`,
    title: text('title') ?? `${response.status}`,
    detail: text('detail'),
    errors: Array.isArray(body['errors']) ? body['errors'].filter(isFieldProblem) : [],
    retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null,
    requestId: text('instance')?.replace(/^urn:uuid:/, '') ?? null,
  });
}

function isFieldProblem(value: unknown): value is FieldProblem {
  if (typeof value !== 'object' || value === null) return false;
  const { path, code, message } = value as Record<string, unknown>;
  return typeof path === 'string' && typeof code === 'string' && typeof message === 'string';
}

async function jsonObject(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    // A proxy's page or a cut answer: the status alone has to do.
    return {};
  }
}
