import type { ReactNode } from 'react';
import {
  HOLDER_PAGES,
  HOLDER_PATHS,
  type HolderPage,
  type HolderPageName,
} from '../../../src/cards/card/holder/schema.ts';
import { useSay } from '../../kit/text.tsx';
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

export function CodeForm({ data, ticket }: { data: HolderPage; ticket: string }) {
  const say = useSay(texts);
  const { page, faults, note } = data;
  return (
    <>
      <h1>{say(`${page}.title`)}</h1>
      <p className="lead" role="status">
        {say(note?.is === 'again' ? 'code.again' : 'code.sent')}
      </p>
      <Note note={note} />
      <HolderForm to={page}>
        <input type="hidden" name="tiket" value={ticket} />
        <TextInput
          name="kode"
          label={say('code')}
          hint={say('code.hint')}
          error={faults.includes('code') ? say('code.wrong') : null}
          required
          numeric
          oneTimeCode
        />
        {page !== 'where' && <p>{say(`${page}.effect`)}</p>}
        <button className="btn" type="submit">
          {say(`${page}.act`)}
        </button>
      </HolderForm>
      <Aside head={say('code.none')} text={say('code.none.how')}>
        <HolderForm to={page}>
          <input type="hidden" name="tiket" value={ticket} />
          <p className="row">
            <button className="btn quiet" type="submit" name="ulang" value="1">
              {say('code.resend')}
            </button>
            <a href={HOLDER_PATHS[page]}>{say('restart')}</a>
          </p>
        </HolderForm>
      </Aside>
    </>
  );
}

function Aside({ head, text, children }: { head: string; text: string; children?: ReactNode }) {
  return (
    <section>
      <h2>{head}</h2>
      <p>{text}</p>
      {children}
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
