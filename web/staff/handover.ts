import { useRouterState } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was typed into the search box on top, for the page that looks for people: it never stands in an address. */
    sought?: string;
  }
}

/** What the page before handed over in the history's state. */
export function useSought(): string | undefined {
  return useRouterState({ select: ({ location }) => location.state.sought });
}
