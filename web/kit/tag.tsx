import type { ReactNode } from 'react';

/** Where a thing stands. Each has a word and a shape besides its colour: round, triangle, octagon, square, ring. */
export type Standing = 'done' | 'waiting' | 'stopped' | 'sealed' | 'plain';

export function Tag({ standing, children }: { standing: Standing; children: ReactNode }) {
  return <span className={`tag ${standing}`}>{children}</span>;
}
