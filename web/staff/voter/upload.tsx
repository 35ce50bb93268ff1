import { useState } from 'react';
import { uploadSourcesContract } from '../../../src/sharing/voter/contract.ts';
import { LIST_COLUMNS, LIST_KINDS, type ListKind } from '../../../src/sharing/voter/rules.ts';
import type { ImportReport } from '../../../src/sharing/voter/schema.ts';
import { useAct } from '../../kit/act.ts';
import { DateField } from '../../kit/date-field.tsx';
import { DataTable } from '../../kit/data-table.tsx';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { FileDrop } from '../../kit/file-drop.tsx';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { useRefresh } from './ask.ts';
import { texts } from './texts.ts';

const FORM = 'pemilih.daftar';
const MOST_BYTES = 20_000_000;

interface Draft {
  readonly kind: ListKind;
  readonly issuer: string;
  readonly number: string;
  readonly datedOn: string;
}
const EMPTY: Draft = { kind: 'service', issuer: '', number: '', datedOn: '' };
interface Reported {
  readonly checked: boolean;
  readonly report: ImportReport;
}

/** A list with its letter: first checked, then entered; what is refused is said row by row. */
export function UploadList() {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const refresh = useRefresh();
  const { client } = useHouse();
  const { officer } = useSession();
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, FORM) ?? EMPTY);
  const set = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const [reported, setReported] = useState<Reported | null>(null);
  const { state, run } = useAct(client, uploadSourcesContract);
  const kept = useDraft(officer.id, FORM, draft, draft.issuer !== '' || draft.number !== '');
  const required = (name: 'issuer' | 'number' | 'datedOn') =>
    draft[name].trim() === '' ? [{ name, label: say(`upload.${name}`), message: kitSay('fault.required') }] : [];
  const own = [
    ...required('issuer'),
    ...required('number'),
    ...required('datedOn'),
    ...(file ? [] : [{ name: 'file', label: say('upload.file'), message: say('upload.file.missing') }]),
  ];
  const refused = state.at === 'refused' ? state.problem : null;
  const fault = (name: string) =>
    (tried ? own.find((each) => each.name === name)?.message : undefined) ??
    refused?.errors.find(({ path }) => path.split('.').at(-1) === name)?.message;
  const send = async (checked: boolean) => {
    setTried(true);
    if (own.length > 0 || !file || state.at === 'sending') return;
    const { kind, datedOn } = draft;
    const letter = { kind, issuer: draft.issuer.trim(), number: draft.number.trim(), datedOn };
    const report = await run({ ...letter, dryRun: checked ? 'true' : 'false' }, { file });
    if (report === null) return;
    setReported({ checked, report });
    if (checked) return;
    tell('done', say('upload.entered'));
    refresh();
    dropDraft(officer.id, FORM);
    setDraft(EMPTY);
    setFile(null);
    setTried(false);
  };
  const wrongFile = fault('file');
  return (
    <form
      noValidate
      aria-label={say('upload.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <h2>{say('upload.title')}</h2>
      <ErrorSummary problem={refused} faults={tried ? own : []} />
      <ChoiceField
        label={say('upload.kind')}
        name="kind"
        required
        value={draft.kind}
        choices={LIST_KINDS.map((kind) => ({ value: kind, label: say(`list.${kind}`) }))}
        onChange={(event) => set({ kind: event.target.value as ListKind })}
      />
      {(['issuer', 'number'] as const).map((name) => (
        <TextField
          key={name}
          label={say(`upload.${name}`)}
          {...(name === 'issuer' ? { hint: say('upload.issuer.hint') } : {})}
          name={name}
          required
          autoComplete="off"
          maxLength={name === 'issuer' ? 120 : 80}
          value={draft[name]}
          error={fault(name)}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      ))}
      <DateField
        label={say('upload.datedOn')}
        name="datedOn"
        required
        value={draft.datedOn}
        error={fault('datedOn')}
        onChange={(datedOn) => set({ datedOn })}
      />
      <FileDrop
        label={say('upload.file')}
        name="file"
        hint={say('upload.file.hint', { columns: LIST_COLUMNS[draft.kind].join(', ') })}
        accept={['.csv', '.xlsx', '.ods']}
        mostBytes={MOST_BYTES}
        state={
          wrongFile
            ? { at: 'refused', name: '', why: wrongFile }
            : file
              ? { at: 'kept', name: file.name }
              : { at: 'none' }
        }
        onFile={(chosen) => {
          setFile(chosen);
          setReported(null);
        }}
      />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <div className="row">
        <Submit state={state} busy={say('upload.busy')}>
          {say('upload.enter')}
        </Submit>
        <button type="button" className="btn quiet" onClick={() => void send(true)}>
          {say('upload.check')}
        </button>
      </div>
      {reported && <Report {...reported} />}
    </form>
  );
}

function Report({ checked, report }: Reported) {
  const say = useSay(texts);
  const format = useFormat();
  const { faults, refused } = report;
  return (
    <section aria-label={say(checked ? 'upload.checked' : 'upload.entered')}>
      <p className={refused > 0 ? 'note waiting' : 'note done'} role="status">
        {say(checked ? 'upload.checked' : 'upload.entered')}{' '}
        {say('upload.counts', {
          read: report.read,
          created: report.created,
          unchanged: report.unchanged,
          refused,
        })}
      </p>
      {faults.length > 0 && (
        <DataTable
          caption={say('upload.faults')}
          empty=""
          rows={{ at: 'here', rows: faults }}
          rowKey={({ row, column }) => `${row} ${column}`}
          columns={[
            { key: 'row', head: say('upload.row'), names: true, cell: ({ row }) => format.number(row) },
            { key: 'column', head: say('upload.column'), cell: ({ column }) => column },
            { key: 'why', head: say('upload.why'), cell: ({ code }) => say(`fault.${code}`) },
          ]}
        />
      )}
      {refused > faults.length && <p className="soft">{say('upload.more', { n: refused - faults.length })}</p>}
    </section>
  );
}
