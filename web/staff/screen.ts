import type { ComponentType } from 'react';
import type { TextKey } from './shell/texts.ts';

/** The groups of the navigation, in their order. */
export const GROUPS = [
  'work',
  'register',
  'application',
  'recording',
  'cards',
  'sharing',
  'oversight',
  'system',
] as const;
export type Group = (typeof GROUPS)[number];

/**
 * One screen of the staff app. A new screen is a line here and a folder beside this file; what it needs is fetched when it
 * is first opened.
 */
export interface Screen {
  /** Under `/petugas`; `$name` for a part that varies. Never a NIK or a name. */
  readonly path: `/petugas/${string}`;
  /** The page's title, and its word in the navigation. */
  readonly title: TextKey;
  /** Who may open it; absent: every officer. To anybody else the frame says so in its place. */
  readonly scope?: string;
  /** Absent: reached from other pages only. */
  readonly navigation?: { readonly group: Group };
  readonly load: () => Promise<ComponentType>;
}
