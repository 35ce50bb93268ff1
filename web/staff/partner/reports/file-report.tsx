import { useState } from 'react';
import { fileReportContract } from '../../../../src/sharing/partner/contract.ts';
import type { ReportLine } from '../../../../src/sharing/partner/view/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useRefresh } from '../form/ask.tsx';
import { FileChoice } from '../step/file-choice.tsx';
import { semesterName } from '../words/semester.ts';
import { texts } from './texts.ts';

/** The report that came, with its paper and the day on which it was received. */
export function FileReport({ report, onDone }: { report: ReportLine; onDone: () => void }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const refresh = useRefresh();
  const { client } = useHouse();
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState('');
  const [receivedOn, setReceivedOn] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, fileReportContract);
  const refused = state.at === 'refused' ? state.problem : null;
  const wrong = (name: string, value: string) =>
    (tried && value.trim() === '' ? kitSay('fault.required') : undefined) ??
    refused?.errors.find(({ path }) => path === name)?.message;
  const send = async () => {
    setTried(true);
    if ([number, signedOn, receivedOn].some((value) => value.trim() === '') || !file || state.at === 'sending') return;
    const done = await run({ id: report.id, number: number.trim(), signedOn, receivedOn, signatories: [] }, { file });
    if (done === null) return;
    tell('done', say('file.done', { institution: report.institution, semester: semesterName(report.semester) }));
    refresh();
    onDone();
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
      <ErrorSummary problem={refused} faults={[]} />
      <TextField
        label={say('number')}
        required
        autoFocus
        autoComplete="off"
        maxLength={120}
        value={number}
        error={wrong('number', number)}
        onChange={(event) => setNumber(event.target.value)}
      />
      <DateField
        label={say('signedOn')}
        required
        value={signedOn}
        error={wrong('signedOn', signedOn)}
        onChange={setSignedOn}
      />
      <DateField
        label={say('receivedOn')}
        required
        value={receivedOn}
        error={wrong('receivedOn', receivedOn)}
        onChange={setReceivedOn}
      />
      <FileChoice file={file} onFile={setFile} error={tried && !file ? say('file.missing') : undefined} />
      <div className="row">
        <Submit state={state} busy={say('sending')}>
          {say('file.submit')}
        </Submit>
        <button type="button" className="btn plain" onClick={onDone}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}
