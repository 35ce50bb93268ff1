import { Readable } from 'node:stream';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { mustSatisfy, publicActor, purposesOf, refuseAccess, type Actor } from '../access/index.ts';
import { newId } from '../id/index.ts';
import { keyOf, requestHash } from '../idempotency/index.ts';
import { silentLog } from '../log/index.ts';
import { Refusal } from '../refusal/index.ts';
import type { Language } from '../text/index.ts';
import { act, type Cookie, type Done, type StillFacts } from './act.ts';
import { CSRF_COOKIE, mustCarryToken, mustComeFromUs, SESSION_COOKIE } from './csrf.ts';
import { docs } from './docs.ts';
import { takeFormsOrJson } from './form-or-json.ts';
import { gatherer } from './gather.ts';
import { attachment, originOf, SECURITY_HEADERS, STRICT_TRANSPORT } from './headers.ts';
import { MOST_BODY_BYTES, readInput } from './input.ts';
import { languageOf } from './language.ts';
import { requestMetrics } from './metrics.ts';
import { STREAM_TYPES } from './openapi.ts';
import { probes } from './probes.ts';
import { faultOfOurs, PROBLEM_TYPE, oauthProblem, problemOf, retryAfter } from './problem.ts';
import { mustHaveLeft, rateCounter, type RateCounter } from './rate.ts';
import { receive, streamCounter } from './receive.ts';
import { refuseHttp } from './refusals.ts';
import type { Caller, Refused, Route } from './route.ts';
import type { Admitted, Serving } from './serving.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the session is known; refusals before that speak by `Accept-Language` alone. */
    actor: Actor | null;
    origin: string;
    /** Of partners' calls: what was found before the body was read. */
    admitted: Admitted | null;
    /** The body as it came, of JSON. */
    rawBody: string;
    /** The code of the refusal that was answered. */
    refused: string | null;
  }
}

/** Who sends slower than that holds a connection and nothing else: his head, then the whole of what he sends; and how often one looks. */
const HEAD_MS = 20_000;
const REQUEST_MS = 30_000;
const LOOK_MS = 5_000;

/** What an open route takes from one address unless it says otherwise. */
const OPEN_PER_MINUTE = 600;

/**
 * The server over all rooms' routes; not listening yet. In order, each step before the next looks at anything: host,
 * origin, rate, session or token, first run, access, CSRF; only then the body is read, the input parsed and the act done.
 */
export async function buildServer(serving: Serving): Promise<FastifyInstance> {
  const { options = {}, speaker } = serving;
  const app = fastify({
    bodyLimit: MOST_BODY_BYTES,
    exposeHeadRoutes: false,
    // A paper's code is 190 characters of an address.
    routerOptions: { maxParamLength: 256 },
    genReqId: () => newId(),
    trustProxy: options.trustProxy ? [options.trustProxy].flat() : false,
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEAD_MS, connectionsCheckingInterval: LOOK_MS },
  });
  const log = serving.log ?? silentLog();
  const metrics = requestMetrics();
  app.decorateRequest('actor', null);
  app.decorateRequest('origin', '');
  app.decorateRequest('admitted', null);
  app.decorateRequest('rawBody', '');
  app.decorateRequest('refused', null);
  await app.register(cookie);
  await app.register(multipart);
  takeJson(app);

  app.addHook('onRequest', async (request, reply) => {
    const origin = originOf(request.headers.host, options.publicOrigin);
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    if (options.publicOrigin?.startsWith('https:')) reply.header('strict-transport-security', STRICT_TRANSPORT);
    if (origin === null) throw refuseHttp('http.foreign_page', { detail: 'host' });
    request.origin = origin;
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    // The pattern, not the address: an address may hold a reference to a person.
    const { id: requestId, method, actor } = request;
    if (request.admitted && actor)
      serving.partnerAnswered?.(actor.id, { refused: request.refused, ms: reply.elapsedTime });
    const ms = Math.round(reply.elapsedTime);
    log.info({ requestId, method, route, status: reply.statusCode, ms, actor: actor?.pseudonym }, 'answered');
  });
  app.setErrorHandler((fault, request, reply) => sendFault(serving, fault, request, reply));
  app.setNotFoundHandler((request, reply) => sendFault(serving, refuseHttp('http.not_found'), request, reply));

  const purposes = purposesOf(serving.rooms.flatMap(({ texts }) => texts ?? []));
  const doors = new Map<string, RateCounter>();
  const routes = serving.rooms.flatMap((room) => room.routes ?? []);
  const streams = streamCounter();
  for (const route of routes.filter(({ contract }) => !contract.form && contract.kind !== 'stream'))
    addRoute(app, route);
  // No other route takes forms, so that no page can write here with a bare <form>.
  await app.register(async (scope) => {
    takeForms(scope);
    for (const route of routes.filter(({ contract }) => contract.form === true)) addRoute(scope, route);
  });
  await app.register(async (scope) => {
    takeFormsOrJson(scope);
    for (const route of routes.filter(({ contract }) => contract.form === 'or_json')) addRoute(scope, route);
  });

  // Bytes are left where they are, for the route to take: no other route has a body that nobody has measured.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(STREAM_TYPES, (_request, body, done) => done(null, body));
    for (const route of routes.filter(({ contract }) => contract.kind === 'stream')) addRoute(scope, route);
  });

  function addRoute(where: FastifyInstance, route: Route): void {
    const { contract, access } = route;
    const rate = route.rate ?? (access.rule === 'open' ? { perMinute: OPEN_PER_MINUTE } : null);
    const counter = rate && counterOf(`${contract.path} ${rate.perMinute}`, rate.perMinute);
    const gather = route.handleMany ? gatherer(serving, route) : null;
    where.route({
      method: contract.method,
      url: contract.path,
      ...(contract.mostBytes !== undefined && { bodyLimit: contract.mostBytes }),
      config: { form: contract.form === true, refused: route.refused },
      onRequest: (request, reply) => admit(route, counter, request, reply),
      handler: async (request, reply) => {
        if (route.open) return takeStream(route, request, reply);
        const checking = request.admitted?.body?.(request.rawBody);
        if (checking) await checking;
        if (!gather) return answer(route, request, reply);
        const input = await readInput(contract, request, speaker);
        const caller = callerOf(request);
        const call = route.who ? await asks(route.who, { request, input, caller }) : { actor: request.actor!, input };
        const outcome = await gather({ ...call, caller });
        return send({ outcome, cookies: [] }, request, reply);
      },
    });
  }

  function counterOf(name: string, perMinute: number): RateCounter {
    let counter = doors.get(name);
    if (!counter) doors.set(name, (counter = rateCounter({ perMinute: perMinute * (options.rateFactor ?? 1) })));
    return counter;
  }

  /** Everything that is decided before the body is looked at. */
  async function admit(route: Route, counter: RateCounter | null, request: FastifyRequest, reply: FastifyReply) {
    const writes = route.contract.method !== 'GET';
    if (writes) mustComeFromUs(request.headers);
    if (counter) mustHaveLeft(counter.count(request.ip), (name, value) => reply.header(name, value));
    if (!route.beforeFirstRun && (await serving.doorkeeper.firstRunPending())) {
      throw refuseHttp('http.first_run_pending');
    }
    if (route.access.rule === 'partner') {
      await admitPartner(request, reply);
      await serving.mustKeepUp?.();
      return;
    }
    const token = request.cookies[SESSION_COOKIE];
    const officer = token ? await serving.doorkeeper.actorOf(token) : null;
    request.actor = withRequest(officer, request);
    mustSatisfy(route.access, request.actor);
    if (writes && officer) mustCarryToken(request.headers, request.cookies[CSRF_COOKIE], token!);
    // Signing in stays possible: somebody must be able to look.
    if (route.access.rule === 'may' && 'writes' in route.ledger) await serving.mustKeepUp?.();
  }

  async function admitPartner(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { method, url, ip, headers, origin } = request;
    request.actor = publicActor(languageOf(headers['accept-language'], undefined));
    // RFC 6750 section 3, RFC 9449 section 7.1: taken away again when he is let in.
    reply.header('www-authenticate', 'Bearer, DPoP algs="EdDSA ES256 PS256"');
    if (!serving.gatekeeper) throw refuseAccess('access.not_a_partner');
    const admitted = await serving.gatekeeper.admit({ method, url: `${origin}${url}`, ip, headers });
    reply.removeHeader('www-authenticate');
    request.admitted = admitted;
    const language = languageOf(headers['accept-language'], admitted.actor.language);
    request.actor = admitted.actor.language === language ? admitted.actor : { ...admitted.actor, language };
  }

  /** What an open route may not disclose while the ledger does not keep up, it may not either. */
  async function asks(
    who: NonNullable<Route['who']>,
    { request, input, caller }: { request: FastifyRequest; input: unknown; caller: Caller },
  ) {
    const call = await who(serving.ground!, input as never, { actor: request.actor!, caller });
    request.actor = call.actor;
    await serving.mustKeepUp?.();
    return call;
  }

  function withRequest(officer: Actor | null, request: FastifyRequest): Actor {
    const language = languageOf(request.headers['accept-language'], officer?.language);
    if (!officer) return publicActor(language);
    const purpose = request.headers['jatidiri-purpose'];
    if (purpose === undefined) return officer.language === language ? officer : { ...officer, language };
    if (typeof purpose !== 'string' || !purposes.has(purpose)) {
      request.actor = { ...officer, language };
      throw refuseAccess('access.purpose_unknown', { values: { purpose: String(purpose).slice(0, 60) } });
    }
    return { ...officer, language, purpose };
  }

  async function answer(route: Route, request: FastifyRequest, reply: FastifyReply) {
    const { contract } = route;
    const keyed = contract.method !== 'GET' && !contract.repeatable;
    const key = keyed ? keyOf(request.headers['idempotency-key']) : null;
    const input = await readInput(contract, request, speaker);
    const done = await act(serving, {
      route,
      actor: request.actor!,
      input,
      facts: factsOf(request),
      keyed: key === null ? null : { key, hash: requestHash(`${contract.method} ${contract.path}`, input) },
    });
    return send(done, request, reply);
  }

  /** Where it goes, then the bytes, then the act: no transaction is open while the line is waited for. */
  async function takeStream(route: Route, request: FastifyRequest, reply: FastifyReply) {
    const { contract } = route;
    const actor = request.actor!;
    const input = (await readInput(contract, request, speaker)) as object;
    const facts = factsOf(request);
    const ended = streams.begin(actor.id);
    try {
      const sink = await serving.transact('app', actor, (tx) =>
        route.open!(tx, actor, input as never, { ...facts, setCookie: () => {}, afterRefusal: () => {} }),
      );
      const length = request.headers['content-length'];
      const received = await receive(request.body as Readable, sink, {
        mostBytes: contract.mostBytes!,
        contentLength: length === undefined ? undefined : Number(length),
        digest: request.admitted?.digest,
      });
      return send(
        await act(serving, { route, actor, input: { ...input, received }, facts, keyed: null }),
        request,
        reply,
      );
    } finally {
      ended();
    }
  }

  function send({ outcome, cookies }: Done, request: FastifyRequest, reply: FastifyReply) {
    for (const given of cookies) setCookie(reply, given, request.origin);
    reply.header('cache-control', 'no-store');
    switch (outcome.kind) {
      case 'nothing':
        return reply.code(204).send();
      case 'json':
        return reply.type('application/json; charset=utf-8').send(outcome.json);
      case 'file':
        reply.type(outcome.file.mediaType).header('content-disposition', attachment(outcome.file.fileName));
        return reply.send(outcome.file.bytes);
      case 'download': {
        const { mediaType, fileName, byteCount, pieces } = outcome.download;
        reply.type(mediaType).header('content-disposition', attachment(fileName));
        if (byteCount !== null) reply.header('content-length', byteCount);
        return reply.send(Readable.from(pieces, { objectMode: false }));
      }
    }
  }

  await app.register(probes(serving, metrics));
  await app.register(docs(serving));
  await options.extend?.(app);
  return app;
}

const NOTHING_PROVED = { once: [], bound: false, signed: false } as const;

function factsOf(request: FastifyRequest): StillFacts {
  const { cookies, ip, headers, origin } = request;
  const userAgent = (headers['user-agent'] ?? '').slice(0, 300);
  // Only partners' calls carry proofs; who else calls with a key that is none is told so where keys are looked at.
  const caller = request.admitted ? callerOf(request) : { ...NOTHING_PROVED, ip, idempotencyKey: null };
  return { cookies, ip, userAgent, headers, origin, caller };
}

function callerOf({ ip, headers, admitted }: FastifyRequest): Caller {
  const key = headers['idempotency-key'];
  const { once, bound, signed } = admitted ?? NOTHING_PROVED;
  return { ip, idempotencyKey: key === undefined ? null : keyOf(key), once, bound, signed };
}

function setCookie(reply: FastifyReply, { name, value, maxAgeSeconds }: Cookie, origin: string): void {
  reply.setCookie(name, value ?? '', {
    path: '/',
    sameSite: 'strict',
    secure: origin.startsWith('https:'),
    // Only the token that our pages send back may be read by them.
    httpOnly: name !== CSRF_COOKIE,
    ...(value === null ? { maxAge: 0 } : maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
  });
}

// Fastify's own parser refuses an empty body; a write without fields has one.
function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.rawBody = body as string;
    if (body.length === 0) done(null, {});
    else void parse(request, body as string, done);
  });
}

function takeForms(scope: FastifyInstance): void {
  scope.removeContentTypeParser('application/json');
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
    const fields = [...new URLSearchParams(body as string)];
    // RFC 6749 section 3.2: no parameter twice.
    const twice = new Set(fields.map(([name]) => name)).size < fields.length;
    if (twice) done(refuseHttp('http.body_unreadable'));
    else done(null, Object.fromEntries(fields));
  });
}

function sendFault(serving: Serving, fault: unknown, request: FastifyRequest, reply: FastifyReply) {
  const language: Language = request.actor?.language ?? languageOf(request.headers['accept-language'], undefined);
  const refusal = refusalIn(fault);
  request.refused = refusal?.code ?? 'http.fault_of_ours';
  if (!refusal) {
    const { id: requestId, routeOptions } = request;
    serving.log?.fault('http.request', fault, { requestId, route: routeOptions.url });
    return reply
      .code(500)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify(faultOfOurs(serving.speaker, language, request.id)));
  }
  const seconds = retryAfter(refusal);
  if (seconds !== null) reply.header('retry-after', seconds);
  const { form, refused } = request.routeOptions.config as { form?: boolean; refused?: Refused };
  reply.header('cache-control', 'no-store');
  if (refused) {
    const { status, json } = refused(refusal, (code, values) => serving.speaker.say('id', code, values));
    return reply.code(status).type('application/json; charset=utf-8').send(json);
  }
  const problem = problemOf(refusal, serving.speaker, language, request.id);
  return reply
    .code(refusal.status)
    .type(form ? 'application/json; charset=utf-8' : PROBLEM_TYPE)
    .send(JSON.stringify(form ? oauthProblem(problem, refusal) : problem));
}

// Fastify's own refusals by their status; their words may quote what was sent.
function refusalIn(fault: unknown): Refusal | null {
  if (fault instanceof Refusal) return fault;
  const { statusCode } = fault as { statusCode?: unknown };
  if (statusCode === 413) return refuseHttp('http.body_too_large');
  if (statusCode === 415) return refuseHttp('http.media_type');
  if (statusCode === 503) return refuseHttp('http.not_ready');
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return refuseHttp('http.body_unreadable');
  return null;
}
