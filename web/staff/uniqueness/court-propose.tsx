import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { proposeCourtSearchContract } from '../../../src/recording/uniqueness/contract.ts';
import { useAct } from '../../kit/act.ts';
import { DateField } from '../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { templateFaults, Templates, type ProbeFile } from './court-templates.tsx';
import { texts } from './texts.ts';

const FORM = 'perintah-pengadilan';
const FIELDS = ['court', 'orderNo', 'orderedOn', 'endsOn'] as const;
type Draft = Readonly<Record<(typeof FIELDS)[number], string>>;
const EMPTY: Draft = { court: '', orderNo: '', orderedOn: '', endsOn: '' };

/** A great act, prepared on a page of its own. Templates are never kept on the device: they are a person's body. */
export function ProposeCourtSearch() {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const navigate = useNavigate();
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, FORM) ?? EMPTY);
  const [files, setFiles] = useState<readonly ProbeFile[]>([]);
  const [tried, setTried] = useState(false);
  const act = useAct(client, proposeCourtSearchContract);
  const kept = useDraft(officer.id, FORM, draft, Object.values(draft).some(Boolean) && act.state.at !== 'done');
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const error = (name: (typeof FIELDS)[number]) =>
    tried && draft[name].trim() === ''
      ? sayKit('fault.required')
      : problem?.errors.find(({ path }) => path === name)?.message;
  const wrongFiles = templateFaults(say, files);
  const faults = [
    ...FIELDS.flatMap((name) => {
      const message = error(name);
      return message ? [{ name, label: say(`court.${name}`), message }] : [];
    }),
    ...(tried ? wrongFiles : []),
  ];
  const propose = async () => {
    setTried(true);
    const empty = FIELDS.some((name) => draft[name].trim() === '');
    if (empty || wrongFiles.length > 0 || act.state.at === 'sending') return;
    const done = await act.run({
      ...(draft as { court: string; orderNo: string; orderedOn: never; endsOn: never }),
      templates: files.map(({ position, bytes }) => ({
        modality: 'finger' as const,
        position: position!,
        format: 'iso-19794-2:2005' as const,
        bytes,
      })),
    });
    if (!done) return;
    dropDraft(officer.id, FORM);
    tell('waiting', say('propose.done'));
    void queries.invalidateQueries({ queryKey: ['court-searches'] });
    void navigate({ to: `/petugas/usul/${done.proposalId}` as '/petugas' });
  };
  // Enter does nothing here: the officer reads, then presses.
  const nothing = (event: FormEvent) => event.preventDefault();
  const set = (name: (typeof FIELDS)[number]) => (value: string) =>
    setDraft((before) => ({ ...before, [name]: value }));
  const field = (name: 'court' | 'orderNo') => (
    <TextField
      name={name}
      label={say(`court.${name}`)}
      hint={say(`propose.${name}.hint`)}
      value={draft[name]}
      maxLength={name === 'court' ? 120 : 60}
      autoComplete="off"
      required
      error={error(name)}
      onChange={(event) => set(name)(event.target.value)}
    />
  );
  return (
    <form className="great-act" onSubmit={nothing} noValidate>
      <h1 className="page-title" tabIndex={-1}>
        {say('propose.title')}
      </h1>
      <p className="lead">{say('propose.sentence')}</p>
      <p>{say('court.only')}</p>
      <dl className="facts">
        <dt>{say('propose.mayApprove')}</dt>
        <dd>{say('propose.mayApprove.who')}</dd>
      </dl>
      <ErrorSummary problem={faults.length > 0 ? null : problem} faults={faults} />
      <h2>{say('propose.order')}</h2>
      {field('court')}
      {field('orderNo')}
      <DateField
        name="orderedOn"
        label={say('court.orderedOn')}
        value={draft.orderedOn}
        onChange={set('orderedOn')}
        error={error('orderedOn')}
        required
      />
      <DateField
        name="endsOn"
        label={say('court.endsOn')}
        hint={say('propose.endsOn.hint')}
        value={draft.endsOn}
        onChange={set('endsOn')}
        error={error('endsOn')}
        required
      />
      <h2>{say('propose.templates')}</h2>
      <p className="soft">{say('propose.templates.about')}</p>
      <Templates files={files} onChange={setFiles} faults={tried ? wrongFiles : []} />
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
          {say('propose.send')}
        </button>
      </div>
    </form>
  );
}
