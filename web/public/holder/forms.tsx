import type { ComponentType, ReactNode } from 'react';
import {
  HOLDER_PAGES,
  HOLDER_PATHS,
  type HolderPage,
  type HolderPageName,
} from '../../../src/cards/card/holder/schema.ts';
import { useSay } from '../../kit/text.tsx';
import { CodeEntry } from '../code-form.tsx';
import { Island } from '../island.tsx';
import { TextInput } from '../text-input.tsx';
import { texts } from './texts.ts';

/** A form to a page of the holder. Where there is a script it says that one is offline, and is sent once. */
export function HolderForm({ to, children }: { to: HolderPageName; children: ReactNode }) {
  const say = useSay(texts);
  return (
    <Island name="send" given={{ offline: say('offline'), sending: say('sending') }}>
      <form method="post" action={HOLDER_PATHS[to]} className="short-form">
        {children}
      </form>
    </Island>
  );
}

/** What went wrong with what was sent, or what came of it. */
function Note({ note }: Pick<HolderPage, 'note'>) {
  const say = useSay(texts);
  if (note === null || note.is === 'again') return null;
  const text =
    note.is === 'wait'
      ? say('note.wait', { minutes: note.minutes })
      : note.is === 'wrong'
        ? say('note.wrong', { left: note.left })
        : say(`note.${note.is}`);
  return (
    <div className="note waiting" role="alert">
      <p>{text}</p>
    </div>
  );
}

export function AskForm({ data }: { data: HolderPage }) {
  const say = useSay(texts);
  const { page, faults, typed } = data;
  return (
    <>
      <h1>{say(`${page}.title`)}</h1>
      <p className="lead">{say(`${page}.lead`)}</p>
      <Note note={data.note} />
      <HolderForm to={page}>
        <TextInput
          name="nomor"
          label={say('number')}
          hint={say('number.hint')}
          value={typed.number}
          error={faults.includes('number') ? say('number.wrong') : null}
          required
        />
        <TextInput
          name="lahir"
          label={say('birth')}
          hint={say('birth.hint')}
          value={typed.birth}
          error={faults.includes('birth') ? say('birth.wrong') : null}
          required
          numeric
        />
        <button className="btn" type="submit">
          {say('send')}
        </button>
      </HolderForm>
      <Aside head={say('no.contact')} text={say('no.contact.how')} />
      <Others page={page} />
    </>
  );
}

/** One form a page, so that it is the same component however often the page is drawn. */
const FORMS: Readonly<Record<HolderPageName, ComponentType<{ children: ReactNode }>>> = {
  where: ({ children }) => <HolderForm to="where">{children}</HolderForm>,
  report: ({ children }) => <HolderForm to="report">{children}</HolderForm>,
  lift: ({ children }) => <HolderForm to="lift">{children}</HolderForm>,
};

export function CodeForm({ data, ticket }: { data: HolderPage; ticket: string }) {
  const say = useSay(texts);
  const { page, faults, note } = data;
  return (
    <CodeEntry
      head={say(`${page}.title`)}
      lead={say(note?.is === 'again' ? 'code.again' : 'code.sent')}
      note={<Note note={note} />}
      Form={FORMS[page]}
      ticket={ticket}
      code={{
        label: say('code'),
        hint: say('code.hint'),
        error: faults.includes('code') ? say('code.wrong') : null,
      }}
      effect={page === 'where' ? undefined : say(`${page}.effect`)}
      act={say(`${page}.act`)}
      none={{
        head: say('code.none'),
        how: say('code.none.how'),
        resend: say('code.resend'),
        restart: say('restart'),
        restartAt: HOLDER_PATHS[page],
      }}
    />
  );
}

function Aside({ head, text }: { head: string; text: string }) {
  return (
    <section>
      <h2>{head}</h2>
      <p>{text}</p>
    </section>
  );
}

/** The other two pages. */
export function Others({ page }: { page: HolderPageName }) {
  const say = useSay(texts);
  return (
    <ul className="plain-list no-print">
      {HOLDER_PAGES.filter((each) => each !== page).map((each) => (
        <li key={each}>
          <a href={HOLDER_PATHS[each]}>{say(`to.${each}`)}</a>
        </li>
      ))}
    </ul>
  );
}
