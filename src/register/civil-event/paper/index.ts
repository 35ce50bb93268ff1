/**
 * Papers of events: certificates of birth, death, marriage, divorce, recognition and legitimation, the letters of a stillbirth
 * and of a move (UU 24/2013 art. 68).
 * Always holds: husband and wife each get one; an event stands whether or not its papers could be set; one printed again
 * replaces the one before, an event taken back cancels them; whose data stand on a paper has an entry that says so.
 */
export { PAPERS } from './data.ts';
export { issueCertificates, openCertificate, papersOf, recordAndIssue, type EventPaper } from './issue.ts';
