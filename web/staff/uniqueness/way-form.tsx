import { useId, useState, type FormEvent } from 'react';
import { setWayContract } from '../../../src/recording/uniqueness/contract.ts';
import type { Way } from '../../../src/recording/uniqueness/schema.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { inFours } from '../../kit/format.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { useReadAgain, type Pair, type Side } from './read.ts';
import { texts } from './texts.ts';

interface Draft {
  readonly way: Way | null;
  readonly keep: Side | null;
  readonly legalBasis: string;
  readonly note: string;
}

const EMPTY: Draft = { way: null, keep: null, legalBasis: '', note: '' };
const NOTE_LEAST = 10;
const BASIS_LEAST = 3;

/** Which way is right for the citizen, each with what it means for him. A merge becomes a proposal for a second person. */
export function WayForm({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const readAgain = useReadAgain(pair.id);
  const { client } = useHouse();
  const { officer } = useSession();
  const group = useId();
  const form = `jalan-keluar.${pair.id}.${pair.round}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? EMPTY);
  const [tried, setTried] = useState(false);
  const act = useAct(client, setWayContract);
  const { way, keep, legalBasis, note } = draft;
  const merges = way === 'merge';
  const kept = useDraft(
    officer.id,
    form,
    draft,
    JSON.stringify(draft) !== JSON.stringify(EMPTY) && act.state.at !== 'done',
  );
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const missing = {
    way: way ? null : say('way.missing'),
    keep: merges && !keep ? say('way.keepMissing') : null,
    legalBasis:
      merges && legalBasis.trim().length < BASIS_LEAST ? sayKit('fault.tooShort', { limit: BASIS_LEAST }) : null,
    note: note.trim().length < NOTE_LEAST ? sayKit('fault.tooShort', { limit: NOTE_LEAST }) : null,
  };
  const error = (name: keyof typeof missing) =>
    (tried ? missing[name] : null) ?? problem?.errors.find(({ path }) => path === name)?.message;
  const faults = [
    { name: `${group}-way`, label: say('way.question'), message: error('way') },
    { name: `${group}-keep`, label: say('way.keep'), message: error('keep') },
    { name: 'legalBasis', label: say('way.basis'), message: error('legalBasis') },
    { name: 'note', label: say('way.note'), message: error('note') },
  ].flatMap((fault) => (fault.message ? [{ ...fault, message: fault.message }] : []));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!way || Object.values(missing).some(Boolean) || act.state.at === 'sending') return;
    const done = await act.run({
      id: pair.id,
      way,
      note: note.trim(),
      ...(merges && keep ? { keep, legalBasis: legalBasis.trim() } : {}),
    });
    if (!done) return;
    dropDraft(officer.id, form);
    tell(done.proposalId ? 'waiting' : 'done', say(done.proposalId ? 'way.proposed' : 'way.kept'));
    await readAgain();
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h3>{say('way')}</h3>
      <ErrorSummary problem={faults.length > 0 ? null : problem} faults={faults} />
      <fieldset className="options">
        <legend>{say('way.question')}</legend>
        {pair.ways.map(({ code, text }) => (
          <label key={code}>
            <input
              type="radio"
              name={`${group}-way`}
              checked={way === code}
              onChange={() => setDraft({ ...draft, way: code as Way })}
            />
            <span>
              {text}
              <span className="soft block">{say(aboutOf(pair, code as Way))}</span>
            </span>
          </label>
        ))}
        {error('way') && <p className="fault">{error('way')}</p>}
      </fieldset>
      {merges && (
        <>
          <fieldset className="options">
            <legend>{say('way.keep')}</legend>
            {pair.sides.map(({ side, nik, name }) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`${group}-keep`}
                  checked={keep === side}
                  onChange={() => setDraft({ ...draft, keep: side })}
                />
                {say('way.keep.option', { nik: inFours(nik), name, side: say(side) })}
              </label>
            ))}
            {error('keep') && <p className="fault">{error('keep')}</p>}
          </fieldset>
          <TextField
            name="legalBasis"
            label={say('way.basis')}
            hint={say('way.basis.hint')}
            value={legalBasis}
            maxLength={200}
            autoComplete="off"
            required
            error={error('legalBasis')}
            onChange={(event) => setDraft({ ...draft, legalBasis: event.target.value })}
          />
        </>
      )}
      <TextField
        name="note"
        label={say('way.note')}
        hint={say('way.note.hint')}
        value={note}
        maxLength={1000}
        autoComplete="off"
        required
        error={error('note')}
        onChange={(event) => setDraft({ ...draft, note: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && sayKit('form.draftKept')}
      </p>
      <Submit state={act.state} busy={say('way.sending')}>
        {say('way.send')}
      </Submit>
    </form>
  );
}

/** What a way means to the citizen; after two bodies under one NIK it is another thing than after one body under two. */
function aboutOf(pair: Pair, way: Way) {
  const twoBodies = pair.outcome?.code === 'two_bodies';
  if (twoBodies && (way === 'none' || way === 'again')) return `way.${way}.ownDiffers` as const;
  return `way.${way}.about` as const;
}
