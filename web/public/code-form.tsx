import type { ComponentType, ReactNode } from 'react';
import { TextInput } from './text-input.tsx';

/** A code by message is entered, or asked for again: the same steps wherever somebody proves that a telephone or mailbox is his. */
export function CodeEntry(given: {
  head: string;
  lead: string;
  note: ReactNode;
  /** The form of the page, which says that one is offline and is sent once. */
  Form: ComponentType<{ children: ReactNode }>;
  ticket: string;
  /** What else the form carries along. */
  carried?: ReactNode;
  code: { label: string; hint: string; error: string | null };
  /** What happens with the press, where it is more than signing in. */
  effect?: string | undefined;
  act: string;
  none: { head: string; how: string; resend: string; restart: string; restartAt: string };
}) {
  const { Form, code, none } = given;
  const carried = (
    <>
      <input type="hidden" name="tiket" value={given.ticket} />
      {given.carried}
    </>
  );
  return (
    <>
      <h1>{given.head}</h1>
      <p className="lead" role="status">
        {given.lead}
      </p>
      {given.note}
      <Form>
        {carried}
        <TextInput name="kode" label={code.label} hint={code.hint} error={code.error} required numeric oneTimeCode />
        {given.effect && <p>{given.effect}</p>}
        <button className="btn" type="submit">
          {given.act}
        </button>
      </Form>
      <section>
        <h2>{none.head}</h2>
        <p>{none.how}</p>
        <Form>
          {carried}
          <p className="row">
            <button className="btn quiet" type="submit" name="ulang" value="1">
              {none.resend}
            </button>
            <a href={none.restartAt}>{none.restart}</a>
          </p>
        </Form>
      </section>
    </>
  );
}
