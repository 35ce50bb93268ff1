import { refuser, type RefusalTable } from '../refusal/index.ts';

export const httpRefusals = {
  'http.input_invalid': { status: 422, when: 'a field of the input is missing or wrong; `errors` says which' },
  'http.body_unreadable': { status: 400, when: 'the body is not the JSON or the form that it says it is' },
  'http.body_too_large': { status: 413, when: 'the body or the file is larger than the route takes' },
  'http.body_cut': {
    status: 400,
    when: 'a body that is taken piece by piece ended early, stood still, or is not what was signed',
  },
  'http.too_many_streams': { status: 429, when: 'the caller sends more bodies at once than a process takes' },
  'http.media_type': { status: 415, when: 'the body is neither JSON nor, where a file is taken, a form with one' },
  'http.not_found': { status: 404, when: 'there is no such route' },
  'http.foreign_page': { status: 403, when: 'the request comes from a page of another site, or names another host' },
  'http.csrf': { status: 403, when: 'a write with a session cookie lacks the X-CSRF-Token of that session' },
  'http.too_many': { status: 429, when: 'this address calls an open route more often than allowed' },
  'http.cursor_invalid': { status: 400, when: 'a cursor that this server did not make' },
  'http.not_ready': { status: 503, when: 'the server is closing, or the ledger does not keep up' },
  'http.first_run_pending': { status: 503, when: 'the two administrators of the first run do not exist yet' },
} as const satisfies RefusalTable;

export const refuseHttp = refuser(httpRefusals);
