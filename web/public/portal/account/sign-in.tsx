import type { SignInPage } from '../../../../src/sharing/portal/account/schema.ts';
import { sayer, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { NoteBox, PortalForm } from '../parts.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/masuk';

/** Address and password, then a code. Every way to fail looks the same. */
export const SignIn: PageOf<SignInPage> = {
  title: ({ language }) => sayer(texts, language)('sign_in'),
  Page: function SignInView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('sign_in')}</h1>
        <p className="lead">{say(data.step === 'code' ? `code.lead.${data.by ?? 'message'}` : 'sign_in.lead')}</p>
        <NoteBox note={data.note} />
        {data.step === 'code' && data.ticket ? (
          <CodeForm data={data} ticket={data.ticket} />
        ) : (
          <PasswordForm data={data} />
        )}
      </>
    );
  },
};

function PasswordForm({ data }: { data: SignInPage }) {
  const say = useSay(texts);
  return (
    <>
      <PortalForm to={PATH} fields={{ ke: data.back }}>
        <TextInput
          name="surel"
          label={say('mail')}
          hint={say('mail.hint')}
          value={data.mail}
          type="email"
          fill="username"
          required
        />
        <TextInput
          name="sandi"
          label={say('password')}
          hint={say('password.hint')}
          type="password"
          fill="current-password"
          required
        />
        <button className="btn" type="submit">
          {say('go_on')}
        </button>
      </PortalForm>
      <section>
        <h2>{say('no_access')}</h2>
        <ul className="plain-list">
          <li>
            {say('no_access.invited')} <a href="/mitra/undangan">{say('no_access.redeem')}</a>
          </li>
          <li>{say('no_access.forgotten')}</li>
          <li>{say('no_access.none')}</li>
        </ul>
      </section>
    </>
  );
}

function CodeForm({ data, ticket }: { data: SignInPage; ticket: string }) {
  const say = useSay(texts);
  const by = data.by ?? 'message';
  const fields = { tiket: ticket, cara: by, ke: data.back };
  return (
    <>
      <PortalForm to={PATH} fields={fields}>
        <TextInput name="kode" label={say('code')} hint={say(`code.hint.${by}`)} required numeric oneTimeCode />
        <button className="btn" type="submit">
          {say('enter')}
        </button>
      </PortalForm>
      <section>
        <h2>{say('code.none')}</h2>
        <p>{say(`code.none.${by}`)}</p>
        {by === 'message' && (
          <PortalForm to={PATH} fields={{ ...fields, ulang: '1' }}>
            <button className="btn quiet" type="submit">
              {say('code.again')}
            </button>
          </PortalForm>
        )}
        <p>
          <a href={PATH}>{say('restart')}</a>
        </p>
      </section>
    </>
  );
}
