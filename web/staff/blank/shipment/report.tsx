import { useState, type FormEvent } from 'react';
import { reportDifferenceContract } from '../../../../src/cards/blank/contract.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { SpanField } from '../scan/span-field.tsx';
import { countSpans } from '../scan/typed.ts';
import type { OpenShipment } from './shipment.tsx';
import { texts } from './texts.ts';

/** The receiver names what is there; what is not stays the sender's until a third officer decides. */
export function ReportDifference({
  shipment,
  sent,
  onDone,
}: {
  shipment: OpenShipment;
  sent: number;
  onDone: () => void;
}) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `selisih.kirim.${shipment.id}`;
  const [there, setThere] = useState<readonly SpanText[]>(() => readDraft<SpanText[]>(officer.id, form) ?? []);
  const [nothing, setNothing] = useState(false);
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, reportDifferenceContract);
  useDraft(officer.id, form, there, there.length > 0 && state.at !== 'done');
  const n = countSpans(there);
  const unsure = n === 0 && !nothing;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unsure || state.at === 'sending') return;
    const done = await run({ id: shipment.id, there: [...there] });
    if (done === null) return;
    dropDraft(officer.id, form);
    tell(
      done.discrepancyId ? 'waiting' : 'done',
      done.discrepancyId ? say('report.done', { n: done.missing }) : say('report.all'),
    );
    onDone();
  };
  return (
    <details className="act">
      <summary>{say('report')}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <p>{say('report.about')}</p>
        <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
        <SpanField
          label={say('report.serials')}
          name="there"
          value={there}
          onChange={setThere}
          error={tried && unsure ? say('report.confirm.missing') : undefined}
        />
        {n === 0 && (
          <label className="tick">
            <input type="checkbox" checked={nothing} onChange={(event) => setNothing(event.target.checked)} />
            {say('report.confirm')}
          </label>
        )}
        <p className="note waiting">
          {n === 0
            ? say('report.none', { sent })
            : say('report.preview', { there: n, sent, missing: Math.max(0, sent - n) })}
        </p>
        <Submit state={state} busy={say('report.submitting')}>
          {say('report.submit')}
        </Submit>
      </form>
    </details>
  );
}
