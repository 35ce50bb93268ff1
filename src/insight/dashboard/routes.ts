import { may, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { route, silent } from '../../core/http/index.ts';
import { dashboardPaperContract, dashboardTableContract, readDashboardContract } from './contract.ts';
import { asPaper } from './paper.ts';
import { readDashboard } from './read.ts';
import { NATION, type Section } from './rules.ts';
import { asTable } from './table.ts';

const everybody = may('statement.read');
const noPerson = silent('counts of regions; no person');

/** His own region where none is named: its regency, where his office is of a district. */
const ofOfficer = (tx: Tx, actor: Actor, { section, region }: { section: Section; region?: string | undefined }) =>
  readDashboard(tx, actor, {
    section,
    region: region === NATION ? '' : (region ?? (actor.jurisdiction?.code ?? '').slice(0, 4)),
  });

export const routes = [
  route(readDashboardContract, { access: everybody, ledger: noPerson, handle: ofOfficer }),
  route(dashboardTableContract, {
    access: everybody,
    ledger: noPerson,
    handle: async (tx, actor, input) => asTable(tx, await ofOfficer(tx, actor, input), actor.language),
  }),
  route(dashboardPaperContract, {
    access: everybody,
    ledger: noPerson,
    handle: async (tx, actor, input) => asPaper(tx, await ofOfficer(tx, actor, input), actor.language),
  }),
];
