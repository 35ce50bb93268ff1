import { useId, useState, type FormEvent } from 'react';
import { handOverContract, keepProxyLetterContract } from '../../../../src/cards/card/contract.ts';
import type { HereCard } from '../../../../src/cards/card/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { FileDrop, type FileState } from '../../../kit/file-drop.tsx';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useGo } from '../go.tsx';
import { useForgetCards } from '../read.ts';
import { useCardWords } from '../words.ts';

const MOST_LETTER = 5_000_000;

/** The last step: what became of the old card, who came where it is a proxy, and the card is its holder's. */
export function HandForm({ card, proxy, may }: { card: HereCard; proxy: boolean; may: boolean }) {
  const { say } = useCardWords();
  const tell = useTell();
  const go = useGo();
  const group = useId();
  const { client } = useHouse();
  const forget = useForgetCards();
  const [taken, setTaken] = useState<boolean | null>(null);
  const [name, setName] = useState('');
  const [letter, setLetter] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, handOverContract);
  const noAnswer = card.old && taken === null;
  const noProxy = proxy && (name.trim() === '' || letter === null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (noAnswer || noProxy || !may || state.at === 'sending') return;
    const sent = {
      id: card.id,
      oldTaken: card.old ? taken : null,
      proxy: proxy ? { name: name.trim(), letterFileId: letter! } : null,
    };
    if ((await run(sent)) === null) return;
    tell('done', say('hand.done', { name: card.name }));
    await go('', 'counter');
    await forget();
  };
  return (
    <form noValidate className="card-act" onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      {proxy && (
        <>
          <TextField
            label={say('hand.proxy.name')}
            name="proxy"
            required
            autoComplete="off"
            maxLength={60}
            value={name}
            error={tried && name.trim() === '' ? say('hand.proxy.name.missing') : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <Letter cardId={card.id} missing={tried && letter === null} onKept={setLetter} />
        </>
      )}
      {card.old && (
        <fieldset className="options">
          <legend>{say('hand.old')}</legend>
          <p className="soft">{say('hand.old.about')}</p>
          {[true, false].map((each) => (
            <label key={String(each)}>
              <input type="radio" name={group} checked={taken === each} onChange={() => setTaken(each)} />
              <span>{say(each ? 'hand.old.yes' : 'hand.old.no')}</span>
            </label>
          ))}
          {tried && noAnswer && (
            <p className="fault" role="alert">
              {say('check.choose')}
            </p>
          )}
        </fieldset>
      )}
      {!may && (
        <p className={tried ? 'fault' : 'soft'} role={tried ? 'alert' : undefined}>
          {say(proxy ? 'hand.needs.proxy' : 'hand.needs')}
        </p>
      )}
      <Submit state={state} busy={say('sending')}>
        {say('hand.submit')}
      </Submit>
    </form>
  );
}

function Letter(given: { cardId: string; missing: boolean; onKept: (fileId: string) => void }) {
  const { say } = useCardWords();
  const kitSay = useSay(kitTexts);
  const { client } = useHouse();
  const [file, setFile] = useState<FileState>({ at: 'none' });
  const { run } = useAct(client, keepProxyLetterContract);
  const keep = async (chosen: File) => {
    const { name, size } = chosen;
    setFile({ at: 'sending', name, sent: 0, total: size });
    let why: string | null = null;
    const done = await run(
      { id: given.cardId },
      {
        file: chosen,
        onProgress: (sent, total) => setFile({ at: 'sending', name, sent, total }),
        onRefused: ({ title }) => (why = title),
      },
    );
    if (done === null) return setFile({ at: 'refused', name, why: why ?? kitSay('form.notSent') });
    setFile({ at: 'kept', name });
    given.onKept(done.fileId);
  };
  const state: FileState =
    given.missing && file.at === 'none' ? { at: 'refused', name: '', why: say('hand.proxy.letter.missing') } : file;
  return (
    <FileDrop
      label={say('hand.proxy.letter')}
      hint={say('hand.proxy.letter.hint')}
      accept={['.pdf', '.jpg', '.jpeg', '.png']}
      mostBytes={MOST_LETTER}
      state={state}
      onFile={(chosen) => void keep(chosen)}
    />
  );
}
