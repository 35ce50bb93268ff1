import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'dukcapil_ws.values_refused':
    'This service gives the values of population data to nobody. Use CALL_VERIFY_BY_ELEMEN to compare them.',
  'dukcapil_ws.method_unknown': 'This method is not known. Use CALL_VERIFY_BY_ELEMEN.',
  'dukcapil_ws.credentials_missing': 'Fill in USER_ID, PASSWORD and IP_USER.',
  'dukcapil_ws.login_failed':
    'USER_ID or PASSWORD is wrong. Check both; the password was shown once, when it was made.',
  'dukcapil_ws.too_many_failures':
    'Too many failed logins from this address. Check USER_ID and PASSWORD, then try again in {seconds, plural, one {# second} other {# seconds}}.',
  'dukcapil_ws.busy': 'Too many logins are being checked. Try again in a moment.',
  'dukcapil_ws.address_other': 'IP_USER is not the address of this call and in no network that was agreed.',
  'dukcapil_ws.credential_ended': 'This credential was ended. Ask your contact at the ministry for a new one.',
  'dukcapil_ws.institution_inactive': 'This institution has no cooperation in force any more.',
  'dukcapil_ws.incomplete':
    "Send a NIK and at least two more readable attributes, one of them the name, family card number, address or a parent's name.",
  'dukcapil_ws.nik': 'A NIK has 16 digits.',

  'dukcapil_ws.grant_not_found': 'This grant was not found or has ended.',
  'dukcapil_ws.grant_demands_proof': 'This grant demands DPoP or signed requests, which existing clients cannot give.',
  'dukcapil_ws.credentials_full': 'Two credentials of this grant are in use. End one of them first.',
  'dukcapil_ws.credential_not_found': 'This credential was not found or has ended.',
};
