/**
 * Partners: institutions that ask about people; the ladder from a request to a connection, what each may ask, and the watch over it.
 * Always holds: a stage is what its steps give; a paper is never edited; what may be asked is given by two and lies within the PKS; a
 * term cuts by itself, whatever a job does; to cut off takes two, or ends in three days; every act that changes it says so at once.
 * Law: UU 24/2013 art. 58, 79 and 84, Permendagri 102/2019 (art. 45) and 17/2023 (art. 7 and 18A), PP 10/2023.
 */
export { countAgreements, listAgreements, type AgreementsWanted } from './figure/agreements.ts';
export { countLadder, listConnected, type Ladder } from './figure/sql.ts';
export { proposeGrants } from './grant/grant.ts';
export { standingOf } from './grant/may-ask.ts';
export { contains, readAddress, readNetwork, type Network } from './grant/network/rules.ts';
export { refuse as refuseAsking } from './grant/refusals.ts';
export {
  isSuspended,
  maySayWhy,
  WHY_NOT,
  type Asking,
  type GrantStanding,
  type Hours,
  type Span,
  type SuspensionStanding,
  type WhyNot,
} from './grant/rules.ts';
export type { StandingRow } from './grant/sql.ts';
export { openUnit, registerInstitutions } from './institution/institution.ts';
export { fileDocuments, openPartnerDocument, type Copy, type Filing } from './ladder/document.ts';
export { openCooperations, takeSteps, type Requested, type Step } from './ladder/ladder.ts';
export type { DocumentKind, Stage } from './ladder/rules.ts';
export {
  accessDecided,
  grantsChanged,
  reportsFiled,
  reportsOwed,
  type Decided,
  type ReportOwed,
  type Whose,
} from './notice.ts';
export {
  ELEMENTS,
  KINDS,
  PURPOSES,
  RETURNABLE,
  TELLS,
  type Element,
  type ElementAsked,
  type Kind,
  type Method,
  type Purpose,
  type Returnable,
  type Sector,
  type Tell,
} from './rules.ts';
export type { Contents } from './schema.ts';
export { fileAppeal } from './supervision/appeal.ts';
export { refusals as partnerRefusals } from './refusals.ts';
export { supervisionRefusals } from './supervision/refusals.ts';
export { fileReports, watchReports, type ReportFiling } from './supervision/report.ts';
export { proposeRestoration, proposeSuspension, suspendAtOnce } from './supervision/suspension.ts';
export { viewInstitution } from './view/institution.ts';
export { room } from './room.ts';
