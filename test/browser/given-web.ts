import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { fileURLToPath } from 'node:url';
import { PAGE_HEADERS, serveWeb } from '../../src/core/http/web.ts';
import { speaker } from '../../src/core/text/index.ts';
import type { Tx } from '../../src/core/db/index.ts';
import { buildWeb } from '../../web/build.ts';
import { buildGallery } from './gallery/bundle.ts';

export interface GivenWeb {
  readonly origin: string;
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

/** The web without a register behind it: what a browser sees before anyone has signed in, and the gallery of parts. */
export async function givenWeb(): Promise<GivenWeb> {
  await buildWeb();
  const gallery = await buildGallery();
  const app = fastify();
  await serveWeb(app, {
    dist: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    pages: [],
    // No page of this server reads the register.
    transact: (_, __, work) => work(undefined as unknown as Tx),
    speaker: speaker([]),
    specimen: true,
  });
  await app.register(fastifyStatic, {
    root: gallery,
    prefix: '/gallery/',
    decorateReply: false,
    setHeaders: (reply) => void reply.headers(PAGE_HEADERS),
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return { origin, app, close: () => app.close() };
}
