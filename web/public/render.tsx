import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../../src/core/text/index.ts';
import { ReadingProvider } from '../kit/text.tsx';
import { FrameContext, type Frame } from './frame.ts';
import { pages } from './pages.ts';
import { PublicShell } from './shell/shell.tsx';

/** The ids of all pages, so that a room naming another is told when the house opens. */
export const pageIds: readonly string[] = Object.keys(pages);

/**
 * One public page as HTML, readable without JavaScript. `page` is an id of `pages.ts`, `data` what its room loaded. Refuses
 * an unknown id.
 */
export function render(page: string, data: unknown, language: Language, frame: Frame): string {
  const found = pages[page];
  if (!found) throw new Error(`no public page is called ${page}`);
  const { Page, title } = found;
  const html = renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title({ data: data as never, language })} · Jatidiri`}</title>
        <link rel="icon" type="image/svg+xml" href={frame.icon} />
        <link rel="stylesheet" href={frame.style} />
        <script type="module" src={frame.script} />
      </head>
      <body>
        <FrameContext value={frame}>
          <ReadingProvider language={language}>
            <PublicShell>
              <Page data={data as never} />
            </PublicShell>
          </ReadingProvider>
        </FrameContext>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
