import type { FormEvent, ReactNode } from 'react';
import { useFormat, useSay } from './text.tsx';
import { texts } from './texts.ts';

export interface GreatActGiven {
  readonly title: string;
  /** What will happen, in one sentence. */
  readonly sentence: string;
  readonly numbers: readonly { readonly label: string; readonly value: ReactNode }[];
  /** Of exactly what will run; the second person compares it, so it is never cut short. */
  readonly hash: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly expiresAt: string;
  /** Who may decide, in words. */
  readonly mayApprove: string;
  /** The fresh assertion: password or passkey. */
  readonly assertion?: ReactNode;
  /** Buttons; none of them is the form's default. */
  readonly acts: ReactNode;
}

/** A page of its own for what cannot be taken back. Enter does nothing here: the officer reads, then presses. */
export function GreatAct(given: GreatActGiven) {
  const say = useSay(texts);
  const format = useFormat();
  const nothing = (event: FormEvent) => event.preventDefault();
  return (
    <form className="great-act" onSubmit={nothing}>
      <h1 className="page-title" tabIndex={-1}>
        {given.title}
      </h1>
      <p className="lead">{given.sentence}</p>
      <dl className="figures">
        {given.numbers.map((number) => (
          <div key={number.label}>
            <dt>{number.label}</dt>
            <dd>{number.value}</dd>
          </div>
        ))}
      </dl>
      <dl className="facts">
        <dt>{say('great.hash')}</dt>
        <dd className="hash">{given.hash}</dd>
        <dt>{say('great.proposedBy')}</dt>
        <dd>
          {given.proposedBy}, {format.instant(given.proposedAt)}
        </dd>
        <dt>{say('great.mayApprove')}</dt>
        <dd>{given.mayApprove}</dd>
        <dt>{say('great.expires')}</dt>
        <dd>{format.instant(given.expiresAt)}</dd>
      </dl>
      {given.assertion}
      <div className="row acts">{given.acts}</div>
    </form>
  );
}
