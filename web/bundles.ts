import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** The web's folder, and where its bundles go. */
export const WEB = fileURLToPath(new URL('.', import.meta.url));
export const DIST = `${WEB}dist`;

const SHARED: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  envDir: false,
  plugins: [react()],
  // Fonts and pictures stay files of their own: the pages' policy allows no data: addresses.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    emptyOutDir: true,
    reportCompressedSize: false,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
};

/** Where what finds faces is served, and the files of it; the folder's name carries the digest of all. */
export interface FaceAssets {
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * The thread that finds faces before the camera, apart from the app: it is fetched by who records people, and it alone may
 * compile WebAssembly (src/core/http/web.ts).
 */
export function faceBundle(outDir: string): InlineConfig {
  return {
    ...SHARED,
    root: `${WEB}staff`,
    plugins: [],
    build: {
      ...SHARED.build,
      manifest: false,
      outDir,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        input: `${WEB}staff/enrolment/capture/face/thread.ts`,
        output: { format: 'iife', entryFileNames: 'thread.js' },
      },
    },
  };
}

/** The staff app: a page of its own, its screens fetched when they are opened. */
export function staffBundle(outDir: string, face: FaceAssets): InlineConfig {
  return {
    ...SHARED,
    root: `${WEB}staff`,
    base: '/aset/petugas/',
    define: { FACE: JSON.stringify(face) },
    build: { ...SHARED.build, outDir, assetsDir: '', rolldownOptions: { input: `${WEB}staff/index.html` } },
  };
}

/** The service worker: one file without a digest in its name, because the browser asks for it by that name for ever. */
export function offlineBundle(
  outDir: string,
  shell: { version: string; files: readonly string[] },
  face: FaceAssets,
): InlineConfig {
  return {
    ...SHARED,
    root: `${WEB}staff`,
    plugins: [],
    define: { SHELL: JSON.stringify(shell), FACE: JSON.stringify(face) },
    build: {
      ...SHARED.build,
      manifest: false,
      emptyOutDir: false,
      outDir,
      rolldownOptions: {
        input: `${WEB}staff/service-worker.ts`,
        output: { format: 'iife', entryFileNames: 'petugas-offline.js' },
      },
    },
  };
}

/** What a browser gets of the public pages: one sheet of style, and a script that brings the islands to life. */
export function publicBundle(outDir: string = `${DIST}/public`): InlineConfig {
  return {
    ...SHARED,
    root: `${WEB}public`,
    base: '/aset/publik/',
    build: { ...SHARED.build, outDir, assetsDir: '', rolldownOptions: { input: `${WEB}public/client.ts` } },
  };
}

/** The public pages for the server: Node reads no .tsx, so they are bundled, with React as it is for production. */
export function publicServerBundle(outDir: string = `${DIST}/server`): InlineConfig {
  return {
    ...SHARED,
    root: `${WEB}public`,
    ssr: { noExternal: true },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...SHARED.build,
      manifest: false,
      outDir,
      ssr: `${WEB}public/render.tsx`,
      rolldownOptions: { output: { entryFileNames: 'render.js' } },
    },
  };
}
