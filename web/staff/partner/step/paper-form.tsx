import { useState } from 'react';
import { fileDocumentContract } from '../../../../src/sharing/partner/contract.ts';
import { TERMED, WITH_CONTENTS, type DocumentKind } from '../../../../src/sharing/partner/ladder/rules.ts';
import type { Contents, Signatory } from '../../../../src/sharing/partner/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useRefresh } from '../form/ask.tsx';
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
  readonly validFrom: string;
  readonly validUntil: string;
  readonly signatories: readonly Signatory[];
  readonly contents: ContentsDraft;
}

/** One paper of a pass, with its file: sent together, kept as a draft until then. */
export function PaperForm({
  cooperationId,
  kind,
  begin,
  onFiled,
}: {
  cooperationId: string;
  kind: DocumentKind;
  /** What was asked for, from which an agreement is begun. */
  begin: Contents | null;
  onFiled: () => void;
}) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const refresh = useRefresh();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `dokumen.${cooperationId}.${kind}`;
  const empty: Draft = {
    number: '',
    signedOn: '',
    validFrom: '',
    validUntil: '',
    signatories: [],
    contents: begin ? contentsDraftOf(begin) : NO_CONTENTS,
  };
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? empty);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, fileDocumentContract);
  const kept = useDraft(officer.id, form, draft, draft.number !== '' && state.at !== 'done');
  const termed = TERMED.includes(kind);
  const filled = WITH_CONTENTS.includes(kind);
  const required = (name: 'number' | 'signedOn' | 'validFrom' | 'validUntil') =>
    draft[name].trim() === '' ? [{ name, label: say(name), message: kitSay('fault.required') }] : [];
  const own = [
    ...required('number'),
    ...required('signedOn'),
    ...(termed ? [...required('validFrom'), ...required('validUntil')] : []),
    ...(termed && draft.validFrom !== '' && draft.validUntil !== '' && draft.validUntil < draft.validFrom
      ? [{ name: 'validUntil', label: say('validUntil'), message: say('partner.field.term_order') }]
      : []),
    ...(filled
      ? contentsFaults(draft.contents).map((name) => ({ name, label: say(name), message: say(`fault.${name}`) }))
      : []),
  ];
  const refused = state.at === 'refused' ? state.problem : null;
  const fault = (name: string) =>
    (tried ? own.find((each) => each.name === name)?.message : undefined) ??
    refused?.errors.find(({ path }) => path.split('.').at(-1) === name)?.message;
  const send = async () => {
    setTried(true);
    if (own.length > 0 || !file || state.at === 'sending') return;
    const { number, signedOn, validFrom, validUntil, signatories, contents } = draft;
    const done = await run(
      {
        id: cooperationId,
        kind,
        number: number.trim(),
        signedOn,
        ...(termed && { validFrom, validUntil }),
        signatories: named(signatories),
        ...(filled && { contents: contentsOf(contents) }),
      },
      { file },
    );
    if (done === null) return;
    dropDraft(officer.id, form);
    tell('done', say('paper.done', { kind: say(`partner.document.${kind}`) }));
    refresh();
    onFiled();
  };
  return (
    <form
      noValidate
      className="paper-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary problem={refused} faults={tried ? own : []} />
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
      {termed && (
        <>
          <DateField
            label={say('validFrom')}
            name="validFrom"
            required
            value={draft.validFrom}
            error={fault('validFrom')}
            onChange={(validFrom) => set({ validFrom })}
          />
          <DateField
            label={say('validUntil')}
            name="validUntil"
            required
            value={draft.validUntil}
            error={fault('validUntil')}
            onChange={(validUntil) => set({ validUntil })}
          />
        </>
      )}
      <SignatoriesField value={draft.signatories} onChange={(signatories) => set({ signatories })} />
      {filled && (
        <ContentsField
          value={draft.contents}
          fault={fault}
          onChange={(part) => setDraft((before) => ({ ...before, contents: { ...before.contents, ...part } }))}
        />
      )}
      <FileChoice file={file} onFile={setFile} error={tried && !file ? say('file.missing') : undefined} />
      <p className="soft" role="status">
        {kept && say('draftKept')}
      </p>
      <Submit state={state} busy={say('sending')}>
        {say('paper.submit', { kind: say(`partner.document.${kind}`) })}
      </Submit>
    </form>
  );
}
