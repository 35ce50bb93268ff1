import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import type { Problem } from './problem.ts';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

/** A section of a whole-page form: its name on the left on wide screens, its fields on the right. */
export function FormSection({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <fieldset className="form-section">
      <legend>{title}</legend>
      {about && <p className="soft">{about}</p>}
      <div className="fields">{children}</div>
    </fieldset>
  );
}

export interface FaultLine {
  /** The `name` of the control. */
  readonly name: string;
  readonly label: string;
  readonly message: string;
}

/** All that is wrong, above the form, each line leading to its field; focus comes here when a send was refused. */
export function ErrorSummary({
  problem,
  faults,
  kept = true,
}: {
  problem?: Problem | null;
  faults: readonly FaultLine[];
  /** Whether what was filled in is still there, and worth saying. */
  kept?: boolean;
}) {
  const say = useSay(texts);
  const box = useRef<HTMLDivElement>(null);
  const shown = faults.length > 0 || Boolean(problem);
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, problem]);
  // Pressed again while something is still wrong: the press is answered here, not by silence.
  useEffect(() => {
    const form = shown ? box.current?.closest('form') : null;
    if (!form) return;
    const back = () => requestAnimationFrame(() => box.current?.focus());
    form.addEventListener('submit', back);
    return () => form.removeEventListener('submit', back);
  }, [shown]);
  if (!shown) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <b>{problem?.title ?? say('form.faults', { count: faults.length })}</b>
      {problem?.detail && <p>{problem.detail}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={fault.name}>
              <button type="button" onClick={() => focusControl(fault.name)}>
                {fault.label}: {fault.message}
              </button>
            </li>
          ))}
        </ul>
      )}
      {kept && <p className="soft">{say('form.kept')}</p>}
    </div>
  );
}

function focusControl(name: string) {
  const control = document.getElementsByName(name)[0];
  if (control) {
    control.focus();
    control.scrollIntoView({ block: 'center' });
  }
}

/** Puts the server's field faults beside their fields. Gives those whose field this form does not have. */
export function placeFaults<Values extends FieldValues>(
  problem: Problem,
  known: readonly FieldPath<Values>[],
  setError: UseFormSetError<Values>,
) {
  const names = new Set<string>(known);
  const homeless = problem.errors.filter((fault) => !names.has(fault.path));
  for (const fault of problem.errors) {
    if (names.has(fault.path)) setError(fault.path as FieldPath<Values>, { type: fault.code, message: fault.message });
  }
  return homeless;
}
