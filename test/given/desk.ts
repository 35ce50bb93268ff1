import { Client } from 'pg';
import { z } from 'zod';
import { may, open, signedIn } from '../../src/core/access/index.ts';
import { proposable, propose } from '../../src/core/approval/index.ts';
import { one, run, sql, type Connection } from '../../src/core/db/index.ts';
import { contract, gathered, route, silent, writes } from '../../src/core/http/index.ts';
import { record, recordEach } from '../../src/core/ledger/index.ts';
import { refuser, type RefusalTable } from '../../src/core/refusal/index.ts';
import type { Room } from '../../src/core/room.ts';

/**
 * A room for trying the desk itself: a drawer with a number of sheets. Its scopes are borrowed from real ones, as roles
 * know no others: taking a sheet needs `document.issue`, emptying the drawer is a great act under `officer.manage`.
 */
const refusals = {
  'drawer.empty': { status: 409, when: 'nothing is left', constraints: ['drawer_not_negative'] },
} as const satisfies RefusalTable;
const refuse = refuser(refusals);

const left = z.object({ left: z.number() });
const take = z.object({ sheets: z.number().int().min(1).max(100), note: z.string().trim().min(3).max(40).optional() });

const takeContract = contract({
  method: 'POST',
  path: '/v1/drawer/take',
  summary: text('take'),
  body: take,
  output: left,
});
const forceContract = contract({
  method: 'POST',
  path: '/v1/drawer/force',
  summary: text('force'),
  body: take,
  output: left,
});
const breakContract = contract({
  method: 'POST',
  path: '/v1/drawer/break',
  summary: text('break'),
  body: take,
  output: left,
});
const forgetContract = contract({
  method: 'POST',
  path: '/v1/drawer/forget',
  summary: text('forget'),
  body: take,
  output: left,
});
const liarContract = contract({ method: 'GET', path: '/v1/drawer/liar', summary: text('liar'), output: left });
const lookContract = contract({ method: 'GET', path: '/v1/drawer', summary: text('look'), output: left });
const personContract = contract({ method: 'GET', path: '/v1/drawer/person', summary: text('person'), output: left });
const publicContract = contract({ method: 'GET', path: '/v1/drawer/public', summary: text('public'), output: left });
const paperContract = contract({
  method: 'POST',
  path: '/v1/drawer/paper',
  summary: text('paper'),
  output: z.unknown(),
  kind: 'file',
});
const scanContract = contract({
  method: 'POST',
  path: '/v1/drawer/scan',
  summary: text('scan'),
  body: z.object({ title: z.string().min(3) }),
  output: z.object({ title: z.string(), name: z.string(), bytes: z.number() }),
  kind: 'upload',
});
const manyContract = contract({
  method: 'GET',
  path: '/v1/drawer/many/:n',
  summary: text('many'),
  params: z.object({ n: z.coerce.number() }),
  output: z.object({ n: z.number(), together: z.number(), officer: z.string() }),
});
const proposeContract = contract({
  method: 'POST',
  path: '/v1/drawer/empty',
  summary: text('empty'),
  body: z.object({ region: z.string() }),
  output: z.object({ id: z.string(), hash: z.string() }),
});

type Tx = Parameters<Parameters<typeof route>[1]['handle']>[0];

async function takeSheets(tx: Tx, sheets: number): Promise<{ left: number }> {
  const now = await one(tx, sql<{ left: number }>`select sheets as left from drawer.drawer for update`);
  if (now.left < sheets) throw refuse('drawer.empty');
  return one(tx, sql<{ left: number }>`update drawer.drawer set sheets = sheets - ${sheets} returning sheets as left`);
}

const look = (tx: Tx) => one(tx, sql<{ left: number }>`select sheets as left from drawer.drawer`);

export const drawerRoom: Room = {
  name: 'drawer',
  texts: {
    id: { 'drawer.empty': 'Laci kosong.', 'drawer.emptied': 'Mengosongkan laci berisi {sheets, number} lembar' },
    en: { 'drawer.empty': 'The drawer is empty.', 'drawer.emptied': 'Empty a drawer of {sheets, number} sheets' },
  },
  refusals,
  routes: [
    route(takeContract, {
      access: may('document.issue'),
      ledger: writes('drawer.taken'),
      handle: async (tx, actor, input) => {
        const answer = await takeSheets(tx, input.sheets);
        await record(tx, actor, { label: 'drawer.taken', facts: { sheets: input.sheets } });
        return answer;
      },
    }),
    route(forceContract, {
      access: may('document.issue'),
      ledger: writes('drawer.taken'),
      handle: async (tx, actor, input) => {
        await record(tx, actor, { label: 'drawer.taken' });
        await run(tx, sql`update drawer.drawer set sheets = sheets - ${input.sheets}`);
        return look(tx);
      },
    }),
    route(breakContract, {
      access: may('document.issue'),
      ledger: writes('drawer.taken'),
      handle: async (tx, actor, input) => {
        await takeSheets(tx, input.sheets);
        await record(tx, actor, { label: 'drawer.taken' });
        throw new Error('the drawer broke: secret 3175074508909001');
      },
    }),
    route(forgetContract, {
      access: may('document.issue'),
      ledger: writes('drawer.taken'),
      handle: (tx, _actor, input) => takeSheets(tx, input.sheets),
    }),
    route(liarContract, {
      access: signedIn,
      ledger: silent('a trial'),
      handle: async () => ({ left: 'many' }) as never,
    }),
    route(lookContract, {
      access: signedIn,
      ledger: silent('a trial'),
      handle: async (tx) => ({ ...(await look(tx)), owner: 'a name that is not in the contract' }),
    }),
    route(personContract, {
      access: may('resident.read', { purpose: 'stated' }),
      ledger: writes('drawer.person'),
      handle: async (tx, actor) => {
        await record(tx, actor, { label: 'drawer.person' });
        return look(tx);
      },
    }),
    route(publicContract, { access: open('a trial'), ledger: silent('a trial'), rate: { perMinute: 3 }, handle: look }),
    route(paperContract, {
      access: may('document.issue'),
      ledger: writes('drawer.paper'),
      handle: async (tx, actor) => {
        await record(tx, actor, { label: 'drawer.paper' });
        const bytes = Buffer.from(`paper ${Math.random()}`);
        return { mediaType: 'application/pdf', fileName: 'Kartu Keluarga – “contoh”.pdf', bytes };
      },
    }),
    route(scanContract, {
      access: may('document.issue'),
      ledger: writes('drawer.scanned'),
      handle: async (tx, actor, { title, file }) => {
        await record(tx, actor, { label: 'drawer.scanned' });
        return { title, name: file.name, bytes: file.bytes.length };
      },
    }),
    gathered(manyContract, {
      access: may('document.issue'),
      ledger: writes('drawer.looked'),
      handleMany: async (tx, calls) => {
        if (calls.some(({ input }) => input.n === 13)) throw new Error('thirteen breaks all who came with it');
        const asked = calls.filter(({ input }) => input.n !== 404);
        await recordEach(
          tx,
          asked.map(({ actor, input }) => ({ actor, label: 'drawer.looked', facts: { n: input.n } })),
        );
        return calls.map(({ actor, input }) =>
          input.n === 404 ? refuse('drawer.empty') : { n: input.n, together: calls.length, officer: actor.id },
        );
      },
    }),
    route(proposeContract, {
      access: may('document.cancel'),
      ledger: writes('approval.proposed'),
      handle: (tx, actor, input) => propose(tx, actor, 'resident.merge', input),
    }),
  ],
  proposables: [
    proposable<{ region: string }>({
      // A scope pair that heads of section and of office have.
      act: 'resident.merge',
      input: z.object({ region: z.string() }),
      region: async (_tx, { region }) => region,
      summary: async (tx) => ({ messageKey: 'drawer.emptied', values: { sheets: (await look(tx)).left } }),
      fingerprint: async (tx) => String((await look(tx)).left),
      execute: async (tx, actor) => {
        await run(tx, sql`update drawer.drawer set sheets = 0`);
        await record(tx, actor, { label: 'drawer.emptied' });
      },
    }),
  ],
};

/** Makes the drawer's table in the test file's database. */
export async function givenDrawer(superuser: Connection, sheets: number): Promise<void> {
  const client = new Client(superuser);
  await client.connect();
  await client.query(`
    create schema drawer; grant usage on schema drawer to jatidiri_app, jatidiri_system;
    create table drawer.drawer (sheets int not null constraint drawer_not_negative check (sheets >= 0));
    grant select, update on drawer.drawer to jatidiri_app, jatidiri_system;
    insert into drawer.drawer values (${sheets});`);
  await client.end();
}

function text(name: string) {
  return { id: `Coba ${name}`, en: `Try ${name}` };
}
