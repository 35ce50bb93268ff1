import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { listStoresContract, sendShipmentContract } from '../../../../src/cards/blank/contract.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useOfficeDay } from '../../enrolment/filter/day.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Go, useGo } from '../go.tsx';
import { CodeField } from '../scan/code-field.tsx';
import { SpanField } from '../scan/span-field.tsx';
import { countSpans } from '../scan/typed.ts';
import { StorePicker, type Destination } from './store-picker.tsx';
import { texts } from './texts.ts';

const FORM = 'kirim.blangko';

interface Draft {
  readonly from: string;
  readonly to: Destination | null;
  readonly spans: readonly SpanText[];
  readonly seals: readonly string[];
  readonly carrier: string;
  readonly expectedOn: string;
}

/** From a store that I keep. */
export function Send() {
  const say = useSay(texts);
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['blank', 'stores', 'office'],
    queryFn: ({ signal }) => client.call(listStoresContract, {}, { signal }),
  });
  const own = query.data?.stores.filter((store) => store.own) ?? [];
  return (
    <>
      <p className="soft no-print">
        <Go to="/pengiriman">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('send.title')}
      </h1>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={10} />
      ) : own.length === 0 ? (
        <Empty will={say('send.none')} />
      ) : (
        <SendForm stores={own} />
      )}
    </>
  );
}

function SendForm({ stores }: { stores: readonly { readonly id: string; readonly name: string }[] }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const go = useGo();
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const [draft, setDraft] = useState<Draft>(
    () =>
      readDraft<Draft>(officer.id, FORM) ?? {
        from: stores[0]!.id,
        to: null,
        spans: [],
        seals: [],
        carrier: '',
        expectedOn: '',
      },
  );
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, sendShipmentContract);
  const begun = draft.to !== null || draft.spans.length > 0 || draft.seals.length > 0 || draft.carrier !== '';
  const kept = useDraft(officer.id, FORM, draft, begun && state.at !== 'done');
  const from = stores.find(({ id }) => id === draft.from) ?? stores[0]!;
  const faults = useFaults(draft);
  const fault = (name: string) => (tried ? faults.find((each) => each.name === name)?.message : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0 || !draft.to || state.at === 'sending') return;
    const done = await run({
      fromStore: from.id,
      toStore: draft.to.id,
      spans: [...draft.spans],
      seals: [...draft.seals],
      carrier: draft.carrier.trim(),
      expectedOn: draft.expectedOn,
    });
    if (done === null) return;
    dropDraft(officer.id, FORM);
    tell('done', say('send.done', { number: done.number }));
    await queries.invalidateQueries({ queryKey: ['blank'] });
    await go(`/pengiriman/${done.id}`);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={tried ? faults : []} />
      <FormSection title={say('send.way')}>
        <ChoiceField
          label={say('send.from')}
          name="fromStore"
          required
          value={from.id}
          choices={stores.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ from: event.target.value, to: null })}
        />
        <StorePicker
          key={from.id}
          label={say('send.to')}
          from={from.id}
          value={draft.to}
          error={fault('toStore')}
          onChange={(to) => set({ to })}
        />
      </FormSection>
      <FormSection title={say('send.what')}>
        <SpanField
          label={say('send.serials')}
          name="spans"
          value={draft.spans}
          error={fault('spans')}
          onChange={(spans) => set({ spans })}
        />
      </FormSection>
      <FormSection title={say('send.carry')}>
        <CodeField
          label={say('send.seals')}
          hint={say('send.seals.hint')}
          name="seals"
          value={draft.seals}
          error={fault('seals')}
          onChange={(seals) => set({ seals })}
        />
        <TextField
          label={say('send.carrier')}
          hint={say('send.carrier.hint')}
          name="carrier"
          required
          autoComplete="off"
          maxLength={120}
          value={draft.carrier}
          error={fault('carrier')}
          onChange={(event) => set({ carrier: event.target.value })}
        />
        <DateField
          label={say('send.expected')}
          name="expectedOn"
          required
          value={draft.expectedOn}
          error={fault('expectedOn')}
          onChange={(expectedOn) => set({ expectedOn })}
        />
      </FormSection>
      <Preview draft={draft} from={from.name} whole={faults.length === 0} />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('send.submitting')}>
        {say('send.submit')}
      </Submit>
    </form>
  );
}

/** What is missing or wrong before anything is sent, in the order of the form. */
function useFaults(draft: Draft) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const today = useOfficeDay();
  const fault = (name: string, label: string, message: string | false) =>
    message === false ? [] : [{ name, label, message }];
  return [
    ...fault('toStore', say('send.to'), draft.to === null && say('send.fault.to')),
    ...fault('spans', say('send.serials'), draft.spans.length === 0 && say('send.fault.serials')),
    ...fault('seals', say('send.seals'), draft.seals.length === 0 && say('send.fault.seals')),
    ...fault('carrier', say('send.carrier'), draft.carrier.trim() === '' && kitSay('fault.required')),
    ...fault(
      'expectedOn',
      say('send.expected'),
      draft.expectedOn === '' ? kitSay('fault.required') : draft.expectedOn < today && say('send.fault.past'),
    ),
  ];
}

function Preview({ draft, from, whole }: { draft: Draft; from: string; whole: boolean }) {
  const say = useSay(texts);
  const format = useFormat();
  const { to, spans, seals, carrier, expectedOn } = draft;
  return (
    <section aria-live="polite">
      <h2>{say('send.preview.head')}</h2>
      {whole && to ? (
        <p className="lead">
          {say('send.preview', {
            n: countSpans(spans),
            spans: spans.length,
            from,
            to: `${to.name}, ${to.office}`,
            seals: seals.length,
            carrier: carrier.trim(),
            on: format.date(expectedOn),
            keeper: to.keeper,
          })}
        </p>
      ) : (
        <p className="soft">{say('send.preview.none')}</p>
      )}
    </section>
  );
}
