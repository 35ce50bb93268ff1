import { useState } from 'react';
import { uploadReturnedContract } from '../../../../src/sharing/voter/returned/contract.ts';
import { NUMBERED, RETURNED_KINDS, type ReturnedKind } from '../../../../src/sharing/voter/returned/rules.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { FileDrop } from '../../../kit/file-drop.tsx';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useGo } from '../../go.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useRefresh } from '../ask.ts';
import { texts } from './texts.ts';

const MOST_BYTES = 100_000_000;
/** A large file on a slow line. */
const PATIENCE_MS = 300_000;

interface Draft {
  readonly kind: ReturnedKind;
  readonly nth: string;
  readonly number: string;
  readonly datedOn: string;
}
const EMPTY: Draft = { kind: 'DPS', nth: '1', number: '', datedOn: '' };

/** A list with its letter. It is read first; the page of the list says what was refused before anything is matched. */
export function UploadReturned({ election }: { election: string }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const go = useGo();
  const refresh = useRefresh();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `pemilih.dikembalikan.${election}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? EMPTY);
  const set = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, uploadReturnedContract);
  const kept = useDraft(officer.id, form, draft, draft.number !== '' || draft.datedOn !== '');
  const required = (name: 'number' | 'datedOn') =>
    draft[name].trim() === '' ? [{ name, label: say(`upload.${name}`), message: kitSay('fault.required') }] : [];
  const own = [
    ...required('number'),
    ...required('datedOn'),
    ...(file ? [] : [{ name: 'file', label: say('upload.file'), message: say('upload.file.missing') }]),
  ];
  const refused = state.at === 'refused' ? state.problem : null;
  const fault = (name: string) =>
    (tried ? own.find((each) => each.name === name)?.message : undefined) ??
    refused?.errors.find(({ path }) => path.split('.').at(-1) === name)?.message;
  const numbered = NUMBERED.includes(draft.kind);
  const send = async () => {
    setTried(true);
    if (own.length > 0 || !file || state.at === 'sending') return;
    const { kind, datedOn } = draft;
    const letter = { election, kind, nth: numbered ? Number(draft.nth) : 0, number: draft.number.trim(), datedOn };
    const begun = await run(letter, { file, patienceMs: PATIENCE_MS, onProgress: (bytes) => setSent(bytes) });
    setSent(null);
    if (begun === null) return;
    dropDraft(officer.id, form);
    refresh();
    await go(`/pemilih/daftar-kpu/${begun.id}`);
  };
  const wrongFile = fault('file');
  return (
    <form
      noValidate
      className="no-print"
      aria-label={say('upload.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{say('upload.title')}</h2>
      <ErrorSummary problem={refused} faults={tried ? own : []} />
      <ChoiceField
        label={say('upload.kind')}
        name="kind"
        required
        value={draft.kind}
        choices={RETURNED_KINDS.map((kind) => ({ value: kind, label: kind }))}
        onChange={(event) => set({ kind: event.target.value as ReturnedKind })}
      />
      {numbered && (
        <ChoiceField
          label={say('upload.nth')}
          hint={say('upload.nth.hint')}
          name="nth"
          required
          value={draft.nth}
          choices={['1', '2', '3', '4', '5'].map((n) => ({ value: n, label: n }))}
          onChange={(event) => set({ nth: event.target.value })}
        />
      )}
      <TextField
        label={say('upload.number')}
        name="number"
        required
        autoComplete="off"
        maxLength={80}
        value={draft.number}
        error={fault('number')}
        onChange={(event) => set({ number: event.target.value })}
      />
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
        hint={say('upload.file.hint')}
        accept={['.csv', '.txt', '.xlsx', '.ods']}
        mostBytes={MOST_BYTES}
        state={
          wrongFile
            ? { at: 'refused', name: '', why: wrongFile }
            : file && sent !== null
              ? { at: 'sending', name: file.name, sent, total: file.size }
              : file
                ? { at: 'kept', name: file.name }
                : { at: 'none' }
        }
        onFile={setFile}
      />
      <p className="soft">{say('upload.larger')}</p>
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('upload.busy')}>
        {say('upload.submit')}
      </Submit>
    </form>
  );
}
