import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSay } from '../../kit/text.tsx';
import { texts, type TextKey } from './texts.ts';

function titleOf(
  matches: readonly { staticData: { title?: string }; globalNotFound?: boolean }[],
): TextKey | undefined {
  if (matches.some((match) => match.globalNotFound)) return 'screen.notFound';
  return matches.at(-1)?.staticData.title as TextKey | undefined;
}

/** The title of the page and who may open it. */
export function usePage(): { readonly title: TextKey | undefined; readonly scope: string | undefined } {
  const title = useRouterState({ select: ({ matches }) => titleOf(matches) });
  const scope = useRouterState({ select: ({ matches }) => matches.at(-1)?.staticData.scope });
  return { title, scope };
}

/** Names the window after the page, and moves focus to the page's heading after each change of page (not of its filters). */
export function usePageChange(): void {
  const say = useSay(texts);
  const { title } = usePage();
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(path);

  useEffect(() => {
    document.title = title ? `${say(title)} · Jatidiri` : 'Jatidiri';
  }, [title, say]);

  useEffect(() => {
    // A page that has put the cursor where its work begins (the search, the purpose) keeps it there.
    const begun = document.activeElement?.matches('main :is(input, select, textarea)') ?? false;
    if (before.current !== undefined && before.current !== path && !begun) {
      const heading = document.querySelector<HTMLElement>('main h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    }
    before.current = path;
  }, [path]);
}
