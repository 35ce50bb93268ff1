import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { correctResidentContract, openPersonContract } from '../../../src/register/resident/contract.ts';
import type { PersonView } from '../../../src/register/resident/schema.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../kit/form-section.tsx';
import { Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { NotOpened, PersonStrip } from '../person/person.tsx';
import { PurposeGate, usePurpose } from '../purpose/purpose.tsx';
import { BiodataField } from '../register/biodata-field.tsx';
import { changesBetween, type Values } from '../register/biodata-values.ts';
import { useForgetLooks, useLook } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useRegisterWords } from '../register/words.ts';
import { useSession } from '../session.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { ELEMENTS, fieldsOf, isAsked, SECTIONS } from './fields.ts';
import { texts } from './texts.ts';

const NEEDED: ReadonlySet<string> = new Set([
  'name',
  'sex',
  'birthPlace',
  'birthDate',
  'bloodGroup',
  'religion',
  'education',
  'occupation',
  'maritalStatus',
  'nationality',
]);

/** Putting right what is written wrongly, on a document. Only what was changed is sent, and never over somebody else's change. */
export function Correct() {
  const ref = useAddressPart('ref');
  const say = useSay(registerTexts);
  return (
    <PurposeGate key={ref} of={ref} title={say('purposeTitle.person')}>
      <Opened personRef={ref} />
    </PurposeGate>
  );
}

function Opened({ personRef }: { personRef: string }) {
  const query = useLook(openPersonContract, { ref: personRef });
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={12} />;
  return (
    <>
      <PersonStrip person={query.data} />
      <CorrectionForm latest={query.data} readAgain={query.refetch} />
    </>
  );
}

interface Draft {
  readonly values: Values;
  readonly legalBasis: string;
  readonly reason: string;
  /** What the officer had before him when he began; a correction is made against it. */
  readonly seen: PersonView;
}

function CorrectionForm({ latest, readAgain }: { latest: PersonView; readAgain: () => Promise<unknown> }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const sayRegister = useSay(registerTexts);
  const words = useRegisterWords();
  const tell = useTell();
  const navigate = useNavigate();
  const forget = useForgetLooks();
  const { client } = useHouse();
  const { officer } = useSession();
  const { code: purpose } = usePurpose();
  const form = `perbaikan.${latest.ref}`;
  const [draft, setDraft] = useState<Draft>(
    () => readDraft<Draft>(officer.id, form) ?? { values: fieldsOf(latest), legalBasis: '', reason: '', seen: latest },
  );
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [idle, setIdle] = useState(false);
  const act = useAct(client, correctResidentContract);
  const changes = changesBetween(fieldsOf(draft.seen), draft.values);
  const count = Object.keys(changes).length;
  const dirty = count > 0 || draft.reason !== '' || draft.legalBasis !== '';
  const kept = useDraft(officer.id, form, draft, dirty && act.state.at !== 'done');
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const outdated = draft.seen.version !== latest.version;

  const change = (patch: Partial<Draft>, name: string) => {
    setDraft((before) => ({ ...before, ...patch }));
    setMissing((before) => before.filter((each) => each !== name));
  };
  const error = (name: string) =>
    missing.includes(name) ? sayKit('fault.required') : problem?.errors.find((fault) => fault.path === name)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (act.state.at === 'sending') return;
    const empty = [
      ...ELEMENTS.filter((element) => NEEDED.has(element) && !draft.values[element]).map((each) => `changes.${each}`),
      ...(['legalBasis', 'reason'] as const).filter((name) => !draft[name].trim()),
    ];
    setMissing(empty);
    setIdle(empty.length === 0 && count === 0);
    if (empty.length > 0 || count === 0) return;
    const done = await act.run(
      {
        ref: latest.ref,
        seenVersion: draft.seen.version,
        changes,
        legalBasis: draft.legalBasis,
        reason: draft.reason,
      },
      {
        purpose,
        onRefused: (refused) => {
          if (refused.code === 'resident.changed_meanwhile') void readAgain();
        },
      },
    );
    if (!done) return;
    dropDraft(officer.id, form);
    tell('done', say('done', { count }));
    await forget();
    void navigate({
      to: '/petugas/penduduk/$ref' as '/petugas',
      params: { ref: latest.ref } as never,
      search: { bagian: 'riwayat' } as never,
    });
  };
  const known = [...ELEMENTS.map((element) => `changes.${element}`), 'legalBasis', 'reason'];
  const label = (name: string) => words.element(name.replace('changes.', ''));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2>{say('title')}</h2>
      {outdated ? (
        <ChangedMeanwhile
          seen={draft.seen}
          latest={latest}
          mine={draft.values}
          onGoOn={() => {
            // Mine stay where I changed something; everything else follows the record as it is now.
            const own = Object.fromEntries(Object.keys(changes).map((element) => [element, draft.values[element]!]));
            setDraft({ ...draft, seen: latest, values: { ...fieldsOf(latest), ...own } });
            act.reset();
          }}
        />
      ) : (
        <ErrorSummary
          problem={missing.length > 0 ? null : problem}
          faults={known.flatMap((name) => {
            const message = error(name);
            return message ? [{ name, label: label(name), message }] : [];
          })}
        />
      )}
      {(['self', 'marriage', 'papers'] as const).map((section) => (
        <FormSection
          key={section}
          title={say(`section.${section}`)}
          {...(section === 'self' ? { about: say('section.about') } : {})}
        >
          {SECTIONS[section]
            .filter((element) => isAsked(element, draft.values))
            .map((element) => (
              <BiodataField
                key={element}
                element={element}
                name={`changes.${element}`}
                value={draft.values[element] ?? ''}
                required={NEEDED.has(element)}
                newName={element === 'name' && draft.values['name'] !== fieldsOf(draft.seen)['name']}
                error={error(`changes.${element}`)}
                onChange={(value) => change({ values: { ...draft.values, [element]: value } }, `changes.${element}`)}
              />
            ))}
        </FormSection>
      ))}
      <FormSection title={say('section.why')} about={say('section.whyAbout')}>
        {(['legalBasis', 'reason'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={words.element(name)}
            hint={sayRegister(`field.hint.${name}`)}
            value={draft[name]}
            maxLength={name === 'reason' ? 1000 : 200}
            autoComplete="off"
            error={error(name)}
            required
            onChange={(event) => change({ [name]: event.target.value }, name)}
          />
        ))}
      </FormSection>
      {idle && count === 0 && (
        <p className="fault" role="alert">
          {say('nothing')}
        </p>
      )}
      <p className="soft" role="status">
        {say('count', { count })} {kept && sayKit('form.draftKept')}
      </p>
      <Submit state={act.state} busy={say('sending')}>
        {say('submit')}
      </Submit>
    </form>
  );
}
