export { centreOf, enrolStation, issueStationCode, listStations, openCentreKey, revokeStation } from './station.ts';
export { findStation } from './sql.ts';
export { mustServe } from './serve.ts';
