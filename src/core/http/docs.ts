import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { openApiOf } from './openapi.ts';
import type { Serving } from './serving.ts';
import type { Language } from '../text/index.ts';

// Its own greys and colours are too faint for small letters (WCAG AA).
const READABLE = `
  .light-mode { --scalar-color-3: #5f6670; --scalar-color-green: #006b43; --scalar-color-blue: #0b5c7a; --scalar-color-orange: #8a5a00; --scalar-color-red: #a3242b; --scalar-color-yellow: #7a5600; --scalar-color-purple: #5b4a86; }
  .dark-mode { --scalar-color-3: #a5a8ac; }
`;

/** `/openapi.json` (in English with `?bahasa=en`), and `/docs` to read it: Scalar from our own disk, asking no other host. */
export function docs(serving: Serving) {
  return async (app: FastifyInstance): Promise<void> => {
    const written: { [language in Language]?: string } = {};
    app.get('/openapi.json', async (request, reply) => {
      const language = (request.query as Record<string, string>)['bahasa'] === 'en' ? 'en' : 'id';
      written[language] ??= JSON.stringify(openApiOf(serving.rooms, language));
      return reply.type('application/json; charset=utf-8').send(written[language]);
    });
    const { default: reference } = await import('@scalar/fastify-api-reference');
    app.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')) {
        reply.header('content-security-policy', policyFor(payload));
        return payload.replace(/<html>/, '<html lang="id">');
      }
      return payload;
    });
    await app.register(reference, {
      routePrefix: '/docs',
      logLevel: 'silent',
      configuration: {
        sources: [
          { title: 'Bahasa Indonesia', url: '/openapi.json' },
          { title: 'English', url: '/openapi.json?bahasa=en' },
        ],
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
        customCss: READABLE,
      },
    });
  };
}

// The page's own inline scripts by their hash, and nothing else inline.
function policyFor(html: string): string {
  const hashes = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
