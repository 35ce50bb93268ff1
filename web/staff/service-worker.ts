/// <reference lib="webworker" />
/**
 * Keeps the staff app's shell on the device, so that a reload at a counter without a network still opens it. Never keeps
 * an answer of /v1: a person's data lives in the server and on the screen, nowhere between.
 */
export {};
declare const self: ServiceWorkerGlobalScope;
/** Put in by the build: a digest of all files, and their addresses. */
declare const SHELL: { version: string; files: string[] };
/** What finds faces: kept by the page that records people when it is first opened, under the name of its folder. */
declare const FACE: { folder: string; files: string[] };

const CACHE_PREFIX = 'jatidiri-';
const CACHE = CACHE_PREFIX + SHELL.version;
/** Agrees with `cacheName` in enrolment/capture/face/finder.ts. */
const KEPT = [CACHE, CACHE_PREFIX + FACE.folder];
const PAGE = '/petugas';
const ANSWER_WITHIN_MS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      await cache.addAll([PAGE, ...SHELL.files]);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(
        names
          .filter((name) => name.startsWith(CACHE_PREFIX) && !KEPT.includes(name))
          .map((name) => caches.delete(name)),
      );
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && url.pathname.startsWith(PAGE)) event.respondWith(page(request));
  else if (url.pathname.startsWith('/aset/') || url.pathname.startsWith(FACE.folder)) event.respondWith(asset(request));
});

/** The network's page when it answers soon, else the kept one: at a counter a slow line is worse than an older shell. */
async function page(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    if (response.ok) return response;
  } catch {
    // No network, or too slow a one.
  }
  return (await caches.match(PAGE)) ?? Response.error();
}

/** Assets carry their digest in their name: what is kept is what the network would give. */
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
