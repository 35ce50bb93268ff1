import type { ChoosePage, SessionsPage } from '../../../../src/sharing/citizen/sign-in/schema.ts';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import { Tag } from '../../../kit/tag.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { CitizenForm } from '../form.tsx';
import { texts } from './texts.ts';

const PATH = '/warga/masuk/pilih';

/** A password of one's own, or codes by message to the contact that the office has. */
export const Choose: PageOf<ChoosePage> = {
  title: ({ data, language }) => sayer(texts, language)(data.way === null ? 'choose.title' : 'choose.title.later'),
  Page: function ChooseView({ data }) {
    const say = useSay(texts);
    const { way, contact, back } = data;
    return (
      <>
        <h1>{say(way === null ? 'choose.title' : 'choose.title.later')}</h1>
        <p className="lead">
          {way === null ? say('choose.lead') : say(`choose.now.${way}`, { contact: contact ?? '' })}
        </p>
        <section>
          <h2>{say('choose.password')}</h2>
          <PasswordForm data={data} />
        </section>
        <section>
          <h2>{say('choose.message')}</h2>
          {contact === null ? (
            <p>{say('choose.message.none')}</p>
          ) : (
            <CitizenForm to={PATH}>
              <input type="hidden" name="ke" value={back} />
              <p>{say('choose.message.how', { contact })}</p>
              <button className="btn quiet" type="submit" name="cara" value="pesan">
                {say('choose.message.act')}
              </button>
            </CitizenForm>
          )}
        </section>
        <p>
          <a href={back}>{say('choose.later')}</a>
        </p>
      </>
    );
  },
};

function PasswordForm({ data }: { data: ChoosePage }) {
  const say = useSay(texts);
  const { faults, asksOld, back } = data;
  const wrong = faults.includes('password') ? say('new.short') : faults.includes('weak') ? say('new.weak') : null;
  return (
    <CitizenForm to={PATH}>
      <input type="hidden" name="ke" value={back} />
      {asksOld && (
        <TextInput
          name="lama"
          label={say('old')}
          hint={say('old.hint')}
          error={faults.includes('old') ? say('old.wrong') : null}
          required
          type="password"
          fill="current-password"
        />
      )}
      <TextInput
        name="sandi"
        label={say('new')}
        hint={say('new.hint')}
        error={wrong}
        required
        type="password"
        fill="new-password"
      />
      <TextInput
        name="ulangi"
        label={say('repeat')}
        hint={say('repeat.hint')}
        error={faults.includes('again') ? say('repeat.wrong') : null}
        required
        type="password"
        fill="new-password"
      />
      <button className="btn" type="submit">
        {say('choose.password.act')}
      </button>
    </CitizenForm>
  );
}

/** Where somebody is signed in; each can be ended from any other. */
export const Sessions: PageOf<SessionsPage> = {
  title: ({ language }) => sayer(texts, language)('sessions.title'),
  Page: function SessionsView({ data }) {
    const say = useSay(texts);
    const format = useFormat();
    return (
      <>
        <h1>{say('sessions.title')}</h1>
        <p className="lead">{say('sessions.lead')}</p>
        {data.ended && (
          <p className="note done" role="status">
            {say('sessions.ended')}
          </p>
        )}
        <ul className="plain-list">
          {data.sessions.map(({ id, way, begunAt, seenAt, here }) => (
            <li key={id}>
              <p>
                <b>{say('sessions.begun', { at: format.instant(begunAt) })}</b> {say(`way.${way}`)}
                {', '}
                {say('sessions.seen', { at: format.instant(seenAt) })}{' '}
                {here && <Tag standing="done">{say('sessions.here')}</Tag>}
              </p>
              {!here && (
                <CitizenForm to="/warga/sesi">
                  <button
                    className="btn quiet"
                    type="submit"
                    name="akhiri"
                    value={id}
                    aria-label={say('sessions.end.of', { at: format.instant(begunAt) })}
                  >
                    {say('sessions.end')}
                  </button>
                </CitizenForm>
              )}
            </li>
          ))}
        </ul>
        {data.sessions.length > 1 && (
          <CitizenForm to="/warga/sesi">
            <button className="btn" type="submit" name="akhiri" value="lain">
              {say('sessions.others')}
            </button>
          </CitizenForm>
        )}
        <p>
          <a href={`${PATH}?ke=${encodeURIComponent('/warga/sesi')}`}>{say('sessions.way')}</a>
        </p>
      </>
    );
  },
};

export const SignOut: PageOf<object> = {
  title: ({ language }) => sayer(texts, language)('out.title'),
  Page: function SignOutView() {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('out.title')}</h1>
        <CitizenForm to="/warga/keluar">
          <button className="btn" type="submit">
            {say('out.act')}
          </button>
        </CitizenForm>
      </>
    );
  },
};
