import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the form around a field from being sent while the field holds what cannot be sent as typed (31 February, half a
 * NIK): a value left out unseen would be worse than a refusal. The cursor goes to the field, which says what to do.
 */
export function useHoldBack(wrong: boolean, onHeld: () => void): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  const held = useRef(onHeld);
  held.current = onHeld;
  useEffect(() => {
    const form = input.current?.form;
    if (!wrong || !form) return;
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      held.current();
      input.current?.focus();
      input.current?.scrollIntoView({ block: 'center' });
    };
    // On the form itself: before the page's own listener, which stands further out.
    form.addEventListener('submit', hold);
    return () => form.removeEventListener('submit', hold);
  }, [wrong]);
  return input;
}
