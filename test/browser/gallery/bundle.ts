import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { forProduction } from '../../../web/build.ts';

/** Builds the gallery into a folder of its own and gives the folder. */
export async function buildGallery(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'jatidiri-gallery-'));
  await forProduction(() =>
    build({
      configFile: false,
      logLevel: 'error',
      root: fileURLToPath(new URL('.', import.meta.url)),
      base: '/gallery/',
      plugins: [react()],
      build: {
        outDir,
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2000,
        emptyOutDir: true,
      },
    }),
  );
  return outDir;
}
