import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import { openPersonContract, proposeMergeContract } from '../../../src/register/resident/contract.ts';
import type { FoundPerson, PersonView } from '../../../src/register/resident/schema.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { inFours } from '../../kit/format.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { SideBySide } from '../../kit/side-by-side.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart, useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import { NotOpened, PersonStrip } from '../person/person.tsx';
import { PurposeGate, usePurpose } from '../purpose/purpose.tsx';
import { PersonPicker } from '../register/picker/person-picker.tsx';
import { useLook } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useRegisterWords } from '../register/words.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** Two records of one person: found, laid side by side, proposed. What happens is decided by a second person on its own page. */
export function Merge() {
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
  const { officer } = useSession();
  const [given, setGiven] = useFilter('dengan');
  const [other, setOther] = useState(() => {
    const drafted = readDraft<Draft>(officer.id, formOf(personRef))?.other ?? null;
    // Who comes with the address goes before a draft about somebody else.
    return given && drafted?.ref !== given ? null : drafted;
  });
  const another = () => {
    dropDraft(officer.id, formOf(personRef));
    setOther(null);
    setGiven(undefined);
  };
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return (
    <>
      <PersonStrip person={query.data} />
      <h2>{say('title')}</h2>
      <p>{say('about')}</p>
      {other === null && given ? (
        <GivenOther mine={query.data} otherRef={given} onAnother={another} />
      ) : other === null ? (
        <PersonPicker label={say('find')} taken={[personRef]} elsewhere onPick={setOther} />
      ) : (
        <Compared mine={query.data} other={other} onAnother={another} />
      )}
    </>
  );
}

/** The other record is known already: a decided identity case has brought the officer here. */
function GivenOther({ mine, otherRef, onAnother }: { mine: PersonView; otherRef: string; onAnother: () => void }) {
  const say = useSay(texts);
  const query = useLook(openPersonContract, { ref: otherRef });
  if (query.data) return <Compared mine={mine} other={asFound(query.data)} onAnother={onAnother} />;
  if (!query.error) return <Loading lines={8} />;
  return (
    <>
      <Failing error={query.error} again={() => void query.refetch()} />
      <button type="button" className="btn plain" onClick={onAnother}>
        {say('another')}
      </button>
    </>
  );
}

function asFound({ ref, nik, name, birthDate, birthPlace, sex, villageCode, place, state }: PersonView): FoundPerson {
  const line = place
    .map((part) => part.name)
    .slice(0, 3)
    .join(', ');
  return { ref, nik, name, birthDate, birthPlace, sex, villageCode, place: line, state, masked: false, similarity: 1 };
}

interface Draft {
  readonly other: FoundPerson;
  readonly keep: 'this' | 'other' | null;
  readonly legalBasis: string;
  readonly reason: string;
}

const formOf = (personRef: string) => `gabung.${personRef}`;

/** The other record is opened as well, which is a look of its own; one of another region stays masked. */
function Compared({ mine, other, onAnother }: { mine: PersonView; other: FoundPerson; onAnother: () => void }) {
  const query = useLook(openPersonContract, { ref: other.ref }, !other.masked);
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!other.masked && !query.data) return <Loading lines={8} />;
  return <Proposing mine={mine} other={other} opened={query.data ?? null} onAnother={onAnother} />;
}

const COMPARED = [
  'name',
  'sex',
  'birthPlace',
  'birthDate',
  'religion',
  'maritalStatus',
  'education',
  'occupation',
  'address',
  'birthCertificate',
  'registeredOn',
] as const satisfies readonly (keyof PersonView)[];

function Proposing(given: { mine: PersonView; other: FoundPerson; opened: PersonView | null; onAnother: () => void }) {
  const { mine, other, opened } = given;
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const sayRegister = useSay(registerTexts);
  const words = useRegisterWords();
  const tell = useTell();
  const navigate = useNavigate();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const group = useId();
  const { officer } = useSession();
  const form = formOf(mine.ref);
  const [draft, setDraft] = useState<Draft>(() => {
    const drafted = readDraft<Draft>(officer.id, form);
    return drafted?.other.ref === other.ref ? drafted : { other, keep: null, legalBasis: '', reason: '' };
  });
  const { keep, legalBasis, reason } = draft;
  const [tried, setTried] = useState(false);
  const act = useAct(client, proposeMergeContract);
  const kept = useDraft(officer.id, form, draft, act.state.at !== 'done');
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const right = (element: (typeof COMPARED)[number]) => {
    if (opened) return words.value(element, opened[element]);
    return element === 'name' || element === 'birthDate' || element === 'sex'
      ? words.value(element, other[element])
      : null;
  };
  const rows = [
    { label: 'NIK', left: inFours(mine.nik), right: opened ? inFours(opened.nik) : other.nik, same: null },
    // Of a masked record only what is shown can be compared.
    ...COMPARED.filter((element) => opened || right(element) !== null).map((element) => ({
      label: words.element(element),
      left: words.value(element, mine[element]),
      right: right(element),
      ...(other.masked && element === 'name' ? { same: null } : {}),
    })),
    {
      label: say('place'),
      left: mine.place
        .map((part) => part.name)
        .slice(0, 3)
        .join(', '),
      right: other.place,
    },
    { label: words.element('state'), left: words.state(mine.state), right: words.state(other.state) },
  ];
  const error = (name: 'legalBasis' | 'reason') =>
    problem?.errors.find((fault) => fault.path === name)?.message ??
    (tried && draft[name].trim() === '' ? sayKit('fault.required') : undefined);
  const faults = [
    ...(keep ? [] : [{ name: group, label: say('keep'), message: say('keep.missing') }]),
    ...(['legalBasis', 'reason'] as const).flatMap((name) => {
      const message = error(name);
      return message ? [{ name, label: words.element(name), message }] : [];
    }),
  ];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!keep || !legalBasis.trim() || !reason.trim() || act.state.at === 'sending') return;
    const done = await act.run({ ref: mine.ref, other: other.ref, keep, legalBasis, reason }, { purpose });
    if (!done) return;
    dropDraft(officer.id, form);
    tell('waiting', say('proposed'));
    void navigate({ to: `/petugas/usul/${done.proposalId}` as '/petugas' });
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {other.masked && (
        <div className="note waiting">
          <p>{say('masked')}</p>
        </div>
      )}
      <SideBySide caption={say('compare')} left={say('left')} right={say('right')} rows={rows} />
      <p>
        <button type="button" className="btn plain" onClick={given.onAnother}>
          {say('another')}
        </button>
      </p>
      <ErrorSummary problem={tried && faults.length > 0 ? null : problem} faults={tried ? faults : []} />
      <fieldset className="options">
        <legend>{say('keep')}</legend>
        <p className="soft">{say('keep.about')}</p>
        {(['this', 'other'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={group}
              checked={keep === each}
              onChange={() => setDraft({ ...draft, keep: each })}
            />
            {say('keep.one', {
              side: say(each === 'this' ? 'left' : 'right'),
              name: each === 'this' ? mine.name : other.name,
              nik: each === 'this' ? inFours(mine.nik) : inFours(other.nik),
            })}
          </label>
        ))}
        {tried && !keep && <p className="fault">{say('keep.missing')}</p>}
      </fieldset>
      {(['legalBasis', 'reason'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={words.element(name)}
          hint={name === 'reason' ? say('reason.hint') : sayRegister('field.hint.legalBasis')}
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
      {/* A great act: nothing here is pressed by Enter in a field alone without the choice above. */}
      <button type="submit" className="btn" aria-disabled={act.state.at === 'sending'}>
        {say('propose')}
      </button>
    </form>
  );
}
