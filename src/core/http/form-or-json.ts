import type { FastifyInstance } from 'fastify';
import { refuseHttp } from './refusals.ts';

/**
 * Takes whatever a client calls its body: JSON where it begins like it, else a form. Clients that were written long ago call JSON a
 * form, or name two types at once. Numbers stay as they were written, digit by digit: sixteen of them are more than a double holds.
 */
export function takeFormsOrJson(scope: FastifyInstance): void {
  // Two types in one header are none: they would be refused before anybody looked at the body.
  scope.addHook('onRequest', async ({ headers }) => {
    headers['content-type'] = 'text/plain';
  });
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => {
    const fields = fieldsIn(body as string);
    if (fields) done(null, fields);
    else done(refuseHttp('http.body_unreadable'));
  });
}

/** Flat, and without a prototype, as the names in it are a stranger's; `null` where it is no object. */
function fieldsIn(text: string): Record<string, unknown> | null {
  const given = text.trimStart();
  const entries = given.startsWith('{') ? entriesOf(given) : [...new URLSearchParams(given)];
  if (!entries) return null;
  return Object.assign(Object.create(null) as Record<string, unknown>, Object.fromEntries(entries));
}

function entriesOf(json: string): [string, unknown][] | null {
  try {
    return Object.entries(JSON.parse(json, asWritten) as object).filter(([name]) => name !== '__proto__');
  } catch {
    return null;
  }
}

function asWritten(this: unknown, _name: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}
