import type { ReactNode } from 'react';
import type { ActState } from './act.ts';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

/** The button of a form, and beside it what became of the last press when no answer came. */
export function Submit({
  state,
  busy,
  children,
  wide,
}: {
  state: ActState;
  busy: string;
  children: ReactNode;
  wide?: boolean;
}) {
  const say = useSay(texts);
  const sending = state.at === 'sending';
  return (
    <>
      {state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{say('form.notSent')}</p>
        </div>
      )}
      {/* Not disabled while it sends: a disabled button loses the focus. The act's key keeps a second press harmless. */}
      <button type="submit" className={wide ? 'btn wide' : 'btn'} aria-disabled={sending}>
        {sending ? busy : children}
      </button>
    </>
  );
}
