import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** The next page of a list whose every page is a recorded look: fetched when it is asked for, not by scrolling. */
export function More({
  query,
  count,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  count: number;
}) {
  const say = useSay(texts);
  if (!query.hasNextPage) return null;
  return (
    <p className="more no-print">
      <button
        type="button"
        className="btn quiet"
        aria-disabled={query.isFetchingNextPage}
        onClick={() => !query.isFetchingNextPage && void query.fetchNextPage()}
      >
        {query.isFetchingNextPage ? say('loadingMore') : say('more', { count })}
      </button>
    </p>
  );
}
