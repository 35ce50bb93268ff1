import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { forProduction } from '../../../web/build.ts';

/** `capture.ts` as one script for a page. */
export async function captureScript(): Promise<string> {
  const built = await forProduction(() =>
    build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        minify: false,
        lib: { entry: fileURLToPath(new URL('capture.ts', import.meta.url)), formats: ['iife'], name: 'capture' },
      },
    }),
  );
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}
