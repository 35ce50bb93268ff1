import type { ReactNode } from 'react';
import type { FirstPage, Note, SignInPage } from '../../../../src/sharing/citizen/sign-in/schema.ts';
import { sayer, useSay } from '../../../kit/text.tsx';
import { CodeEntry } from '../../code-form.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { CitizenForm } from '../form.tsx';
import { texts } from './texts.ts';

const PATH = '/warga/masuk';
const FIRST = '/warga/masuk/pertama';

/** Number and password, or a code by message; below, the way for who comes the first time. */
export const SignIn: PageOf<SignInPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function SignInView({ data }) {
    return data.ticket ? <CodeForm data={data} ticket={data.ticket} /> : <Start data={data} />;
  },
};

function NoteBox({ note, wrong }: { note: Note; wrong?: string }) {
  const say = useSay(texts);
  if (note === null || note.is === 'again' || note.is === 'offline') return null;
  if (note.is === 'out')
    return (
      <p className="note done" role="status">
        {say('note.out')}
      </p>
    );
  const text =
    note.is === 'wait'
      ? say('note.wait', { minutes: note.minutes })
      : note.is === 'wrong_code'
        ? say('note.wrong_code', { left: note.left })
        : note.is === 'wrong'
          ? (wrong ?? say('note.wrong'))
          : say('note.over');
  return (
    <div className="note waiting" role="alert">
      <p>{text}</p>
    </div>
  );
}

function Start({ data }: { data: SignInPage }) {
  const say = useSay(texts);
  const { faults, typed, back, note } = data;
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="lead">{say('lead')}</p>
      <NoteBox note={note} />
      <CitizenForm to={PATH}>
        <input type="hidden" name="ke" value={back} />
        <TextInput
          name="nik"
          label={say('nik')}
          hint={say('nik.hint')}
          value={typed.nik}
          error={faults.includes('nik') ? say('nik.wrong') : null}
          required
          numeric
        />
        <TextInput
          name="sandi"
          label={say('password')}
          hint={say('password.hint')}
          error={faults.includes('password') ? say('password.missing') : null}
          type="password"
          fill="current-password"
        />
        <p className="row">
          <button className="btn" type="submit">
            {say('enter')}
          </button>
          <button className="btn quiet" type="submit" name="cara" value="pesan">
            {say('bymessage')}
          </button>
        </p>
      </CitizenForm>
      <section>
        <h2>{say('first.title')}</h2>
        <p>{say('first.how')}</p>
        <p>
          <a href={`${FIRST}?ke=${encodeURIComponent(back)}`}>{say('first.to')}</a>
        </p>
      </section>
      <section>
        <h2>{say('forgot')}</h2>
        <p>{say('forgot.how')}</p>
      </section>
    </>
  );
}

function SignInForm({ children }: { children: ReactNode }) {
  return <CitizenForm to={PATH}>{children}</CitizenForm>;
}

function CodeForm({ data, ticket }: { data: SignInPage; ticket: string }) {
  const say = useSay(texts);
  const { faults, note, back } = data;
  return (
    <CodeEntry
      head={say('title')}
      lead={say(note?.is === 'again' ? 'code.again' : 'code.sent')}
      note={<NoteBox note={note} />}
      Form={SignInForm}
      ticket={ticket}
      carried={<input type="hidden" name="ke" value={back} />}
      code={{
        label: say('code'),
        hint: say('code.hint'),
        error: faults.includes('code') ? say('code.wrong') : null,
      }}
      act={say('enter')}
      none={{
        head: say('code.none'),
        how: say('code.none.how'),
        resend: say('code.resend'),
        restart: say('restart'),
        restartAt: PATH,
      }}
    />
  );
}

/** The first time: number, card, and the code from the counter. */
export const First: PageOf<FirstPage> = {
  title: ({ language }) => sayer(texts, language)('first.title.page'),
  Page: function FirstView({ data }) {
    const say = useSay(texts);
    const { faults, typed, back, note } = data;
    return (
      <>
        <h1>{say('first.title.page')}</h1>
        <p className="lead">{say('first.lead')}</p>
        <NoteBox note={note} wrong={say('first.wrong')} />
        <CitizenForm to={FIRST}>
          <input type="hidden" name="ke" value={back} />
          <TextInput
            name="nik"
            label={say('nik')}
            hint={say('nik.hint')}
            value={typed.nik}
            error={faults.includes('nik') ? say('nik.wrong') : null}
            required
            numeric
          />
          <TextInput
            name="kartu"
            label={say('card')}
            hint={say('card.hint')}
            value={typed.card}
            error={faults.includes('card') ? say('card.wrong') : null}
            required
          />
          <TextInput
            name="kode"
            label={say('office')}
            hint={say('office.hint')}
            error={faults.includes('code') ? say('office.wrong') : null}
            required
          />
          <button className="btn" type="submit">
            {say('enter')}
          </button>
        </CitizenForm>
        <section>
          <h2>{say('first.title')}</h2>
          <p>{say('first.how')}</p>
          <p>
            <a href={PATH}>{say('title')}</a>
          </p>
        </section>
      </>
    );
  },
};
