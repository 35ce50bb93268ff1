import { useState, type FormEvent } from 'react';
import { keepContactContract } from '../../../../src/cards/card/contract.ts';
import { CONTACT_LANGUAGES, readContact, type ContactLanguage } from '../../../../src/cards/card/holder/rules.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { useForgetCards } from '../read.ts';
import { useCardWords } from '../words.ts';

/** Where messages go, and in which language. What is on record is shown masked and is kept where the field stays empty. */
export function ContactFields(given: {
  kept: string | null;
  contact: string;
  language: ContactLanguage;
  required?: boolean;
  error?: string | undefined;
  onChange: (part: { contact?: string; language?: ContactLanguage }) => void;
}) {
  const { kept, contact, language, required, onChange } = given;
  const { say } = useCardWords();
  return (
    <>
      <TextField
        label={say(required ? 'contact.label' : 'contact.optional')}
        hint={kept && !required ? say('contact.hint.kept', { contact: kept }) : say('contact.hint')}
        name="contact"
        required={required ?? false}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        value={contact}
        error={given.error}
        onChange={(event) => onChange({ contact: event.target.value })}
      />
      {contact.trim() !== '' && (
        <ChoiceField
          label={say('contact.language')}
          name="language"
          choices={CONTACT_LANGUAGES.map((value) => ({ value, label: say(`contact.language.${value}`) }))}
          value={language}
          onChange={({ target: { value } }) => onChange({ language: value === 'en' ? 'en' : 'id' })}
        />
      )}
    </>
  );
}

/** On the person's page: taken down for who has none, so that he need not come again. */
export function ContactOf({ personRef, kept }: { personRef: string; kept: string | null }) {
  const { say } = useCardWords();
  const tell = useTell();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const forget = useForgetCards();
  const [contact, setContact] = useState('');
  const [language, setLanguage] = useState<ContactLanguage>('id');
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, keepContactContract);
  const wrong = readContact(contact) === null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong || state.at === 'sending') return;
    const done = await run({ ref: personRef, contact: contact.trim(), language }, { purpose });
    if (done === null) return;
    tell('done', say('contact.done', { contact: done.masked }));
    setContact('');
    setTried(false);
    await forget();
  };
  return (
    <section className="no-print">
      <h2>{say('contact.title')}</h2>
      <p>{kept ? say('contact.kept', { contact: kept }) : say('contact.none')}</p>
      <div className="card-acts">
        <details>
          <summary>{say('contact.change')}</summary>
          <form noValidate onSubmit={(event) => void submit(event)}>
            <p className="soft">{say('contact.about')}</p>
            <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
            <ContactFields
              kept={kept}
              contact={contact}
              language={language}
              required
              error={tried && wrong ? say('contact.wrong') : undefined}
              onChange={(part) => {
                if (part.contact !== undefined) setContact(part.contact);
                if (part.language) setLanguage(part.language);
              }}
            />
            <Submit state={state} busy={say('sending')}>
              {say('contact.submit')}
            </Submit>
          </form>
        </details>
      </div>
    </section>
  );
}
