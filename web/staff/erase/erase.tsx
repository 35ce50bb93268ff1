import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import {
  openPersonContract,
  proposeErasureContract,
  weighErasureContract,
} from '../../../src/register/resident/contract.ts';
import { ERASURE_GROUNDS, type Erasure } from '../../../src/register/resident/schema.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { ErasedNote } from '../person/erased.tsx';
import { NotOpened, PersonStrip } from '../person/person.tsx';
import { PurposeGate, usePurpose } from '../purpose/purpose.tsx';
import { useForgetLooks, useLook } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useRegisterWords } from '../register/words.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** What cannot be taken back, prepared on a page of its own: what will happen, the numbers, on what ground. A second person decides. */
export function Erase() {
  const ref = useAddressPart('ref');
  const say = useSay(registerTexts);
  return (
    <PurposeGate key={ref} of={ref} title={say('purposeTitle.person')}>
      <Opened personRef={ref} />
    </PurposeGate>
  );
}

function Opened({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const query = useLook(openPersonContract, { ref: personRef });
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  const { erased } = query.data;
  return (
    <>
      <PersonStrip person={query.data} />
      <h2>{say('title')}</h2>
      {erased ? <ErasedNote erased={erased} /> : <Weighed personRef={personRef} />}
    </>
  );
}

function Weighed({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const query = useLook(weighErasureContract, { ref: personRef });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { files, earlierVersions } = query.data;
  return (
    <>
      <p className="lead">{say('sentence')}</p>
      <p>{say('after')}</p>
      <dl className="figures">
        <div>
          <dt>{say('files')}</dt>
          <dd>{format.number(files)}</dd>
        </div>
        <div>
          <dt>{say('versions')}</dt>
          <dd>{format.number(earlierVersions)}</dd>
        </div>
      </dl>
      <dl className="facts">
        <dt>{say('mayApprove')}</dt>
        <dd>{say('mayApprove.who')}</dd>
      </dl>
      <Proposing personRef={personRef} />
    </>
  );
}

interface Draft {
  readonly ground: Erasure['ground'] | null;
  readonly legalBasis: string;
  readonly reason: string;
}

const EMPTY: Draft = { ground: null, legalBasis: '', reason: '' };
const WORDS = ['legalBasis', 'reason'] as const;

function Proposing({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const words = useRegisterWords();
  const tell = useTell();
  const forget = useForgetLooks();
  const navigate = useNavigate();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const { officer } = useSession();
  const group = useId();
  const form = `hapus.${personRef}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? EMPTY);
  const { ground, legalBasis, reason } = draft;
  const [tried, setTried] = useState(false);
  const act = useAct(client, proposeErasureContract);
  const dirty = ground !== null || legalBasis !== '' || reason !== '';
  const kept = useDraft(officer.id, form, draft, dirty && act.state.at !== 'done');
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const missing = WORDS.filter((name) => draft[name].trim() === '');
  const error = (name: (typeof WORDS)[number]) =>
    tried && missing.includes(name)
      ? sayKit('fault.required')
      : problem?.errors.find((fault) => fault.path === name)?.message;
  const faults = [
    ...(ground ? [] : [{ name: group, label: say('ground'), message: say('ground.missing') }]),
    ...WORDS.flatMap((name) => {
      const message = error(name);
      return message ? [{ name, label: words.element(name), message }] : [];
    }),
  ];
  const propose = async () => {
    setTried(true);
    if (!ground || missing.length > 0 || act.state.at === 'sending') return;
    const done = await act.run({ ref: personRef, ground, legalBasis, reason }, { purpose });
    if (!done) return;
    dropDraft(officer.id, form);
    tell('waiting', say('proposed'));
    void forget();
    void navigate({ to: `/petugas/usul/${done.proposalId}` as '/petugas' });
  };
  // Enter does nothing here: the officer reads, then presses.
  const nothing = (event: FormEvent) => event.preventDefault();
  return (
    <form onSubmit={nothing} noValidate>
      <ErrorSummary problem={tried && faults.length > 0 ? null : problem} faults={tried ? faults : []} />
      <fieldset className="options">
        <legend>{say('ground')}</legend>
        <p className="soft">{say('ground.about')}</p>
        {ERASURE_GROUNDS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={group}
              checked={ground === each}
              onChange={() => setDraft({ ...draft, ground: each })}
            />
            {words.room(`erasure.ground.${each}`)}
          </label>
        ))}
        {tried && !ground && <p className="fault">{say('ground.missing')}</p>}
      </fieldset>
      {WORDS.map((name) => (
        <TextField
          key={name}
          name={name}
          label={words.element(name)}
          hint={say(name === 'reason' ? 'reason.hint' : 'basis.hint')}
          value={draft[name]}
          maxLength={name === 'reason' ? 1000 : 200}
          autoComplete="off"
          required
          error={error(name)}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      ))}
      <p className="soft" role="status">
        {kept && sayKit('form.draftKept')}
      </p>
      {act.state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{sayKit('form.notSent')}</p>
        </div>
      )}
      <div className="row acts">
        <button
          type="button"
          className="btn stop"
          onClick={() => void propose()}
          aria-disabled={act.state.at === 'sending'}
        >
          {say('propose')}
        </button>
      </div>
    </form>
  );
}
