import { useId, useState, type FormEvent } from 'react';
import { openAssistanceContract } from '../../../../src/sharing/citizen/assisted/contract.ts';
import { ASSIST_REASONS, KNOWN, type AssistReason } from '../../../../src/sharing/citizen/assisted/rules.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { texts } from './texts.ts';

/** Nothing is opened before this: the card in the officer's hand, or how he knew the person without one. */
export function Presence({ personRef, onPresent }: { personRef: string; onPresent: (id: string) => void }) {
  const say = useSay(texts);
  const [knownName, reasonName] = [useId(), useId()];
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const act = useAct(client, openAssistanceContract);
  const [byCard, setByCard] = useState(true);
  const [card, setCard] = useState('');
  const [words, setWords] = useState('');
  const [reason, setReason] = useState<AssistReason | null>(null);
  const [companion, setCompanion] = useState('');
  const [tried, setTried] = useState(false);
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const told = (name: string) => problem?.errors.find((fault) => fault.path === name)?.message;
  const cardFault = byCard && card.trim() === '' ? say('card.missing') : null;
  const wordsFault = !byCard && words.trim().length < KNOWN.least ? say('known.words.short') : null;
  const missing = [
    ...(cardFault ? [{ name: 'card', label: say('card'), message: cardFault }] : []),
    ...(wordsFault ? [{ name: 'known', label: say('known.words'), message: wordsFault }] : []),
    ...(reason ? [] : [{ name: reasonName, label: say('reason'), message: say('reason.missing') }]),
  ];
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!reason || missing.length > 0 || act.state.at === 'sending') return;
    const how = byCard ? { card: card.trim() } : { known: words.trim() };
    const who = companion.trim() === '' ? {} : { companion: companion.trim() };
    const done = await act.run({ ref: personRef, reason, ...how, ...who }, { purpose });
    if (done) onPresent(done.id);
  };
  return (
    <form onSubmit={(event) => void begin(event)} noValidate>
      <p>{say('about')}</p>
      <ErrorSummary problem={tried && missing.length > 0 ? null : problem} faults={tried ? missing : []} />
      <fieldset className="options">
        <legend>{say('known')}</legend>
        <label>
          <input type="radio" name={knownName} checked={byCard} onChange={() => setByCard(true)} />
          {say('known.card')}
        </label>
        <label>
          <input type="radio" name={knownName} checked={!byCard} onChange={() => setByCard(false)} />
          {say('known.other')}
        </label>
      </fieldset>
      {byCard ? (
        <TextField
          name="card"
          label={say('card')}
          hint={say('card.hint')}
          value={card}
          maxLength={30}
          autoComplete="off"
          inputMode="numeric"
          required
          error={(tried && cardFault) || told('card')}
          onChange={(event) => setCard(event.target.value)}
        />
      ) : (
        <TextField
          name="known"
          label={say('known.words')}
          hint={say('known.words.hint')}
          value={words}
          maxLength={KNOWN.most}
          autoComplete="off"
          required
          error={(tried && wordsFault) || told('known')}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <fieldset className="options">
        <legend>{say('reason')}</legend>
        {ASSIST_REASONS.map((each) => (
          <label key={each}>
            <input type="radio" name={reasonName} checked={reason === each} onChange={() => setReason(each)} />
            {say(`reason.${each}`)}
          </label>
        ))}
        {tried && !reason && <p className="fault">{say('reason.missing')}</p>}
      </fieldset>
      <TextField
        name="companion"
        label={say('companion')}
        hint={say('companion.hint')}
        value={companion}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => setCompanion(event.target.value)}
      />
      <Submit state={act.state} busy={say('beginning')}>
        {say('begin')}
      </Submit>
    </form>
  );
}
