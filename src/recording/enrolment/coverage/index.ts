export { indicators } from './indicators.ts';
export { listPeople, openCoverage } from './open.ts';
export { listUnrecordedByVillage, listUnrecordedOf } from './sql.ts';
