import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'verification.key_private': { status: 422, when: 'a key is handed in with its private part' },
  'verification.key_kind': {
    status: 422,
    when: 'a key is not Ed25519, P-256 or RSA, or says that it is for something else',
  },
  'verification.key_broken': { status: 422, when: 'a key whose numbers make no key' },
  'verification.key_weak': {
    status: 422,
    when: 'an RSA key of fewer than 2048 or more than 4096 bits, or of another exponent',
  },
  'verification.key_name': { status: 422, when: "a key's kid is not 1 to 128 printable letters" },
  'verification.key_form': { status: 422, when: 'a key is handed in as neither JWK nor PEM, or as both' },
  'verification.key_known': {
    status: 409,
    when: 'a key that was handed in before, by whomever, or another of the same kid',
    constraints: ['key_known', 'key_name'],
  },
  'verification.keys_full': { status: 409, when: 'a third key while two are in use', constraints: ['key_slot'] },
  'verification.key_not_found': { status: 404, when: 'no key in use has this id' },
  'verification.partner_not_found': {
    status: 404,
    when: 'no institution that is open has this id, or none that the actor may see',
  },
  'verification.key_set_unreadable': {
    status: 422,
    when: 'what a partner publishes is no key set, has no key that we take, or more than two',
  },
  'verification.key_set_address': { status: 422, when: 'the address of a key set is not https' },

  'verification.grant_type': { status: 400, when: 'a token is asked for by another grant than client_credentials' },
  'verification.assertion_unreadable': { status: 401, when: 'the client assertion is no JWT, or longer than 8 KiB' },
  'verification.assertion_algorithm': { status: 401, when: 'signed by another algorithm than EdDSA, ES256, PS256' },
  'verification.assertion_type': { status: 401, when: 'the assertion says that it is another kind of token' },
  'verification.assertion_subject': { status: 401, when: 'iss, sub and client_id are not one and the same' },
  'verification.client_unknown': { status: 401, when: 'no connected partner has this client id' },
  'verification.assertion_key': { status: 401, when: 'no living key of the partner has this kid and algorithm' },
  'verification.assertion_signature': { status: 401, when: 'the signature is of another key, or of other words' },
  'verification.assertion_audience': { status: 401, when: 'aud is not this server alone' },
  'verification.assertion_times': { status: 401, when: 'exp or iat is missing or no number' },
  'verification.assertion_expired': { status: 401, when: 'exp has passed' },
  'verification.assertion_ahead': { status: 401, when: 'iat or nbf lies in the future: a clock is off' },
  'verification.assertion_too_long': { status: 401, when: 'the assertion would live longer than five minutes' },
  'verification.assertion_jti': { status: 401, when: 'jti is missing, or shorter than 16 letters' },
  'verification.assertion_replayed': { status: 401, when: 'this assertion was used before' },

  'verification.token_invalid': {
    status: 401,
    when: 'a token that is not ours, or of a key or partner that is no more',
  },
  'verification.token_expired': { status: 401, when: 'the token is older than five minutes' },
  'verification.token_bound': {
    status: 401,
    when: 'a bound token comes without its proof, or a plain one with another word',
  },
  'verification.proof_invalid': { status: 401, when: 'a DPoP proof of another key, method, address, token or time' },
  'verification.signature_invalid': { status: 401, when: 'a signed request whose signature does not verify' },
  'verification.proof_demanded': {
    status: 401,
    when: 'the grant demands a bound token (DPoP) and the call has a plain one',
  },
  'verification.signature_demanded': { status: 401, when: 'the grant demands signed requests and this one is not' },
  'verification.used_before': { status: 401, when: 'a proof or a signed request comes a second time' },

  'verification.body_not_granted': { status: 403, when: 'the grant names no face, or no finger' },
  'verification.body_not_measured': {
    status: 409,
    when: 'no threshold is known for the encoder that describes faces here, or only one for trials while this is production',
  },
  'verification.liveness_signature': {
    status: 422,
    when: 'the liveness statement is no JWT, or not signed by a living key of the partner',
  },
  'verification.liveness_shape': {
    status: 422,
    when: 'the liveness statement lacks a claim, or says one in another shape',
  },
  'verification.liveness_other_picture': { status: 422, when: 'the liveness statement is of another picture' },
  'verification.liveness_old': {
    status: 422,
    when: 'the liveness statement is older than five minutes, or from the future',
  },
  'verification.liveness_attack': { status: 422, when: 'the liveness statement itself says that this was an attack' },

  'verification.not_ready': {
    status: 503,
    when: 'what partners may ask could not be compared with the register for three seconds',
  },
  'verification.too_few_granted': { status: 422, when: 'fewer than two of the attributes asked about are granted' },
  'verification.quota_spent': { status: 429, when: "the day's quota of the grant is used up" },
  'verification.balance_spent': { status: 403, when: 'a partner that pays has not enough left for what it asks' },
  'verification.misses_spent': { status: 429, when: 'the partner was wrong too often: it is slowed down' },
  'verification.slowed_down': {
    status: 429,
    when: 'the partner asked unusually and is slowed down, and asks faster than that',
  },
  'verification.person_misses_spent': { status: 429, when: 'the partner was wrong too often about this number today' },
  'verification.in_progress': { status: 409, when: 'the same Idempotency-Key is being worked on at this moment' },
  'verification.other_question': { status: 422, when: 'the Idempotency-Key was used before, for another question' },
  'verification.not_kept': { status: 409, when: 'a question of a repeated batch that was refused the first time' },

  'verification.alarm_not_found': { status: 404, when: 'no alarm has this id' },
  'verification.alarm_closed': {
    status: 409,
    when: 'an act on an alarm that somebody has closed',
    constraints: ['alarm_closed_once'],
  },
  'verification.alarm_without_number': { status: 404, when: 'the whole number is asked for of an alarm that has none' },
  'verification.not_slowed': { status: 409, when: 'a pace is lifted or held of a partner that is not slowed down' },
  'verification.hold_shorter': { status: 422, when: 'a pace would be held for a shorter time than it lasts already' },

  'verification.canaries_full': { status: 422, when: 'an institution would have more invented persons than it may' },
  'verification.canary_few_people': { status: 409, when: 'the register has too few people to hide an invented one' },
  'verification.canaries_handed_out': { status: 409, when: 'every invented person was handed out before' },
  'verification.canary_not_found': { status: 404, when: 'no invented person that lives has this id' },
} as const satisfies RefusalTable;

export type VerificationCode = keyof typeof refusals;
export const refuse = refuser(refusals);
