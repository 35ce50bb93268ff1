import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'verification.invisible': 'There are invisible letters in it. Type this field anew.',
  'verification.number_as_number':
    'A number of 16 digits must be sent as a text in quotes; as a number its last digits may change.',
  'verification.nik_number': 'A NIK must be sent as a text in quotes; as a number its last digits may change.',
  'verification.nik': 'A NIK has 16 digits.',
  'verification.family_card': 'A family card number has 16 digits.',
  'verification.code_unknown': 'This value is not in the code table. Send its code or its name.',
  'verification.neighbourhood': 'RT and RW are sent as a text of one to three digits.',
  'verification.day': 'Send a day that is on the calendar, like 1990-08-05.',
  'verification.two_more': 'Send at least two attributes besides the NIK.',
  'verification.no_anchor':
    "Send a name, family card number, address or parent's name too: the NIK itself tells birth date, sex and region.",
  'verification.consent_missing': 'The basis consent needs the number of the consent.',
  'verification.own_word': 'Use printable ASCII letters, without blanks at the beginning and the end.',
  'verification.long_number':
    'Do not use a run of 16 or more digits: this field is kept in the log. Put hyphens in between.',

  'verification.key_private': 'This is a private key. Send it to nobody; send its public part only.',
  'verification.key_kind': 'This kind of key is not taken. Use Ed25519, P-256 or RSA for signatures.',
  'verification.key_broken': 'This key is broken. Export it again from your system.',
  'verification.key_weak': 'An RSA key must have 2048 to 4096 bits and the exponent 65537.',
  'verification.key_name': 'The name of a key (kid) has 1 to 128 printable letters.',
  'verification.key_form': 'Send one public key: as a JWK or as PEM.',
  'verification.key_known': 'This key, or another of the same name, was handed in before.',
  'verification.keys_full': 'Two keys are in use. End one of them first.',
  'verification.key_not_found': 'This key was not found or has been ended.',
  'verification.partner_not_found': 'This institution is not there or is closed.',
  'verification.key_set_unreadable': 'What stands at that address is no usable set. Publish one or two public keys.',
  'verification.key_set_address': 'The address of the keys must begin with https://.',

  'verification.grant_type': 'Only grant_type=client_credentials is served.',
  'verification.assertion_unreadable': 'client_assertion is no readable JWT, or its type is not jwt-bearer.',
  'verification.assertion_algorithm': 'Sign the client_assertion with EdDSA, ES256 or PS256.',
  'verification.assertion_type': 'typ of the client_assertion names another kind of token.',
  'verification.assertion_subject': 'iss, sub and client_id must be the same.',
  'verification.client_unknown': 'This client_id is not known or not connected yet.',
  'verification.assertion_key':
    'This kid and alg are no living key of yours. If it was published just now, try again shortly.',
  'verification.assertion_signature': 'The signature of the client_assertion does not fit its key.',
  'verification.assertion_audience': 'aud must be one only: the address of this server or of its token.',
  'verification.assertion_times': 'exp and iat must be there as numbers of seconds.',
  'verification.assertion_expired': 'The client_assertion has expired. Make a new one; check the clock of your server.',
  'verification.assertion_ahead': 'iat or nbf lies in the future. Check the clock of your server.',
  'verification.assertion_too_long': 'A client_assertion lives five minutes at most.',
  'verification.assertion_jti': 'jti must be there, with 16 to 256 printable letters.',
  'verification.assertion_replayed': 'This client_assertion was used before. Make a new one.',

  'verification.token_invalid': 'The token is not known or its key has been ended. Ask for a new one.',
  'verification.token_expired': 'The token is older than five minutes. Ask for a new one.',
  'verification.token_bound':
    'A bound token is sent as "DPoP" together with its proof, a plain one as "Bearer" without one.',
  'verification.proof_invalid': 'The DPoP proof does not fit the key, method, address, token or time.',
  'verification.signature_invalid':
    'The signature of the request does not fit. Sign @method, @target-uri, authorization and content-digest with created, keyid and nonce.',
  'verification.proof_demanded': 'Your agreement demands bound tokens (DPoP).',
  'verification.signature_demanded': 'Your agreement demands signed requests (RFC 9421).',
  'verification.used_before': 'This proof or signature was used before. Make a new one for each request.',

  'verification.body_not_granted': 'Your grant names no face, or no finger.',
  'verification.body_not_measured':
    'What compares faces here was not measured for this use. Ask your contact at the ministry.',
  'verification.liveness_signature': 'The liveness statement must be a JWT that is signed with a living key of yours.',
  'verification.liveness_shape':
    'The liveness statement holds method, kind (passive/active), score 0-100, decision (bona_fide/attack), picture and iat.',
  'verification.liveness_other_picture':
    'The liveness statement is not of the picture that was sent. picture holds its SHA-256 (base64url).',
  'verification.liveness_old':
    "A liveness statement is good for five minutes. Take a new picture; check your server's clock.",
  'verification.liveness_attack': 'By its liveness statement the picture was not taken of somebody present.',
  'verification.jpeg': 'Send a JPEG of at most 500 kB as base64.',
  'verification.template': 'Send a template of ISO/IEC 19794-2:2005 of at most 8 kB as base64.',

  'verification.not_ready': 'Who may ask cannot be checked at the moment. Nothing was answered; try again shortly.',
  'verification.too_few_granted':
    'At least two of the attributes sent must be granted to you (question {place, number}).',
  'verification.quota_spent': "Today's quota is used up. The new one begins at 00.00 WIB.",
  'verification.balance_spent':
    "Your institution's balance does not cover this request. Nobody was compared and nothing was charged; order a billing code and pay, then try again.",
  'verification.misses_spent':
    'Too many questions did not match, so your requests are slowed down. Try again in {seconds, plural, other {# seconds}}.',
  'verification.slowed_down':
    'Your questions were unusual, so they are answered slowly for a while. Try again in {seconds, plural, other {# seconds}}; ask your contact at the ministry if this is a mistake.',
  'verification.person_misses_spent':
    'Too many of your questions about this NIK did not match within the last 24 hours. Ask the person to check the data at the civil registry office.',
  'verification.in_progress': 'The same request is being worked on. Wait a moment, then try again.',
  'verification.other_question': 'This Idempotency-Key was used for another question.',
  'verification.not_kept': 'This question was refused the first time. Ask again under a new Idempotency-Key.',

  'verification.alarm_not_found': 'There is no such alarm.',
  'verification.alarm_closed': 'Another officer has closed this alarm. Load the list again.',
  'verification.alarm_without_number': 'This alarm is not about one NIK.',
  'verification.not_slowed': 'This institution is not slowed down. Load the list again.',
  'verification.hold_shorter': 'It is slowed down for longer than that already. Enter more hours.',

  'verification.canaries_full':
    'An institution has at most {most, number} invented persons that live; {left, number} more may be made. Retire old ones first.',
  'verification.canary_few_people':
    'The register has too few people of this region, so an invented person would stand out. Try again when the register is filled.',
  'verification.canaries_handed_out':
    'All invented persons of this institution were handed out. If the file was lost, renew them.',
  'verification.canary_not_found': 'This invented person is not there, or is retired.',
  'verification.mail.canary_touched.subject': 'A record placed at {owner} has surfaced elsewhere',
  'verification.mail.canary_touched.text':
    'A record that is nowhere but at {owner} has surfaced in a question of {asker}. Open Alarms in the staff app: who asked, when, and what can be done.',
  'verification.mail.canary_own.subject': '{owner} asked about a record placed with it',
  'verification.mail.canary_own.text':
    '{asker} asked about a record that was placed with it: its own holdings are being used. Open Alarms in the staff app.',

  'indicator.partner.connected': 'Institutions connected',
  'indicator.partner.connected.definition':
    'Institutions with an agreement in force, connected and not suspended, that asked within the last 90 days',
  'indicator.partner.connected.source': 'Stages of cooperations and calls of verification',
  'indicator.verification.answers': 'Verification answers',
  'indicator.verification.answers.definition':
    "Partners' questions that were answered: a match, a partial match or none. Refused ones do not count, repeated ones count once.",
  'indicator.verification.answers.source': 'The calls that are billed, one for each entry of the log.',
};
