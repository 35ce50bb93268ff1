import { useId, useState, type FormEvent } from 'react';
import { printFailedContract } from '../../../../src/cards/card/contract.ts';
import { PRINT_FAULTS, type PrintFault } from '../../../../src/cards/card/print/rules.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { ChipFiles } from '../chip/chip-files.tsx';
import { CardFace } from '../face.tsx';
import { useGo } from '../go.tsx';
import { useForgetCards } from '../read.ts';
import { useCardWords } from '../words.ts';

/** The blank is taken: how did the print come out? A good one goes to somebody else, a bad one is spoiled with its reason. */
export function Outcome({ cardId, serial, name }: { cardId: string; serial: string; name: string }) {
  const { say } = useCardWords();
  const tell = useTell();
  const go = useGo();
  const good = () => {
    tell('done', say('print.good.done', { name }));
    void go('');
  };
  return (
    <>
      <p className="lead" role="status">
        {say('print.running', { serial })}
      </p>
      <CardFace cardId={cardId} />
      <p>
        <button type="button" className="btn" onClick={good}>
          {say('print.good')}
        </button>
      </p>
      <ChipFiles cardId={cardId} />
      <Failed cardId={cardId} />
    </>
  );
}

function Failed({ cardId }: { cardId: string }) {
  const { say } = useCardWords();
  const tell = useTell();
  const group = useId();
  const { client } = useHouse();
  const forget = useForgetCards();
  const [fault, setFault] = useState<PrintFault | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, printFailedContract);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!fault || state.at === 'sending') return;
    if ((await run({ id: cardId, fault, note: note.trim() || null })) === null) return;
    tell('done', say('print.failed.done', { fault: say(`fault.${fault}`) }));
    await forget();
  };
  return (
    <form noValidate className="card-act" onSubmit={(event) => void submit(event)}>
      <h2>{say('print.failed')}</h2>
      <p className="soft">{say('print.failed.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{say('print.fault')}</legend>
        {PRINT_FAULTS.map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={fault === each} onChange={() => setFault(each)} />
            <span>{say(`fault.${each}`)}</span>
          </label>
        ))}
        {tried && !fault && (
          <p className="fault" role="alert">
            {say('ask.choose')}
          </p>
        )}
      </fieldset>
      <TextField
        label={say('print.note')}
        name="note"
        autoComplete="off"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Submit state={state} busy={say('sending')}>
        {say('print.failed.submit')}
      </Submit>
    </form>
  );
}
