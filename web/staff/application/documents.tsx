import { useState } from 'react';
import {
  checkDocumentsContract,
  handInDocumentContract,
  openHandedInContract,
} from '../../../src/register/application/contract.ts';
import type { DocumentCode } from '../../../src/register/application/rules.ts';
import { useAct } from '../../kit/act.ts';
import { FileDrop, type FileState } from '../../kit/file-drop.tsx';
import { Problem } from '../../kit/problem.ts';
import { Failing } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { showFile } from '../download.ts';
import { useEventWords } from '../event/words.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import type { ApplicationView } from './read.ts';
import { texts } from './texts.ts';

type Requirement = ApplicationView['requirements'][number];

const ACCEPTED = ['application/pdf', 'image/jpeg', 'image/png'];
const MOST_BYTES = 5_000_000;

/** What the service asks for: handed in, looked at, and found in order or not with what is wrong. */
export function Documents({ application, onChanged }: { application: ApplicationView; onChanged: () => void }) {
  const say = useSay(texts);
  return (
    <section className="documents">
      <h2>{say('documents.title')}</h2>
      <ul>
        {application.requirements.map((requirement) => (
          <li key={requirement.code}>
            <Document application={application} requirement={requirement} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Document({
  application,
  requirement,
  onChanged,
}: {
  application: ApplicationView;
  requirement: Requirement;
  onChanged: () => void;
}) {
  const say = useSay(texts);
  const words = useEventWords();
  const { scopes } = useSession();
  const open = ['draft', 'incomplete', 'submitted', 'assigned'].includes(application.state);
  const checkable = application.state === 'submitted' || application.state === 'assigned';
  // Once submitted, a file is only asked for where there is none or the one that is there will not do.
  const wanted = !checkable || !requirement.fileId || requirement.verdict === 'not_met';
  const handsIn = open && wanted && scopes.includes('application.create') && requirement.verdict !== 'met';
  const title = words.document(requirement.code);
  return (
    <>
      <div className="row">
        <b>{title}</b>
        <span className="soft">{say(requirement.needed ? 'documents.needed' : 'documents.sometimes')}</span>
        <Verdict requirement={requirement} />
      </div>
      {requirement.note && <p>{requirement.note}</p>}
      {requirement.checker && <p className="soft">{say('documents.checker', { name: requirement.checker })}</p>}
      {requirement.fileId && <View id={application.id} requirement={requirement} title={title} />}
      {handsIn && <HandIn id={application.id} requirement={requirement} title={title} onChanged={onChanged} />}
      {checkable && requirement.fileId && scopes.includes('application.decide') && (
        <Check id={application.id} requirement={requirement} title={title} onChanged={onChanged} />
      )}
    </>
  );
}

function Verdict({ requirement }: { requirement: Requirement }) {
  const say = useSay(texts);
  if (requirement.verdict === 'met') return <Tag standing="done">{say('documents.met')}</Tag>;
  if (requirement.verdict === 'not_met') return <Tag standing="stopped">{say('documents.notMet')}</Tag>;
  if (requirement.fileId) return <Tag standing="waiting">{say('documents.unchecked')}</Tag>;
  return requirement.needed ? <Tag standing="plain">{say('documents.missing')}</Tag> : null;
}

function View({ id, requirement, title }: { id: string; requirement: Requirement; title: string }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const view = async () => {
    setState({ busy: true, error: null });
    try {
      showFile(await client.call(openHandedInContract, { id, code: requirement.code as DocumentCode }));
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <p>
      <button type="button" className="link" aria-disabled={state.busy} onClick={() => void view()}>
        {state.busy ? say('documents.viewing') : say('documents.view', { document: title })}
      </button>{' '}
      <span className="soft">{requirement.fileName}</span>
      {state.error ? <Failing error={state.error} /> : null}
    </p>
  );
}

function HandIn({
  id,
  requirement,
  title,
  onChanged,
}: {
  id: string;
  requirement: Requirement;
  title: string;
  onChanged: () => void;
}) {
  const say = useSay(texts);
  const kit = useSay(kitTexts);
  const { client } = useHouse();
  const [state, setState] = useState<FileState>(
    requirement.fileName ? { at: 'kept', name: requirement.fileName } : { at: 'none' },
  );
  const send = async (file: File) => {
    setState({ at: 'sending', name: file.name, sent: 0, total: file.size });
    try {
      await client.call(
        handInDocumentContract,
        { id, code: requirement.code as DocumentCode },
        { file, onProgress: (sent, total) => setState({ at: 'sending', name: file.name, sent, total }) },
      );
      setState({ at: 'kept', name: file.name });
      onChanged();
    } catch (error) {
      const why = error instanceof Problem ? error.title : kit('form.notSent');
      setState({ at: 'refused', name: file.name, why });
    }
  };
  return (
    <FileDrop
      label={title}
      hint={say('documents.hint')}
      accept={ACCEPTED}
      mostBytes={MOST_BYTES}
      state={state}
      onFile={(file) => void send(file)}
    />
  );
}

function Check({
  id,
  requirement,
  title,
  onChanged,
}: {
  id: string;
  requirement: Requirement;
  title: string;
  onChanged: () => void;
}) {
  const say = useSay(texts);
  const { client } = useHouse();
  const [wrong, setWrong] = useState<string | null>(null);
  const { state, run } = useAct(client, checkDocumentsContract);
  const code = requirement.code as DocumentCode;
  const judge = async (verdict: 'met' | 'not_met', note: string | null) => {
    if (!(await run({ id, verdicts: [{ code, verdict, note }] }))) return;
    setWrong(null);
    onChanged();
  };
  const of = <span className="unseen">: {title}</span>;
  return (
    <div className="stack">
      {wrong === null ? (
        <div className="row">
          {requirement.verdict !== 'met' && (
            <button type="button" className="btn quiet" onClick={() => void judge('met', null)}>
              {say('documents.markMet')}
              {of}
            </button>
          )}
          <button type="button" className="btn plain" onClick={() => setWrong(requirement.note ?? '')}>
            {say('documents.markNotMet')}
            {of}
          </button>
        </div>
      ) : (
        <>
          <TextField
            label={say('documents.note')}
            hint={say('documents.note.hint')}
            required
            autoFocus
            maxLength={300}
            value={wrong}
            onChange={(event) => setWrong(event.target.value)}
          />
          <div className="row">
            <button
              type="button"
              className="btn stop"
              disabled={wrong.trim() === ''}
              onClick={() => void judge('not_met', wrong)}
            >
              {say('documents.saveNot')}
              {of}
            </button>
            <button type="button" className="btn plain" onClick={() => setWrong(null)}>
              {say('documents.cancel')}
            </button>
          </div>
        </>
      )}
      {state.at === 'refused' && <Failing error={state.problem} />}
    </div>
  );
}
