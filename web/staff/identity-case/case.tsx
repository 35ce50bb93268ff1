import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { decideCaseContract, openCaseContract } from '../../../src/register/resident/contract.ts';
import type { Claim } from '../../../src/register/resident/schema.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, keepDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Identifier } from '../../kit/identifier.tsx';
import { SideBySide } from '../../kit/side-by-side.tsx';
import { Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { EMPTY, FORM } from '../new-person/values.ts';
import { NotOpened } from '../person/person.tsx';
import { FixedPurpose } from '../purpose/purpose.tsx';
import { printed } from '../register/biodata-values.ts';
import { useForgetLooks, useLook } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useRegisterWords } from '../register/words.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

type Shown = z.output<typeof openCaseContract.output>;
type Decision = 'same_person' | 'different_person';

interface Draft {
  readonly decision: Decision | null;
  readonly reason: string;
}

const COMPARED = ['name', 'sex', 'birthPlace', 'birthDate', 'religion', 'maritalStatus', 'address', 'place'] as const;

/** Who the register holds under a NIK beside who else says that it is his, or beside another record that may be his. A person decides, with a reason. */
export function IdentityCase() {
  const caseId = useAddressPart('caseId');
  return (
    <FixedPurpose code="duplicate">
      <Opened key={caseId} caseId={caseId} />
    </FixedPurpose>
  );
}

function Opened({ caseId }: { caseId: string }) {
  const query = useLook(openCaseContract, { id: caseId });
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return <OneCase shown={query.data} />;
}

function OneCase({ shown }: { shown: Shown }) {
  const say = useSay(texts);
  const sayRegister = useSay(registerTexts);
  const words = useRegisterWords();
  const format = useFormat();
  const value = (side: Claim | null, element: (typeof COMPARED)[number]) => side && words.value(element, side[element]);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('case', { name: shown.registered?.name ?? shown.claimed?.name ?? '' })}
      </h1>
      <p className="soft">
        NIK <Identifier value={shown.nik} /> · {say('opened', { at: format.instant(shown.openedAt) })}
      </p>
      {!shown.registered && (
        <div className="note waiting">
          <p>{say('notSeen')}</p>
        </div>
      )}
      <SideBySide
        caption={say('compare')}
        left={say('registered')}
        right={say(shown.other ? 'other' : 'claimed')}
        rows={COMPARED.map((element) => ({
          label: element === 'place' ? say('place') : words.element(element),
          left: shown.registered ? value(shown.registered, element) : sayRegister('masked'),
          right: shown.other && !shown.claimed ? sayRegister('masked') : value(shown.claimed, element),
          ...(shown.registered && shown.claimed ? {} : { same: null }),
        }))}
      />
      {shown.registered && (
        <p>
          <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: shown.ref } as never}>
            {say('open', { name: shown.registered.name })}
          </Link>
        </p>
      )}
      {shown.other && shown.claimed && (
        <p>
          <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: shown.other } as never}>
            {say('open.other', { name: shown.claimed.name })}
          </Link>
        </p>
      )}
      <Decide shown={shown} />
    </>
  );
}

function Decide({ shown }: { shown: Shown }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const sayRegister = useSay(registerTexts);
  const words = useRegisterWords();
  const tell = useTell();
  const navigate = useNavigate();
  const forget = useForgetLooks();
  const { client } = useHouse();
  const { officer, scopes } = useSession();
  const group = useId();
  const form = `kasus.${shown.id}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? { decision: null, reason: '' });
  const { decision, reason } = draft;
  const [tried, setTried] = useState(false);
  const act = useAct(client, decideCaseContract);
  const dirty = decision !== null || reason !== '';
  const kept = useDraft(officer.id, form, draft, dirty && act.state.at !== 'done');
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!decision || !reason.trim() || act.state.at === 'sending') return;
    const done = await act.run({ id: shown.id, decision, reason });
    if (!done) return;
    dropDraft(officer.id, form);
    tell('done', say('decided'));
    await forget();
    const merges =
      decision === 'same_person' && shown.other && shown.registered && scopes.includes('resident.merge.propose');
    if (merges)
      return void navigate({
        to: '/petugas/penduduk/$ref/gabungkan' as '/petugas',
        params: { ref: shown.ref } as never,
        // Who lives elsewhere cannot be opened from here; he is searched for, and found masked.
        search: (shown.claimed ? { dengan: shown.other } : {}) as never,
      });
    const enters =
      decision === 'different_person' && !shown.other && shown.claimed && scopes.includes('resident.create');
    // What the other side says becomes the beginning of his own registration, unless one is being typed already.
    if (enters && readDraft(officer.id, FORM) === null) keepDraft(officer.id, FORM, draftOf(shown.claimed!));
    void navigate({ to: (enters ? '/petugas/penduduk-baru' : '/petugas/kasus') as '/petugas' });
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2>{say('decide')}</h2>
      <ErrorSummary problem={problem} faults={[]} />
      <fieldset className="options">
        <legend>{say('question')}</legend>
        {(['same_person', 'different_person'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={group}
              checked={decision === each}
              onChange={() => setDraft({ ...draft, decision: each })}
            />
            <span>
              {say(`decision.${each}`)}
              <span className="soft block">{say(`decision.${each}.${shown.other ? 'likely' : 'about'}`)}</span>
            </span>
          </label>
        ))}
        {tried && !decision && (
          <p className="fault" role="alert">
            {say('decision.missing')}
          </p>
        )}
      </fieldset>
      <TextField
        name="reason"
        label={words.element('reason')}
        hint={sayRegister('field.hint.reason')}
        value={reason}
        maxLength={1000}
        autoComplete="off"
        required
        error={tried && !reason.trim() ? sayKit('fault.required') : undefined}
        onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && sayKit('form.draftKept')}
      </p>
      <Submit state={act.state} busy={say('sending')}>
        {say('submit')}
      </Submit>
    </form>
  );
}

function draftOf(claim: Claim) {
  const { name, sex, birthPlace, birthDate, religion, maritalStatus, address } = claim;
  const said = { name, sex, birthPlace, birthDate, religion, maritalStatus, address };
  const filled = Object.entries(said).filter(([, value]) => value !== null);
  return {
    ...EMPTY,
    values: { ...EMPTY.values, ...Object.fromEntries(filled.map(([key, value]) => [key, printed(value)])) },
  };
}
