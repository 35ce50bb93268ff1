import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import type { PersonView } from '../../../../src/register/resident/schema.ts';
import { enterAuthorityContract } from '../../../../src/sharing/citizen/representation/contract.ts';
import { papersFor, type AuthorityKind, type Paper } from '../../../../src/sharing/citizen/representation/rules.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { FileDrop } from '../../../kit/file-drop.tsx';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { PersonField, type Picked } from '../../register/picker/person-field.tsx';
import { useForgetLooks } from '../../register/recorded.ts';
import { useSession } from '../../session.tsx';
import { texts } from './texts.ts';

const MOST_BYTES = 10 * 1024 * 1024;

/** What is kept on the device: nothing of whom it is about. */
interface Draft {
  readonly kind: AuthorityKind | null;
  readonly paper: Paper;
  readonly issuer: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly until: string;
}
const EMPTY: Draft = { kind: null, paper: 'court_decision', issuer: '', number: '', decidedOn: '', until: '' };
const FIELDS = ['issuer', 'number', 'decidedOn'] as const;

/** The paper, who it makes a representative, and its scan; then a second officer decides. */
export function Enter({ person, child }: { person: PersonView; child: boolean }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const group = useId();
  const navigate = useNavigate();
  const forget = useForgetLooks();
  const { client } = useHouse();
  const { officer } = useSession();
  const { code: purpose } = usePurpose();
  const form = `perwakilan.${person.ref}`;
  const kinds: readonly AuthorityKind[] = child ? ['parent', 'guardian'] : ['curator'];
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? EMPTY);
  const [by, setBy] = useState<Picked | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const act = useAct(client, enterAuthorityContract);
  const dirty = FIELDS.some((name) => draft[name] !== '');
  const kept = useDraft(officer.id, form, draft, dirty && act.state.at !== 'done');
  const kind = draft.kind !== null && kinds.includes(draft.kind) ? draft.kind : kinds.length === 1 ? kinds[0]! : null;
  const papers = kind ? papersFor(kind, false) : [];
  const paper = papers.includes(draft.paper) ? draft.paper : 'court_decision';
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const told = (name: string) => problem?.errors.find((fault) => fault.path === name)?.message;
  const error = (name: (typeof FIELDS)[number]) =>
    tried && draft[name].trim() === '' ? sayKit('fault.required') : told(name);
  const missing = [
    ...(kind ? [] : [{ name: group, label: say('enter.kind'), message: say('choose.missing') }]),
    ...(by ? [] : [{ name: 'by', label: say('enter.by', { name: person.name }), message: say('enter.by.missing') }]),
    ...FIELDS.flatMap((name) =>
      draft[name].trim() === '' ? [{ name, label: say(name), message: sayKit('fault.required') }] : [],
    ),
    ...(file ? [] : [{ name: 'file', label: say('enter.file'), message: say('enter.file.missing') }]),
  ];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!kind || !by || !file || missing.length > 0 || act.state.at === 'sending') return;
    const { issuer, number, decidedOn, until } = draft;
    const given = { ref: person.ref, by: by.ref, kind, paper, issuer, number, decidedOn };
    const done = await act.run({ ...given, ...(until !== '' && { until }) }, { purpose, file, patienceMs: 60_000 });
    if (!done) return;
    dropDraft(officer.id, form);
    tell('waiting', say('enter.done'));
    void forget();
    void navigate({ to: `/petugas/usul/${done.proposalId}` as '/petugas' });
  };
  return (
    <section className="no-print">
      <h3>{say('enter')}</h3>
      <p className="soft">{say('enter.about')}</p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problem={tried && missing.length > 0 ? null : problem} faults={tried ? missing : []} />
        <fieldset className="options">
          <legend>{say('enter.kind')}</legend>
          {kinds.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={group}
                checked={kind === each}
                onChange={() =>
                  setDraft({ ...draft, kind: each, paper: each === 'parent' ? 'birth_certificate' : 'court_decision' })
                }
              />
              <span>
                {say(`kind.${each}`)}
                <span className="soft block">{say(`kind.${each}.about`)}</span>
              </span>
            </label>
          ))}
          {(tried && !kind && <p className="fault">{say('choose.missing')}</p>) ||
            (told('kind') && <p className="fault">{told('kind')}</p>)}
        </fieldset>
        <PersonField
          name="by"
          label={say('enter.by', { name: person.name })}
          value={by}
          onChange={setBy}
          required
          error={tried && !by ? say('enter.by.missing') : told('by')}
        />
        {papers.length > 1 && (
          <ChoiceField
            label={say('enter.paper')}
            name="paper"
            value={paper}
            error={told('paper')}
            choices={papers.map((each) => ({ value: each, label: say(`paper.${each}`) }))}
            onChange={({ target: { value } }) => setDraft({ ...draft, paper: value as Paper })}
          />
        )}
        <TextField
          name="issuer"
          label={say('issuer')}
          hint={say('enter.issuer.hint')}
          value={draft.issuer}
          maxLength={120}
          autoComplete="off"
          required
          error={error('issuer')}
          onChange={(event) => setDraft({ ...draft, issuer: event.target.value })}
        />
        <TextField
          name="number"
          label={say('number')}
          value={draft.number}
          maxLength={80}
          autoComplete="off"
          required
          error={error('number')}
          onChange={(event) => setDraft({ ...draft, number: event.target.value })}
        />
        <DateField
          name="decidedOn"
          label={say('decidedOn')}
          value={draft.decidedOn}
          required
          error={error('decidedOn')}
          onChange={(decidedOn) => setDraft({ ...draft, decidedOn })}
        />
        {kind !== 'parent' && (
          <DateField
            name="until"
            label={say('enter.until')}
            hint={say('enter.until.hint')}
            value={draft.until}
            error={told('until')}
            onChange={(until) => setDraft({ ...draft, until })}
          />
        )}
        <FileDrop
          name="file"
          label={say('enter.file')}
          hint={say('enter.file.hint')}
          accept={['.pdf', '.jpg', '.jpeg', '.png']}
          mostBytes={MOST_BYTES}
          state={fileState(file, tried ? say('enter.file.missing') : null, told('file'))}
          onFile={setFile}
        />
        <p className="soft" role="status">
          {kept && sayKit('form.draftKept')}
        </p>
        <Submit state={act.state} busy={say('enter.busy')}>
          {say('enter.act')}
        </Submit>
      </form>
    </section>
  );
}

function fileState(file: File | null, missing: string | null, refused: string | undefined) {
  if (refused) return { at: 'refused', name: file?.name ?? '', why: refused } as const;
  if (file) return { at: 'kept', name: file.name } as const;
  return missing ? ({ at: 'refused', name: '', why: missing } as const) : ({ at: 'none' } as const);
}
