import { useId, useState, type FormEvent } from 'react';
import { listCardsContract, requestCardContract } from '../../../../src/cards/card/contract.ts';
import { readContact, type ContactLanguage } from '../../../../src/cards/card/holder/rules.ts';
import { REQUEST_KINDS, type RequestKind } from '../../../../src/cards/card/request/rules.ts';
import { openPersonContract } from '../../../../src/register/resident/contract.ts';
import type { PersonView } from '../../../../src/register/resident/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { NotOpened, PersonStrip } from '../../person/person.tsx';
import { PurposeGate, usePurpose } from '../../purpose/purpose.tsx';
import { useLook } from '../../register/recorded.ts';
import { useSession } from '../../session.tsx';
import { ContactFields } from '../person/contact.tsx';
import { CardPage, Go, useGo } from '../go.tsx';
import { useForgetCards } from '../read.ts';
import { useCardWords } from '../words.ts';

/** A card for one person: who waits already is told where, who may not have it is told why. */
export function AskForCard() {
  const { say } = useCardWords();
  const ref = useFilter('orang')[0]!;
  return (
    <PurposeGate of={ref} title={say('ask.title')}>
      <Opened personRef={ref} />
    </PurposeGate>
  );
}

function Opened({ personRef }: { personRef: string }) {
  const { say } = useCardWords();
  const person = useLook(openPersonContract, { ref: personRef });
  const cards = useLook(listCardsContract, { ref: personRef });
  const error = person.error ?? cards.error;
  if (error) return <NotOpened error={error} again={() => void Promise.all([person.refetch(), cards.refetch()])} />;
  if (!person.data || !cards.data) return <Loading lines={10} />;
  const { request } = cards.data;
  return (
    <>
      <PersonStrip person={person.data} />
      <CardPage title={say('ask.title')}>
        {request ? <Waits request={request} /> : <AskForm person={person.data} contactKept={cards.data.contact} />}
      </CardPage>
    </>
  );
}

type Open = NonNullable<NonNullable<ReturnType<typeof useCards>['data']>['request']>;
const useCards = (ref: string) => useLook(listCardsContract, { ref });

function Waits({ request }: { request: Open }) {
  const { say, kind } = useCardWords();
  return (
    <div className="note waiting" role="status">
      <p>
        <b>{say('ask.open', { kind: kind(request.kind) })}</b>
      </p>
      {request.state === 'made' ? (
        <p>{say('ask.open.made')}</p>
      ) : request.here ? (
        <p>
          <Go to={`/cetak/${request.id}`}>{say('ask.open.print')}</Go>
        </p>
      ) : (
        <p>{say('ask.open.else')}</p>
      )}
    </div>
  );
}

interface Draft {
  readonly kind: RequestKind | null;
  readonly disaster: boolean;
  readonly policeLetter: string;
  readonly note: string;
  readonly contact: string;
  readonly language: ContactLanguage;
}

const EMPTY: Draft = { kind: null, disaster: false, policeLetter: '', note: '', contact: '', language: 'id' };

function AskForm({ person, contactKept }: { person: PersonView; contactKept: string | null }) {
  const { say, kind: kindWord } = useCardWords();
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const go = useGo();
  const group = useId();
  const { client } = useHouse();
  const { officer } = useSession();
  const { code: purpose } = usePurpose();
  const forget = useForgetCards();
  const form = `kartu.${person.ref}`;
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, ...readDraft<Partial<Draft>>(officer.id, form) }));
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, requestCardContract);
  const { kind, disaster, policeLetter, note, contact, language } = draft;
  const kept = useDraft(officer.id, form, draft, note + policeLetter + contact !== '' && state.at !== 'done');
  const malformed = contact.trim() !== '' && readContact(contact) === null;
  const noLetter = kind === 'loss' && policeLetter.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!kind || noLetter || malformed || state.at === 'sending') return;
    const letter = kind === 'loss' ? policeLetter.trim() : null;
    const given = { note: note.trim() || null, contact: contact.trim() || null, language };
    const done = await run({ ref: person.ref, kind, disaster, policeLetter: letter, ...given }, { purpose });
    if (done === null) return;
    dropDraft(officer.id, form);
    tell('done', say('ask.done', { name: person.name, number: done.number }));
    await forget();
    await go('');
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{say('ask.kind')}</legend>
        {REQUEST_KINDS.map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={kind === each} onChange={() => set({ kind: each })} />
            <span>
              {kindWord(each)}
              <span className="soft block">{say(`ask.${each}.about`)}</span>
            </span>
          </label>
        ))}
        {tried && !kind && (
          <p className="fault" role="alert">
            {say('ask.choose')}
          </p>
        )}
      </fieldset>
      {kind === 'loss' && (
        <TextField
          label={say('ask.police')}
          name="policeLetter"
          required
          autoComplete="off"
          maxLength={60}
          value={policeLetter}
          error={tried && noLetter ? say('ask.police.missing') : undefined}
          onChange={(event) => set({ policeLetter: event.target.value })}
        />
      )}
      <label className="tick">
        <input type="checkbox" checked={disaster} onChange={(event) => set({ disaster: event.target.checked })} />
        {say('ask.disaster')}
      </label>
      <ContactFields
        kept={contactKept}
        contact={contact}
        language={language}
        error={tried && malformed ? say('contact.wrong') : undefined}
        onChange={set}
      />
      <TextField
        label={say('ask.note')}
        name="note"
        autoComplete="off"
        maxLength={500}
        value={note}
        onChange={(event) => set({ note: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('sending')}>
        {say('ask.submit')}
      </Submit>
    </form>
  );
}
