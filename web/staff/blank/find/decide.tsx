import { useId, useState, type FormEvent } from 'react';
import { decideFindContract } from '../../../../src/cards/blank/find/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useRefreshBlanks } from '../ask.ts';
import type { OpenedFind } from './find.tsx';
import { texts } from './texts.ts';

interface Draft {
  readonly how: 'confirm' | 'refuse' | null;
  readonly words: string;
}

/** A third officer decides, with what becomes of the pieces beside each choice; none is chosen beforehand. */
export function DecideFind({ find }: { find: OpenedFind }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const group = useId();
  const refresh = useRefreshBlanks();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `ditemukan.${find.id}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? { how: null, words: '' });
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, decideFindContract);
  const { how, words } = draft;
  const kept = useDraft(officer.id, form, draft, words !== '' && state.at !== 'done');
  const short = words.trim().length < 5;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!how || short || state.at === 'sending') return;
    if ((await run({ id: find.id, confirm: how === 'confirm', answer: words.trim() })) === null) return;
    dropDraft(officer.id, form);
    tell('done', say('decide.done', { number: find.number }));
    refresh();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={say('decide')}>
      <h2>{say('decide')}</h2>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{say('decide.question')}</legend>
        {(['confirm', 'refuse'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={group}
              checked={how === each}
              onChange={() => setDraft((before) => ({ ...before, how: each }))}
            />
            <span>
              {say(`decide.${each}`)}
              <span className="soft block">
                {each === 'confirm'
                  ? say('decide.confirm.about', { n: find.n, store: find.store })
                  : say('decide.refuse.about')}
              </span>
            </span>
          </label>
        ))}
        {tried && !how && (
          <p className="fault" role="alert">
            {say('decide.choose')}
          </p>
        )}
      </fieldset>
      <TextField
        label={say('decide.words')}
        hint={say('decide.hint')}
        name="answer"
        required
        autoComplete="off"
        maxLength={500}
        value={words}
        error={tried && short ? say('decide.hint') : undefined}
        onChange={(event) => setDraft((before) => ({ ...before, words: event.target.value }))}
      />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('decide.sending')}>
        {say('decide.submit')}
      </Submit>
    </form>
  );
}
