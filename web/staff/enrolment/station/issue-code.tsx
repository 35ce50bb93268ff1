import { useState, type FormEvent } from 'react';
import { issueStationCodeContract } from '../../../../src/recording/enrolment/station/contract.ts';
import { STATION_KINDS } from '../../../../src/recording/enrolment/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useHouse } from '../../house.tsx';
import { OfficePicker, type PickedOffice } from '../../office/office-picker.tsx';
import { useSession } from '../../session.tsx';
import { texts } from './texts.ts';

type Kind = (typeof STATION_KINDS)[number];

/** A code for one station, shown once. */
export function IssueCode() {
  const say = useSay(texts);
  const kit = useSay(kitTexts);
  const { client } = useHouse();
  const session = useSession();
  const act = useAct(client, issueStationCodeContract);
  const [office, setOffice] = useState<PickedOffice | null>(session.office);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('fixed');
  const [tried, setTried] = useState(false);
  const [issued, setIssued] = useState<{ name: string; code: string; expiresAt: string } | null>(null);
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const said = (path: string) => problem?.errors.find((each) => each.path === path)?.message;
  const faults = {
    office: tried && !office ? say('issue.officeNeeded') : said('officeId'),
    name: tried && !name.trim() ? kit('fault.required') : said('name'),
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (act.state.at === 'sending') return;
    setTried(true);
    if (!office || !name.trim()) return;
    const done = await act.run({ officeId: office.id, name: name.trim(), kind });
    if (!done) return;
    setIssued({ name: name.trim(), ...done });
    setTried(false);
    setName('');
  };
  return (
    <details className="act" open={issued !== null || undefined}>
      <summary>{say('issue.title')}</summary>
      <p className="soft">{say('issue.about')}</p>
      {issued && <Issued {...issued} />}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary
          problem={problem}
          faults={(['office', 'name'] as const).flatMap((each) =>
            faults[each] ? [{ name: each, label: say(`issue.${each}`), message: faults[each] }] : [],
          )}
        />
        <OfficePicker
          label={say('issue.office')}
          name="office"
          required
          value={office}
          onChange={setOffice}
          error={faults.office}
        />
        <TextField
          label={say('issue.name')}
          hint={say('issue.name.hint')}
          name="name"
          required
          autoComplete="off"
          maxLength={80}
          value={name}
          error={faults.name}
          onChange={(event) => setName(event.target.value)}
        />
        <ChoiceField
          label={say('issue.kind')}
          required
          choices={STATION_KINDS.map((each) => ({ value: each, label: say(`kind.${each}`) }))}
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind)}
        />
        <Submit state={act.state} busy={say('issue.busy')}>
          {say('issue.submit')}
        </Submit>
      </form>
    </details>
  );
}

function Issued({ name, code, expiresAt }: { name: string; code: string; expiresAt: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  return (
    <div className="note done" role="status">
      <p>
        <b>{say('issued.title', { name })}</b>
      </p>
      <p className="once">{code}</p>
      <p>{say('issued.once', { until: format.instant(expiresAt) })}</p>
      <button
        type="button"
        className="btn quiet"
        onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}
      >
        {say(copied ? 'issued.copied' : 'issued.copy')}
      </button>
    </div>
  );
}
