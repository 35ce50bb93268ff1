/** `/dasbor`: the dashboards for everybody, without a script; each region and section has an address, and files beside it. */
import type { Tx } from '../../core/db/index.ts';
import { Download } from '../../core/http/index.ts';
import { publicPage, type PublicRequest } from '../../core/http/web.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { asPaper } from './paper.ts';
import { readDashboard } from './read.ts';
import { NATION, sectionOf, type Section } from './rules.ts';
import type { Dashboard, DashboardPage } from './schema.ts';
import { asTable } from './table.ts';

const component = 'dashboard';

/** `indonesia`, or a code; `null`: no address of ours. */
async function opened(
  tx: Tx,
  request: PublicRequest,
  region: string,
  section: Section | undefined,
): Promise<Dashboard | null> {
  if (!section || !/^([0-9]{2}|[0-9]{4}|indonesia)$/.test(region)) return null;
  try {
    return await readDashboard(tx, request.actor, { section, region: region === NATION ? '' : region });
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'dashboard.no_region') return null;
    throw fault;
  }
}

function pageOf(dashboard: Dashboard | null, { query }: PublicRequest): DashboardPage | null {
  if (!dashboard) return null;
  const order = query['urut'] ?? '';
  const shown = dashboard.columns.find(({ measure }) => measure === query['peta'])?.measure ?? null;
  return { dashboard, order: /^-?([0-9]|nama)$/.test(order) ? order : '', shown };
}

const asked = ({ params }: PublicRequest) => [params['region'] ?? NATION, params['section'] ?? 'cakupan'] as const;

async function load(tx: Tx, request: PublicRequest): Promise<DashboardPage | null> {
  const [region, section] = asked(request);
  return pageOf(await opened(tx, request, region, sectionOf(section)), request);
}

/** A file has an address of its own, so that setting papers is counted by itself. */
async function loadFile(tx: Tx, request: PublicRequest): Promise<Download | null> {
  const [region, section] = asked(request);
  const file = request.params['file'];
  if (file !== 'pdf' && file !== 'csv') return null;
  const dashboard = await opened(tx, request, region, sectionOf(section));
  if (!dashboard) return null;
  return new Download(await (file === 'pdf' ? asPaper : asTable)(tx, dashboard, request.language));
}

export const dashboardPages = [
  publicPage<DashboardPage>({ path: '/dasbor', component, load }),
  publicPage<DashboardPage>({ path: '/dasbor/:region', component, rate: { perMinute: 240 }, load }),
  publicPage<DashboardPage>({ path: '/dasbor/:region/:section', component, rate: { perMinute: 240 }, load }),
  publicPage<DashboardPage>({
    path: '/dasbor/:region/:section/:file',
    component,
    rate: { perMinute: 20 },
    load: loadFile,
  }),
];
