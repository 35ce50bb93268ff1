import { useState } from 'react';
import { requestContract, viewInstitutionContract } from '../../../../src/sharing/partner/contract.ts';
import type { Signatory } from '../../../../src/sharing/partner/schema.ts';
import type { InstitutionPage } from '../../../../src/sharing/partner/view/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Asked, Go, useAsk, useGo, useRefresh } from '../form/ask.tsx';
import {
  ContentsField,
  contentsDraftOf,
  contentsFaults,
  contentsOf,
  NO_CONTENTS,
  type ContentsDraft,
} from './contents-field.tsx';
import { FileChoice } from './file-choice.tsx';
import { named, SignatoriesField } from './signatories-field.tsx';
import { texts } from './texts.ts';

interface Draft {
  readonly number: string;
  readonly signedOn: string;
  readonly receivedOn: string;
  readonly signatories: readonly Signatory[];
  readonly contents: ContentsDraft;
}

/** A written request as it came in: what it must say, and its letter. It opens a pass through the ladder. */
export function Request() {
  const id = useAddressPart('institutionId');
  const say = useSay(texts);
  const query = useAsk(viewInstitutionContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to={`/lembaga/${id}`}>{query.data?.name ?? say('request.title')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('request.title')}
      </h1>
      <Asked query={query}>{(page) => <RequestForm page={page} />}</Asked>
    </>
  );
}

function RequestForm({ page }: { page: InstitutionPage }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const { client } = useHouse();
  const { officer } = useSession();
  const live = page.passes.find(({ stage }) => stage === 'CONNECTED' || stage === 'EVALUATION');
  const form = `permohonan.${page.id}`;
  const before = live?.documents.findLast(({ kind }) => kind === 'pks')?.contents;
  const empty: Draft = {
    number: '',
    signedOn: '',
    receivedOn: '',
    signatories: [],
    contents: before ? contentsDraftOf(before) : NO_CONTENTS,
  };
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? empty);
  const set = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, requestContract);
  const kept = useDraft(officer.id, form, draft, draft.number !== '' && state.at !== 'done');
  const required = (name: 'number' | 'signedOn' | 'receivedOn') =>
    draft[name].trim() === '' ? [{ name, label: say(name), message: kitSay('fault.required') }] : [];
  const own = [
    ...required('number'),
    ...required('signedOn'),
    ...required('receivedOn'),
    ...(file ? [] : [{ name: 'file', label: say('file'), message: say('file.missing') }]),
    ...contentsFaults(draft.contents).map((name) => ({ name, label: say(name), message: say(`fault.${name}`) })),
  ];
  const refused = state.at === 'refused' ? state.problem : null;
  const fault = (name: string) =>
    (tried ? own.find((each) => each.name === name)?.message : undefined) ??
    refused?.errors.find(({ path }) => path.split('.').at(-1) === name)?.message;
  const send = async () => {
    setTried(true);
    if (own.length > 0 || !file || state.at === 'sending') return;
    const { number, signedOn, receivedOn, signatories, contents } = draft;
    const done = await run(
      {
        id: page.id,
        predecessorId: live?.id ?? null,
        number: number.trim(),
        signedOn,
        receivedOn,
        signatories: named(signatories),
        contents: contentsOf(contents),
      },
      { file },
    );
    if (done === null) return;
    dropDraft(officer.id, form);
    tell('done', say('request.done', { institution: page.name }));
    refresh();
    void go(`/lembaga/${page.id}`);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {live && <p className="note">{say('request.renews', { number: live.number })}</p>}
      <ErrorSummary problem={refused} faults={tried ? own : []} />
      <FormSection title={say('letter')} about={say('letter.about')}>
        <TextField
          label={say('number')}
          hint={say('number.hint')}
          name="number"
          required
          autoComplete="off"
          maxLength={120}
          value={draft.number}
          error={fault('number')}
          onChange={(event) => set({ number: event.target.value })}
        />
        <DateField
          label={say('signedOn')}
          name="signedOn"
          required
          value={draft.signedOn}
          error={fault('signedOn')}
          onChange={(signedOn) => set({ signedOn })}
        />
        <DateField
          label={say('receivedOn')}
          name="receivedOn"
          required
          value={draft.receivedOn}
          error={fault('receivedOn')}
          onChange={(receivedOn) => set({ receivedOn })}
        />
        <SignatoriesField value={draft.signatories} onChange={(signatories) => set({ signatories })} />
        <FileChoice file={file} onFile={setFile} error={fault('file')} />
      </FormSection>
      <ContentsField
        value={draft.contents}
        fault={fault}
        onChange={(part) => setDraft((was) => ({ ...was, contents: { ...was.contents, ...part } }))}
      />
      <p className="soft" role="status">
        {kept && say('draftKept')}
      </p>
      <Submit state={state} busy={say('sending')}>
        {say('request.submit')}
      </Submit>
    </form>
  );
}
