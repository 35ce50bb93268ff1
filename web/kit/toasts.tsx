import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';
import type { Standing } from './tag.tsx';

interface Toast {
  readonly id: number;
  readonly standing: Standing;
  readonly text: string;
}

type Tell = (standing: Standing, text: string) => void;
const TellContext = createContext<Tell>(() => {});

/** Says in a corner what has happened. */
export function useTell(): Tell {
  return useContext(TellContext);
}

/**
 * Messages stay until they are closed: a person at a counter looks up when the citizen has gone. Only the newest four are
 * kept, and the region is polite, so that a reader finishes its sentence.
 */
export function Toasts({ children }: { children: ReactNode }) {
  const say = useSay(texts);
  const next = useRef(0);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const tell = useCallback<Tell>((standing, text) => {
    const id = ++next.current;
    setToasts((before) => [...before.filter((toast) => toast.text !== text), { id, standing, text }].slice(-4));
  }, []);
  const close = (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id));
  return (
    <TellContext value={useMemo(() => tell, [tell])}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={`toast ${toast.standing}`}>
            <span className={`tag ${toast.standing}`}>{toast.text}</span>
            <button type="button" className="btn plain" onClick={() => close(toast.id)}>
              {say('close')}
            </button>
          </div>
        ))}
      </div>
    </TellContext>
  );
}
