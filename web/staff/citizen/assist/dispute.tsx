import { useState, type FormEvent } from 'react';
import { disputeAssistedContract } from '../../../../src/sharing/citizen/assisted/contract.ts';
import type { AssistedLook } from '../../../../src/sharing/citizen/assisted/schema.ts';
import { WORDS } from '../../../../src/sharing/citizen/dispute/rules.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { texts } from './texts.ts';

/** "Bukan saya" about one look of an institution, in the words of who stands at the counter, or without any. */
export function DisputeOf({
  assistanceId,
  look,
  again,
}: {
  assistanceId: string;
  look: AssistedLook;
  again: () => void;
}) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const act = useAct(client, disputeAssistedContract);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const said = words.trim();
  const short = said !== '' && said.length < WORDS.least;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || act.state.at === 'sending') return;
    const given = { id: assistanceId, entry: look.entryId, ...(said !== '' && { words: said }) };
    if (!(await act.run(given, { purpose }))) return;
    tell('done', say('dispute.done'));
    again();
  };
  return (
    <details className="act">
      <summary>
        {say('dispute')}
        <span className="unseen">: {look.who}</span>
      </summary>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p>{say('dispute.about')}</p>
        <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} />
        <TextField
          name="words"
          label={say('dispute.words')}
          hint={say('dispute.words.hint')}
          value={words}
          maxLength={WORDS.most}
          autoComplete="off"
          error={tried && short ? say('dispute.words.short') : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
        <Submit state={act.state} busy={say('dispute.acting')}>
          {say('dispute.act')}
        </Submit>
      </form>
    </details>
  );
}
