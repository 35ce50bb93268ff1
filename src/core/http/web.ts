/**
 * The web: serves what `web/build.ts` built, and renders the public pages that rooms declare.
 * Always holds: a page allows no script and no style but our own files, names no outside host, and is cached only when its
 * name carries the digest of its content; a public page is readable without JavaScript; no NIK or name is read from an address.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { publicActor, type Actor } from '../access/index.ts';
import type { DbRole, Tx } from '../db/index.ts';
import { Refusal } from '../refusal/index.ts';
import type { UploadedFile } from './contract.ts';
import { readForm } from './input.ts';
import { mustHaveLeft, rateCounter } from './rate.ts';
import { refuseHttp } from './refusals.ts';
import type { RateLimit } from './route.ts';
import {
  Download,
  Elsewhere,
  keepSession,
  sendFile,
  signInPath,
  tokenOf,
  type SessionChange,
  type SetSession,
  type VisitorDoor,
  type VisitorKind,
} from './visitor.ts';
import { LANGUAGES, type Language, type Speaker } from '../text/index.ts';

export interface PublicRequest {
  readonly language: Language;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** What a form on the page sent by POST; `null` when the page was only opened. Personal data comes this way alone. */
  readonly form: Readonly<Record<string, string>> | null;
  /** The one file that came with the form of a page that takes one; what it truly is is for the room to inspect. */
  readonly file?: UploadedFile | null;
  readonly ip: string;
  /** Scheme, host and port under which the reader knows us. */
  readonly origin: string;
  /** Who is here: the signed-in visitor of a page that wants one, else the public. */
  readonly actor: Actor;
  /** The token of a visitor's session, where the browser brought one. */
  readonly sessionOf: (kind: VisitorKind) => string | null;
  /** Begins or ends (`null`) a visitor's session in this browser. */
  readonly setSession: SetSession;
}

/** A page for everyone, rendered on the server. A room puts its pages into `Room.pages`. */
export interface PublicPage<Data = unknown> {
  /** `/periksa-dokumen`, with `:names` for params. */
  readonly path: `/${string}`;
  /** The component's id in `web/public/pages.ts`. */
  readonly component: string;
  /** The page has a form that is sent to its own address by POST. */
  readonly takesForm?: boolean;
  /** The form may bring a file (`multipart/form-data`), so that it works without a script. */
  readonly takesFile?: boolean;
  /** Who must be signed in; without a living session the reader is sent to sign in, and back. */
  readonly visitor?: VisitorKind;
  /** How often one address may send the form, or open the page where its path has params; else 600 a minute. */
  readonly rate?: RateLimit;
  /** The status of the answer where the data itself says that something was refused; else 200. */
  readonly status?: (data: Data) => number;
  /** `null`: there is no such thing, answered with 404. */
  readonly load: (tx: Tx, request: PublicRequest) => Promise<Data | Elsewhere | Download | null>;
}

/** Declares a public page; only keeps its type together. */
export function publicPage<Data>(given: PublicPage<Data>): PublicPage {
  return given as unknown as PublicPage;
}

export interface WebServing {
  /** The folder that `web/build.ts` filled. */
  readonly dist: string;
  readonly pages: readonly PublicPage[];
  /** Who recognises visitors; each kind once. */
  readonly visitors: readonly VisitorDoor[];
  /** Refuses while the ledger does not keep up: what a visitor may see or do stops then. */
  readonly mustKeepUp?: () => Promise<void>;
  readonly transact: <Result>(role: DbRole, actor: Actor, work: (tx: Tx) => Promise<Result>) => Promise<Result>;
  readonly speaker: Speaker;
  /** False only where the certificate of an issuing authority is configured. */
  readonly specimen: boolean;
  /** True while the first two administrators are missing: until then no public page answers. */
  readonly closed?: () => Promise<boolean>;
  /** Multiplies every rate limit; tests raise it. */
  readonly rateFactor?: number;
  /** Addresses on the officer's own machine that the staff app may ask, under the names by which it finds them (in `meta`). */
  readonly onStation?: Readonly<Record<string, string>>;
}

// Agrees with `Frame` in web/public/frame.ts, which the server may not import.
interface Frame {
  readonly path: string;
  readonly query: string;
  readonly paths: readonly string[];
  readonly specimen: boolean;
  readonly visitor: VisitorKind | null;
  readonly style: string;
  readonly script: string;
  readonly icon: string;
}

interface PublicBundle {
  readonly pageIds: readonly string[];
  render(page: string, data: unknown, language: Language, frame: Frame): string;
}

const policyOf = (connect: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob:",
    ["connect-src 'self'", ...connect].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * For the one script that compiles WebAssembly: it finds faces before the camera, in a thread of its own that has no page.
 * A thread keeps the policy that came with its own file, so no page has to allow it.
 */
const THREAD_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** The headers of every page. */
export const PAGE_HEADERS = {
  'content-security-policy': policyOf([]),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-store',
} as const;

/** The headers of a page of the staff app, which may also ask what stands on the officer's own machine. */
export function staffHeaders(onStation: WebServing['onStation'] = {}) {
  const addresses = Object.values(onStation);
  if (addresses.some((address) => new URL(address).origin !== address))
    throw new Error('an address on the station is a scheme, host and port');
  return { ...PAGE_HEADERS, 'content-security-policy': policyOf(addresses) };
}

const LANGUAGE_COOKIE = 'jatidiri_bahasa';
const LONGEST_FORM_BYTES = 16 * 1024;
const PER_MINUTE = 600;
/** What no search engine shall look into: officers' pages, and addresses that stand on one person's paper. */
const ROBOTS = `User-agent: *\n${['/petugas', '/masuk', '/siapkan', '/periksa/', '/ikuti-permohonan', '/warga', '/mitra', '/v1/'].map((path) => `Disallow: ${path}\n`).join('')}`;

/** Adds the staff app, its service worker and the public pages to `app`. Refuses a page whose component was not built. */
export async function serveWeb(app: FastifyInstance, serving: WebServing): Promise<void> {
  if (!existsSync(join(serving.dist, 'server/render.js'))) {
    throw new Error('the web has not been built: run node web/build.ts');
  }
  await serveAssets(app, serving.dist);
  await serveStaff(app, serving);
  await servePublic(app, serving);
}

async function serveAssets(app: FastifyInstance, dist: string): Promise<void> {
  for (const [prefix, folder] of [
    ['/aset/petugas/', 'staff'],
    ['/aset/publik/', 'public'],
    // Under the staff app's own path: a thread whose script lies elsewhere is not given to its service worker.
    ['/petugas-wajah/', 'face'],
  ] as const) {
    await app.register(fastifyStatic, {
      root: join(dist, folder),
      prefix,
      decorateReply: false,
      preCompressed: true,
      index: false,
      immutable: true,
      maxAge: '365d',
      allowedPath: (path) => !path.endsWith('.html') && !path.endsWith('petugas-offline.js') && !path.includes('.vite'),
      setHeaders: (reply) => {
        void reply.header('x-content-type-options', 'nosniff').header('cross-origin-resource-policy', 'same-origin');
        if (folder === 'face') void reply.header('content-security-policy', THREAD_POLICY);
      },
    });
  }
}

async function serveStaff(app: FastifyInstance, { dist, onStation = {} }: WebServing): Promise<void> {
  const names = Object.entries(onStation).map(([name, address]) => `<meta name="${name}" content="${address}" />`);
  const page = (await readFile(join(dist, 'staff/index.html'), 'utf8')).replace('</head>', `${names.join('')}</head>`);
  const worker = await readFile(join(dist, 'staff/petugas-offline.js'));
  const headers = staffHeaders(onStation);
  const givePage = (_: FastifyRequest, reply: FastifyReply) =>
    reply.headers(headers).type('text/html; charset=utf-8').send(page);
  for (const path of ['/masuk', '/masuk/*', '/siapkan', '/petugas', '/petugas/*']) app.get(path, givePage);
  app.get('/petugas-offline.js', (_, reply) =>
    reply
      .headers({ ...headers, 'cache-control': 'no-cache' })
      .type('text/javascript; charset=utf-8')
      .send(worker),
  );
}

async function servePublic(app: FastifyInstance, serving: WebServing): Promise<void> {
  const bundle = (await import(pathToFileURL(join(serving.dist, 'server/render.js')).href)) as PublicBundle;
  const unknown = serving.pages.find(({ component }) => !bundle.pageIds.includes(component));
  if (unknown)
    throw new Error(`the public page ${unknown.path} names ${unknown.component}, which web/public/pages.ts lacks`);
  const unguarded = serving.pages.find(
    ({ visitor }) => visitor && !serving.visitors.some(({ kind }) => kind === visitor),
  );
  if (unguarded) throw new Error(`nobody recognises the visitors of ${unguarded.path}`);
  const renderer = await rendererOf(bundle, serving);

  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LONGEST_FORM_BYTES },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.get('/robots.txt', (_, reply) => reply.type('text/plain; charset=utf-8').send(ROBOTS));
    for (const page of [...serving.pages, ...ownPages(serving.pages)]) {
      const factor = serving.rateFactor ?? 1;
      const opened = rateCounter({ perMinute: PER_MINUTE * factor });
      const asked = page.rate ? rateCounter({ perMinute: page.rate.perMinute * factor }) : opened;
      const answer = (request: FastifyRequest, reply: FastifyReply) => {
        const asks = request.method === 'POST' || page.path.includes('/:');
        return renderer.answer(page, request, reply, (address) => {
          mustHaveLeft((asks ? asked : opened).count(address), (name, value) => reply.header(name, value));
        });
      };
      scope.get(page.path, answer);
      if (page.takesForm) scope.post(page.path, answer);
    }
    // A person with a mistyped address gets a page; a program the usual refusal.
    scope.get('/*', (request, reply) => {
      const wantsPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/v1/');
      return wantsPage ? renderer.answer(NOWHERE, request, reply) : reply.callNotFound();
    });
  });
}

const NOWHERE: PublicPage = { path: '/*', component: 'not-found', load: () => Promise.resolve(null) };

// The front page stands in until a room (the official statement) takes its place.
function ownPages(pages: readonly PublicPage[]): readonly PublicPage[] {
  if (pages.some(({ path }) => path === '/')) return [];
  return [{ path: '/', component: 'front', load: () => Promise.resolve({}) }];
}

async function rendererOf(bundle: PublicBundle, serving: WebServing) {
  const manifest = JSON.parse(await readFile(join(serving.dist, 'public/.vite/manifest.json'), 'utf8')) as Manifest;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry)!;
  const icon = Object.values(manifest).find(({ file }) => file.endsWith('.svg'));
  const address = (file: string) => `/aset/publik/${file}`;
  const assets = { style: address(entry.css![0]!), script: address(entry.file), icon: address(icon!.file) };
  const paths = serving.pages.map(({ path }) => path);

  /** The visitor's own language is that of the page he reads. */
  async function visitorOf(door: VisitorDoor, request: FastifyRequest, language: Language): Promise<Actor | null> {
    const token = tokenOf(request, door.kind);
    if (token === null) return null;
    const found = await serving.transact('app', publicActor(language), (tx) => door.find(tx, token));
    return found && { ...found, language };
  }

  return {
    async answer(
      page: PublicPage,
      request: FastifyRequest,
      reply: FastifyReply,
      count?: (address: string) => void,
    ): Promise<FastifyReply> {
      const language = languageOf(request, reply);
      const frame = {
        ...placeOf(request),
        paths,
        specimen: serving.specimen,
        visitor: page.visitor ?? null,
        ...assets,
      };
      const show = (component: string, data: unknown, status: number) =>
        send(request, reply.code(status), bundle.render(component, data, language, frame));
      try {
        if (await serving.closed?.()) return await show('closed', null, 503);
        if (request.method === 'POST') mustComeFromOurPage(request);
        count?.(request.ip);
        const door = serving.visitors.find(({ kind }) => kind === page.visitor);
        const actor = door ? await visitorOf(door, request, language) : publicActor(language);
        if (!actor) return await reply.headers(PAGE_HEADERS).redirect(signInPath(door!, request), 303);
        if (door) await serving.mustKeepUp?.();
        let sessions: SessionChange[] = [];
        const form = await formOf(page, request);
        const data = await serving.transact('app', actor, (tx) => {
          // A serialization failure brings us here again: nothing of the first attempt may remain.
          sessions = [];
          const setSession: SetSession = (kind, token, maxAgeSeconds) =>
            void sessions.push({ kind, token, maxAgeSeconds });
          return page.load(tx, { ...requestOf(request, language, actor), ...form, setSession });
        });
        for (const change of sessions) keepSession(reply, change, request.origin);
        if (data instanceof Elsewhere) return await reply.headers(PAGE_HEADERS).redirect(data.path, 303);
        if (data instanceof Download) return await sendFile(reply, data.file);
        if (data === null) return await show('not-found', null, 404);
        return await show(page.component, data, page.status?.(data) ?? 200);
      } catch (fault) {
        const refusal = fault instanceof Refusal ? fault : null;
        if (!refusal) request.log.error({ err: fault, page: page.path }, 'a public page failed');
        const saying = refusal ? serving.speaker.say(language, refusal.code, refusal.values) : null;
        const status = refusal?.status ?? 500;
        return show('failing', { saying, requestId: refusal ? null : request.id, status }, status);
      }
    },
  };
}

/** Where the reader is: the path, and the query without the choice of language. */
function placeOf(request: FastifyRequest): { path: string; query: string } {
  const [path, query] = request.url.split('?');
  const kept = new URLSearchParams(query);
  kept.delete('bahasa');
  return { path: path!, query: kept.toString() };
}

type Manifest = Readonly<Record<string, { file: string; css?: readonly string[]; isEntry?: boolean }>>;

function requestOf(
  request: FastifyRequest,
  language: Language,
  actor: Actor,
): Omit<PublicRequest, 'form' | 'setSession'> {
  return {
    actor,
    sessionOf: (kind) => tokenOf(request, kind),
    language,
    params: { ...(request.params as Record<string, string>) },
    query: { ...(request.query as Record<string, string>) },
    ip: request.ip,
    origin: request.origin,
  };
}

/** What a POST brought: fields, and a file where the page takes one. A part that is too large is refused like any body. */
async function formOf(
  { takesFile }: PublicPage,
  request: FastifyRequest,
): Promise<Pick<PublicRequest, 'form' | 'file'>> {
  if (request.method !== 'POST') return { form: null };
  if (!request.isMultipart()) return { form: request.body as Record<string, string> };
  if (!takesFile) throw refuseHttp('http.media_type');
  try {
    const { fields, file } = await readForm(request);
    const texts = Object.entries(fields as object).map(([name, value]) => [name, String(value)]);
    // A browser sends an empty part for a file that nobody chose.
    return { form: Object.fromEntries(texts), file: file && file.bytes.length > 0 ? file : null };
  } catch (fault) {
    if ((fault as { statusCode?: number }).statusCode === 413) throw refuseHttp('http.body_too_large');
    throw fault;
  }
}

// A look-up from a foreign page would let that page use its visitor's address to guess.
function mustComeFromOurPage(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Refusal('http.foreign_page', 403);
  }
}

/** The reader's language: asked for in the address (and then remembered), remembered, or the browser's; else Indonesian. */
function languageOf(request: FastifyRequest, reply: FastifyReply): Language {
  const asked = asLanguage((request.query as Record<string, string>)['bahasa']);
  if (asked) {
    void reply.header('set-cookie', `${LANGUAGE_COOKIE}=${asked}; Path=/; Max-Age=31536000; SameSite=Lax`);
    return asked;
  }
  const kept = /(?:^|;\s*)jatidiri_bahasa=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const browser = request.headers['accept-language']?.split(',')[0]?.slice(0, 2).toLowerCase();
  return asLanguage(kept) ?? asLanguage(browser) ?? 'id';
}

function asLanguage(text: string | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

const brotli = promisify(brotliCompress);

async function send(request: FastifyRequest, reply: FastifyReply, html: string): Promise<FastifyReply> {
  void reply
    .headers(PAGE_HEADERS)
    .header('vary', 'accept-encoding, accept-language, cookie')
    .type('text/html; charset=utf-8');
  if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(html);
  const bytes = await brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return reply.header('content-encoding', 'br').send(bytes);
}
