import type { Refusal } from '../refusal/index.ts';
import type { Language, Speaker } from '../text/index.ts';

/** RFC 9457. `title` says in the reader's language what is wrong and what to do; `code` is for programs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly errors?: readonly { path: string; code: string; message: string }[];
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The public half of a refusal; its private detail stays behind. */
export function problemOf(refusal: Refusal, speaker: Speaker, language: Language, requestId: string): Problem {
  return {
    type: `urn:jatidiri:problem:${refusal.code}`,
    title: speaker.say(language, refusal.code, refusal.values),
    status: refusal.status,
    code: refusal.code,
    instance: `urn:uuid:${requestId}`,
    ...(refusal.faults.length > 0 && {
      errors: refusal.faults.map(({ path, code, values }) => ({
        path,
        code,
        message: speaker.say(language, code, values),
      })),
    }),
  };
}

/** As RFC 6749 section 5.2 has it, for clients of OAuth; a refusal names the `error` among its values. */
export function oauthProblem(
  problem: Problem,
  refusal: Refusal,
): Problem & { error: string; error_description: string } {
  const error = refusal.values['error'];
  return { error: typeof error === 'string' ? error : 'invalid_request', error_description: problem.title, ...problem };
}

/** What a fault of ours looks like from outside: nothing but a number to mention. */
export function faultOfOurs(speaker: Speaker, language: Language, requestId: string): Problem {
  return {
    type: 'urn:jatidiri:problem:http.fault_of_ours',
    title: speaker.say(language, 'http.fault_of_ours', { requestId }),
    status: 500,
    code: 'http.fault_of_ours',
    instance: `urn:uuid:${requestId}`,
  };
}

/** A refusal's number of seconds to wait, for `Retry-After`. */
export function retryAfter(refusal: Refusal): number | null {
  const seconds = refusal.values['seconds'];
  return typeof seconds === 'number' ? Math.ceil(seconds) : null;
}
