/**
 * The simulator's HTTP interface: the contract of a capture service as docs/capture-service.md has it, with a body that nobody
 * has before it.
 * Always holds: it listens on loopback alone; it answers to its own names alone (a foreign name bent to 127.0.0.1 gets
 * nothing); `/v1` answers to the configured origins alone, and captures for a paired page alone; what was captured is gone
 * when the page has it, or after two minutes.
 */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  CAPTURE_PATHS,
  CAPTURE_REFUSALS,
  captureAskedShape,
  pairingShape,
  type CaptureRefusal,
} from '../../recording/enrolment/capture-service/contract.ts';
import { drawFace, bodySeed } from '../body/index.ts';
import { Pairing } from './pairing.ts';
import { perform, type Performance } from './perform.ts';
import { changedBy, devicesOn, type Stage } from './stage.ts';
import { stagePage, STAGE_HEADERS } from './window.ts';

export interface SimulatorGiven {
  readonly seed: string;
  readonly person: number;
  /** Origins of the pages that may ask; exactly these. */
  readonly origins: readonly string[];
  readonly port: number;
  readonly paceMs?: number;
  readonly onCode?: (code: string) => void;
}

export interface Simulator {
  readonly address: string;
  /** What the page must be told to be paired. */
  code(): string;
  close(): Promise<void>;
}

const KEPT_MS = 120_000;
const NAME = 'Simulator Jatidiri';

/** Listens on loopback. Rejects with `EADDRINUSE` where the port is taken. */
export async function openSimulator(given: SimulatorGiven): Promise<Simulator> {
  const app = Fastify({ logger: false, bodyLimit: 4096 });
  const pairing = new Pairing(given.onCode);
  let stage: Stage = {
    seed: given.seed,
    person: given.person,
    wear: 0.15,
    manner: 'still',
    missing: [],
    unplugged: [],
  };
  const performances = new Map<string, Performance>();
  const own = { port: given.port };
  let visits = 0;

  app.setErrorHandler((_, __, reply) => refuse(reply, 'bad_request'));
  app.setNotFoundHandler((_, reply) => refuse(reply, 'bad_request'));
  app.addHook('onRequest', async (request, reply) => {
    if (!hostsOf(own.port).includes(request.headers.host ?? '')) return refuse(reply, 'foreign_host');
    if (request.url.startsWith('/v1/')) return admitPage(request, reply, given.origins);
    // The own window changes things by POST, which another page could send as well.
    if (request.method === 'POST' && !hostsOf(own.port).some((host) => request.headers.origin === `http://${host}`))
      return refuse(reply, 'foreign_origin');
  });
  const paired = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!pairing.knows(request.headers.authorization)) return refuse(reply, 'not_paired');
  };
  const underWay = () => {
    for (const [id, { startedAt }] of performances) if (Date.now() - startedAt > KEPT_MS) performances.delete(id);
    return [...performances.values()].find(({ state: { state } }) => state === 'waiting' || state === 'capturing');
  };

  app.options('/v1/*', (_, reply) => reply.code(204).send());
  app.get(CAPTURE_PATHS.service, (request) => ({
    service: 'jatidiri-capture',
    version: 1,
    name: NAME,
    simulated: true,
    paired: pairing.knows(request.headers.authorization),
  }));
  app.post(CAPTURE_PATHS.pairing, (request, reply) => {
    const asked = pairingShape.safeParse(request.body);
    if (!asked.success) return refuse(reply, 'bad_request');
    const answer = pairing.pair(asked.data.code);
    return 'refused' in answer ? refuse(reply, answer.refused) : reply.send(answer);
  });
  app.get(CAPTURE_PATHS.devices, { onRequest: paired }, () => ({
    devices: devicesOn(stage, underWay()?.asked.modality ?? null),
  }));
  app.post(CAPTURE_PATHS.captures, { onRequest: paired }, (request, reply) => {
    const parsed = captureAskedShape.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'bad_request');
    const asked = parsed.data;
    const busy = underWay();
    const before = performances.get(asked.id);
    if (before) return reply.send(before.state);
    const device = devicesOn(stage, null).find(({ modality }) => modality === asked.modality);
    if (!device) return refuse(reply, 'no_device');
    if (asked.positions.length > device.atOnce) return refuse(reply, 'bad_request');
    if (device.state === 'unplugged') return refuse(reply, 'device_unplugged');
    if (busy) return refuse(reply, 'busy');
    const performance: Performance = {
      asked,
      state: { id: asked.id, state: 'waiting', progress: 0, failure: null, items: [] },
      cancelled: false,
      startedAt: Date.now(),
    };
    performances.set(asked.id, performance);
    void perform(performance, { stage: () => stage, visit: ++visits, paceMs: given.paceMs ?? 350 });
    return reply.code(201).send(performance.state);
  });
  app.get<{ Params: { id: string } }>(`${CAPTURE_PATHS.captures}/:id`, { onRequest: paired }, (request, reply) => {
    underWay();
    const performance = performances.get(request.params.id);
    return performance ? reply.send(performance.state) : refuse(reply, 'no_such_capture');
  });
  app.delete<{ Params: { id: string } }>(`${CAPTURE_PATHS.captures}/:id`, { onRequest: paired }, (request, reply) => {
    const performance = performances.get(request.params.id);
    if (!performance) return refuse(reply, 'no_such_capture');
    performance.cancelled = true;
    performances.delete(request.params.id);
    return reply.code(204).send();
  });

  showWindow(app, {
    stage: () => stage,
    change: (form) => (stage = changedBy(stage, form)),
    code: () => pairing.code,
    origins: given.origins,
  });
  await app.listen({ host: '127.0.0.1', port: given.port });
  own.port = (app.server.address() as { port: number }).port;
  return { address: `http://127.0.0.1:${own.port}`, code: () => pairing.code, close: () => app.close() };
}

const hostsOf = (port: number) => ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);

/** CORS for the configured origins and nobody else: without the header the browser keeps the answer from the page. */
async function admitPage(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]) {
  const { origin } = request.headers;
  void reply.header('vary', 'origin').header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
  if (origin === undefined || !origins.includes(origin)) return refuse(reply, 'foreign_origin');
  void reply.header('access-control-allow-origin', origin);
  if (request.method !== 'OPTIONS') return;
  void reply
    .header('access-control-allow-methods', 'GET, POST, DELETE')
    .header('access-control-allow-headers', 'authorization, content-type')
    .header('access-control-max-age', '600');
  if (request.headers['access-control-request-private-network'] === 'true')
    void reply.header('access-control-allow-private-network', 'true');
}

function refuse(reply: FastifyReply, code: CaptureRefusal) {
  return reply.code(CAPTURE_REFUSALS[code].status).send({ code, detail: CAPTURE_REFUSALS[code].when });
}

interface WindowGiven {
  readonly stage: () => Stage;
  readonly change: (form: URLSearchParams) => void;
  readonly code: () => string;
  readonly origins: readonly string[];
}

/** The simulator's own page: who sits there, what is wrong, and the pairing code. */
function showWindow(app: FastifyInstance, { stage, change, code, origins }: WindowGiven): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
  app.get('/', (_, reply) =>
    reply
      .headers(STAGE_HEADERS)
      .type('text/html; charset=utf-8')
      .send(stagePage(stage(), code(), origins)),
  );
  app.get('/orang.jpg', async (_, reply) =>
    reply
      .headers(STAGE_HEADERS)
      .type('image/jpeg')
      .send(await drawFace(bodySeed(stage().seed, stage().person), 0)),
  );
  app.post('/', (request, reply) => {
    if (!(request.body instanceof URLSearchParams)) return refuse(reply, 'bad_request');
    change(request.body);
    return reply.redirect('/', 303);
  });
}
