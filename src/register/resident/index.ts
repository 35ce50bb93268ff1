/**
 * The register of residents: who lives here, or did (UU 24/2013 art. 1, 58; PP 40/2019).
 * Always holds: a NIK is issued once and never changes; a row, its history, its act and its ledger entry are written
 * together; folding the history gives the row; death and departure are states, nothing is deleted; parents' names and
 * disability are sealed.
 */
export type { Biodata, Resident, ResidentState, ProtectedElements, FoundPerson, PersonView } from './schema.ts';
export type { Delta, Element } from './rules.ts';
export { COUNTED_STATES, ELEMENTS, isCardObligated } from './rules.ts';
export {
  BLOOD_GROUP,
  EDUCATION,
  FAMILY_RELATION,
  MARITAL_STATUS,
  OCCUPATION,
  RELIGION,
  SEX,
  type CodeTable,
} from './code-table.ts';
export {
  registerResidents,
  changeResidents,
  nikPrefix,
  type ActGiven,
  type ActDone,
  type NewResident,
  type ResidentChange,
} from './act.ts';
export { enterResident, mustBeEnterable, mustBeNew } from './enter.ts';
export { correctResident } from './correct.ts';
export { decideCase, listCases } from './case.ts';
export {
  announceDeactivation,
  appealDeactivation,
  applyDeactivations,
  endDeactivation,
  refuseAppeal,
} from './deactivate.ts';
export { unmergeResidents } from './merge.ts';
export { searchResidents, findLikelyDuplicates, masked } from './find.ts';
export { motherKey } from './protected.ts';
export { listDuplicateCandidates, type DuplicateRow } from './search-sql.ts';
export { normaliseName } from './name.ts';
export { jaroWinkler } from './jaro-winkler.ts';
export { nameWords, OLD_SPELLING, phoneticKey, soundOf } from './phonetic.ts';
export { columnLosesDigits, readNikCell } from './nik-cell.ts';
export { getResident, nikOf, openPerson } from './person.ts';
export { listNamesIn } from './named.ts';
export { placeLine, placeOf, type PlacePart } from './place.ts';
export { findAct, findResident, listHistory, listResidents, listResidentsForUpdate, type PastAct } from './sql.ts';
export { listParentNames, parentNamesIn } from './parent.ts';
export { listProtectedBefore } from './protected.ts';
export { reservedTaken, residentsChanged, residentsRegistered } from './notices.ts';
export { countByRegency } from './figure/measure.ts';
export { reserveNumbers } from './reserve.ts';
export { sampleResidents, type SampledPerson } from './sample.ts';
export { room } from './room.ts';
