import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

/**
 * What proves a number or a state, on the right, without leaving the page. Not a modal: the page behind stays alive and in
 * the order of tabs; Escape or the button closes it and focus goes back to where it was opened.
 */
export function EvidenceDrawer({
  title,
  open,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const say = useSay(texts);
  const heading = useId();
  const drawer = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);

  useEffect(() => {
    if (!open) return;
    opener.current = document.activeElement;
    drawer.current?.focus();
    return () => {
      // Only when focus would be lost with the drawer; a person who has moved on is left where he is.
      const lost = document.activeElement === document.body || drawer.current?.contains(document.activeElement);
      if (lost && opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, [open]);

  if (!open) return null;
  return (
    <aside
      ref={drawer}
      className="evidence"
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="btn plain" onClick={onClose}>
          {say('close')}
        </button>
      </div>
      {children}
    </aside>
  );
}
