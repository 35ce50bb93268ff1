import { useEffect, useRef, type RefObject } from 'react';

/** For the heading of what takes the place of a step that had the focus: it is read out, and Tab goes on from here. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever has the focus elsewhere by now keeps it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
