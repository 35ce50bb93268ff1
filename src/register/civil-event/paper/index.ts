/**
 * Papers of events: certificates of birth, death, marriage and divorce, and the move letter (UU 24/2013 art. 68).
 * Always holds: an event stands whether or not its paper could be set; one printed again replaces the one before, and an
 * event taken back cancels it; whose data stand on a paper has an entry that says so.
 */
export { PAPERS } from './data.ts';
export { issueCertificate, openCertificate, paperStateOf, recordAndIssue, type PaperState } from './issue.ts';
