import { Fragment, type FormEvent, type ReactNode } from 'react';
import { useFormat, useSay } from './text.tsx';
import { texts } from './texts.ts';

export interface GreatActGiven {
  readonly title: string;
  /** What will happen, in one sentence. */
  readonly sentence: string;
  readonly state?: ReactNode;
  readonly numbers: readonly { readonly label: string; readonly value: ReactNode }[];
  /** What the second person compares, `name: value` each; hashes wrap. */
  readonly details?: readonly string[];
  /** Of exactly what will run; the second person compares it, so it is never cut short. */
  readonly hash: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly expiresAt: string;
  /** Who may decide, in words. */
  readonly mayApprove: string;
  /** Who decided, when and why, once somebody has. */
  readonly decision?: string | null;
  /** The fresh proof and the buttons; none of them is the form's default. */
  readonly children?: ReactNode;
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
      {given.state && <p>{given.state}</p>}
      <p className="lead">{given.sentence}</p>
      {given.numbers.length > 0 && (
        <dl className="figures">
          {given.numbers.map((number) => (
            <div key={number.label}>
              <dt>{number.label}</dt>
              <dd>{number.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <dl className="facts">
        {given.details?.map((detail) => {
          const [name = '', ...rest] = detail.split(': ');
          const value = rest.join(': ');
          return (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd {...(/^[0-9a-f ]{32,}$/.test(value) ? { className: 'hash' } : {})}>{value}</dd>
            </Fragment>
          );
        })}
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
        {given.decision && (
          <>
            <dt>{say('great.decision')}</dt>
            <dd>{given.decision}</dd>
          </>
        )}
      </dl>
      {given.children}
    </form>
  );
}
