import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { fileURLToPath } from 'node:url';
import { serveWeb, staffHeaders } from '../../src/core/http/web.ts';
import type { House } from '../../src/house.ts';
import { loadRegions } from '../../src/register/region/index.ts';
import { CAPTURE_ADDRESS, CAPTURE_META } from '../../src/recording/enrolment/capture-service/contract.ts';
import { systemActor } from '../../src/core/access/index.ts';
import { buildWeb } from '../../web/build.ts';
import { buildGallery } from './gallery/bundle.ts';

export interface GivenWeb {
  readonly origin: string;
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

/** A house's server with its web, on a free port of loopback; `gallery` puts the parts of all screens beside it;
 * `captureService` is what its pages may reach on the station. */
export async function givenWeb(
  house: House,
  { gallery = false, captureService = CAPTURE_ADDRESS } = {},
): Promise<GivenWeb> {
  await buildWeb();
  const parts = gallery ? await buildGallery() : null;
  await house.database.transact('system', systemActor('test'), (tx) => loadRegions(tx, house.ground.regions));
  const app = await house.serve({
    rateFactor: 1000,
    extend: async (server) => {
      await serveWeb(server, {
        dist: fileURLToPath(new URL('../../web/dist', import.meta.url)),
        pages: house.rooms.flatMap((room) => room.pages ?? []),
        visitors: house.rooms.flatMap((room) => room.visitors ?? []),
        mustKeepUp: () => house.ground.ledger.mustBeAlive(),
        transact: (role, actor, work) => house.database.transact(role, actor, work),
        speaker: house.speaker,
        specimen: true,
        onStation: { [CAPTURE_META]: captureService },
        closed: () => house.doorkeeper.firstRunPending(),
        rateFactor: 1000,
      });
      if (!parts) return;
      await server.register(fastifyStatic, {
        root: parts,
        prefix: '/gallery/',
        decorateReply: false,
        setHeaders: (reply) => void reply.headers(staffHeaders({ [CAPTURE_META]: captureService })),
      });
    },
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return { origin, app, close: () => app.close() };
}
