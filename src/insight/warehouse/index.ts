/**
 * The statistics store (gudang statistik): the register of a day as rows without a name or a NIK, and what happened in its semester, counted.
 * Always holds: a snapshot is one consistent state, made again it gives the same bytes, and its root stands in the ledger; only aggregates
 * leave, and none of one or two (UU 24/2013 art. 58, UU 27/2022 art. 16).
 * Left out: disability. It is sealed person by person, and to open a nation's seals for a count is no set-based reading.
 */
export { snapshotsMade } from './notice.ts';
export { publishOpenData } from './open/publish.ts';
export { makeSnapshot, type SnapshotMade } from './snapshot/make.ts';
export { listCutOffs } from './snapshot/read.ts';
export { openWarehouse, type WarehousePlace } from './place.ts';
export { room } from './room.ts';
