export { indicators } from './indicators.ts';
export { listPeople, openCoverage } from './open.ts';
export { openCoverageTable } from './table.ts';
export { listUnrecordedByVillage } from './sql.ts';
