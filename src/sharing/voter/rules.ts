// Pure rules that a screen needs; a browser takes them from here.
export { ELECTION_KINDS } from './eligibility/rules.ts';
export { isNumber, numberKey, POLLING_DOCUMENTS, TAG_BYTES, tagText, type PollingDocument } from './polling/rules.ts';
export { LIST_COLUMNS, LIST_KINDS, type ListKind } from './source/rules.ts';
export * from './extract/rules.ts';
export * from './acceptance/rules.ts';
