import type { EnrolPage } from '../../../../src/sharing/portal/account/schema.ts';
import { sayer, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { NoteBox, PortalForm } from '../parts.tsx';
import { texts } from './texts.ts';

/** The invitation's code and a password of one's own. */
export const Enrol: PageOf<EnrolPage> = {
  title: ({ language }) => sayer(texts, language)('enrol'),
  Page: function EnrolView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('enrol')}</h1>
        <p className="lead">{say('enrol.lead')}</p>
        <NoteBox note={data.note} />
        <PortalForm to="/mitra/undangan">
          <TextInput
            name="kode"
            label={say('invitation')}
            hint={say('invitation.hint')}
            error={data.faults['kode'] ?? null}
            required
          />
          <TextInput
            name="sandi"
            label={say('new_password')}
            hint={say('new_password.hint')}
            error={data.faults['sandi'] ?? null}
            type="password"
            fill="new-password"
            required
          />
          <TextInput
            name="sandi-lagi"
            label={say('password_again')}
            hint={say('password_again.hint')}
            error={data.faults['sandi-lagi'] ?? null}
            type="password"
            fill="new-password"
            required
          />
          <button className="btn" type="submit">
            {say('enrol.act')}
          </button>
        </PortalForm>
        <p>
          <a href="/mitra/masuk">{say('enrol.known')}</a>
        </p>
      </>
    );
  },
};
