import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'dukcapil_ws.values_refused': { status: 403, when: 'a client asks for values (CALL_NIK)' },
  'dukcapil_ws.method_unknown': { status: 404, when: 'a method other than CALL_VERIFY_BY_ELEMEN and CALL_NIK' },
  'dukcapil_ws.credentials_missing': { status: 401, when: 'USER_ID, PASSWORD or IP_USER is missing or blank' },
  'dukcapil_ws.login_failed': { status: 401, when: 'no such user id, or another password' },
  'dukcapil_ws.too_many_failures': {
    status: 429,
    when: 'too many failed logins of this user id from this address, or from this address',
  },
  'dukcapil_ws.busy': { status: 503, when: 'more logins wait to be checked than can be in good time' },
  'dukcapil_ws.address_other': {
    status: 403,
    when: 'IP_USER is neither the address from which the call comes nor in a network of the grant',
  },
  'dukcapil_ws.credential_ended': { status: 403, when: 'the credential was ended' },
  'dukcapil_ws.institution_inactive': { status: 403, when: 'the institution has no cooperation any more' },
  'dukcapil_ws.incomplete': {
    status: 422,
    when: 'no NIK, or fewer than two readable attributes, or none that is hard to guess',
  },
  'dukcapil_ws.nik': { status: 422, when: 'the NIK is not sixteen digits' },

  'dukcapil_ws.grant_not_found': { status: 404, when: 'no living grant has this id, or none that the officer may see' },
  'dukcapil_ws.grant_demands_proof': {
    status: 409,
    when: 'a credential for a grant that demands DPoP or signed requests, which such clients cannot give',
  },
  'dukcapil_ws.credentials_full': {
    status: 409,
    when: 'a third credential while two of the grant are in use',
    constraints: ['dukcapil_credential_slot'],
  },
  'dukcapil_ws.credential_not_found': { status: 404, when: 'no credential in use has this id' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
