import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { systemActor } from '../../src/core/access/index.ts';
import { newId } from '../../src/core/id/index.ts';
import type { ServerOptions } from '../../src/core/http/index.ts';
import {
  addOfficer,
  changePost,
  hashPassword,
  issueFirstRunCodes,
  registerFirstAdministrator,
  setPassword,
  type Role,
} from '../../src/register/officer/index.ts';
import { DITJEN_ID } from '../../src/register/office/index.ts';
import { givenHouse, type GivenHouse } from './house.ts';
import { patiently } from './patience.ts';

export const PASSWORD = 'kuda hijau makan awan';

export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of all shapes
  readonly body: any;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

export interface Caller {
  readonly officerId: string;
  /** What a client of one's own must send along. */
  readonly headers: Readonly<Record<string, string>>;
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export interface GivenServer extends GivenHouse {
  readonly app: FastifyInstance;
  /** Nobody signed in. */
  readonly anybody: Caller;
  /** An officer of the role at an office, signed in with `PASSWORD`. */
  officer(given: { role: Role; officeId?: string; username?: string }): Promise<Caller & { username: string }>;
  signIn(username: string, password?: string): Promise<Caller>;
  /** An open office of the region, under the one of its province (made if need be). */
  office(regionCode: string): Promise<string>;
}

/** A server on a house of its own in which the two first administrators (`satu`, `dua`) exist. */
export async function givenServer(
  options: Pick<NonNullable<Parameters<typeof givenHouse>[0]>, 'rooms' | 'config' | 'log'> & {
    server?: ServerOptions;
  } = {},
): Promise<GivenServer> {
  const given = await givenHouse({
    rooms: options.rooms,
    config: options.config,
    ...(options.log && { log: options.log }),
  });
  const app = await given.house.serve({ rateFactor: 1000, ...options.server });
  afterAll(() => app.close());
  await given.system(async (tx) => {
    const codes = await issueFirstRunCodes(tx);
    for (const [i, code] of codes.entries()) {
      const username = ['satu', 'dua'][i]!;
      await registerFirstAdministrator(tx, { code, username, name: `Administrator ${username}`, password: PASSWORD });
    }
  });
  // One hash for all: argon2id is slow on purpose.
  const hash = await hashPassword(PASSWORD);
  const offices = new Map<string, string>([['', DITJEN_ID]]);

  const caller = (officerId: string, cookies: Record<string, string>): Caller => ({
    officerId,
    headers: {
      cookie: Object.entries(cookies)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
      ...(cookies['jatidiri_csrf'] && { 'x-csrf-token': cookies['jatidiri_csrf'] }),
    },
    call: (method, path, body, headers = {}) =>
      patiently<Answer>(
        async () => {
          const answer = await app.inject({
            method,
            url: path,
            cookies,
            headers: {
              host: 'localhost',
              ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
              ...(cookies['jatidiri_csrf'] && { 'x-csrf-token': cookies['jatidiri_csrf'] }),
              ...headers,
            },
            ...(body !== undefined && { payload: body as object }),
          });
          const json = String(answer.headers['content-type']).includes('json');
          return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers };
        },
        ({ body: answered }) => answered?.code === 'ledger.behind',
      ),
  });

  async function signIn(username: string, password = PASSWORD): Promise<Caller> {
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/session',
      headers: { host: 'localhost' },
      payload: { username, password },
    });
    if (answer.statusCode !== 200) throw new Error(`${username} could not sign in: ${answer.body}`);
    const cookies = Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
    return caller(answer.json().officer.id, cookies);
  }

  async function office(regionCode: string): Promise<string> {
    const known = offices.get(regionCode);
    if (known) return known;
    const province = regionCode.length === 2;
    const parentId = province ? DITJEN_ID : await office(regionCode.slice(0, 2));
    const id = newId();
    // As the superuser's seed: this prepares, it is not what is tested.
    await given.system(async (tx) => {
      await tx.client.query(
        `insert into office.office (id, kind, name, region_code, zone, parent_id, opened_on)
         values ($1, $2, $3, $4, 'Asia/Jakarta', $5, '2010-01-01')`,
        [
          id,
          province ? 'provincial' : regionCode.length === 4 ? 'regency' : 'unit',
          `Kantor ${regionCode}`,
          regionCode,
          parentId,
        ],
      );
    });
    offices.set(regionCode, id);
    return id;
  }

  let made = 0;
  return {
    ...given,
    app,
    anybody: caller('', {}),
    signIn,
    office,
    async officer({ role, officeId = DITJEN_ID, username = `${role}${++made}` }) {
      const actor = systemActor('test');
      await given.system(async (tx) => {
        const { officerId } = await addOfficer(tx, actor, {
          username,
          name: `Petugas ${username}`,
          employeeNumber: null,
        });
        await setPassword(tx, officerId, hash);
        await tx.client.query(`update officer.officer set state = 'active' where id = $1`, [officerId]);
        await changePost(tx, actor, { change: 'grant', officerId, officeId, role, from: '2012-01-01', until: null });
      });
      return { ...(await signIn(username)), username };
    },
  };
}
