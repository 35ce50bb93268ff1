export { centreOf, enrolStation, issueStationCode, listStations, openCentreKey, revokeStation } from './station.ts';
export { findStation, type StationRow } from './sql.ts';
export { mustServe } from './serve.ts';
