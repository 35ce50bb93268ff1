import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../core/config/index.ts';
import { serveWeb } from '../core/http/web.ts';
import type { House } from '../house.ts';
import { CAPTURE_META } from '../recording/enrolment/capture-service/contract.ts';

/** Where `web/build.ts` puts what it builds. */
const DIST = join(import.meta.dirname, '../../web/dist');

/** False in a fresh clone. */
export function webIsBuilt(): boolean {
  return existsSync(join(DIST, 'server/render.js'));
}

/** Adds the staff app and the public pages of all rooms to the server. */
export function pageOfRooms(house: House, config: Config): (app: FastifyInstance) => Promise<void> {
  return (app) =>
    serveWeb(app, {
      dist: DIST,
      pages: house.rooms.flatMap((room) => room.pages ?? []),
      visitors: house.rooms.flatMap((room) => room.visitors ?? []),
      mustKeepUp: () => house.ground.ledger.mustBeAlive(),
      transact: house.database.transact,
      speaker: house.speaker,
      specimen: !config.production,
      onStation: { [CAPTURE_META]: config.captureService },
      closed: () => house.doorkeeper.firstRunPending(),
    });
}
