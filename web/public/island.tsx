import type { ReactNode } from 'react';

/**
 * A part of a public page that comes to life in the browser, when there is a script: `islands/NAME.ts` takes the element over.
 * What stands inside is what a reader without JavaScript gets. Islands are plain functions: React would weigh more than the page.
 */
export function Island({ name, given, children }: { name: IslandName; given?: unknown; children: ReactNode }) {
  return (
    <div data-island={name} {...(given === undefined ? {} : { 'data-given': JSON.stringify(given) })}>
      {children}
    </div>
  );
}

export type IslandName = 'theme' | 'copy' | 'refresh' | 'send';
