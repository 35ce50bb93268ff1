import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'access.not_signed_in': 'You are not signed in, or your session has ended. Sign in, then try again.',
  'access.not_a_partner':
    'This address is for the systems of partners. Ask for a token at /v1/token and send it as Authorization.',
  'access.scope_missing':
    'Your role does not cover this act ({scope}). Ask your office administrator if it is your task.',
  'access.outside_jurisdiction': "This record lies outside your office's region. Contact the office of that region.",
  'access.purpose_missing': "First state for what purpose this resident's data is opened.",
  'access.purpose_unknown': 'The purpose {purpose} is not known. Choose one from the list.',
  'purpose.service': 'Serving a resident at the counter',
  'purpose.verification': 'Checking an application',
  'purpose.correction': 'Correcting data',
  'purpose.duplicate': 'Examining duplicate records',
  'purpose.complaint': 'Handling a complaint',
  'purpose.audit': 'Audit and supervision',
  'purpose.law_enforcement': 'Law enforcement with a written request',
};
