import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { listStoresContract, recordDeliveryContract } from '../../../../src/cards/blank/contract.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Go, useGo } from '../go.tsx';
import { SpanField } from '../scan/span-field.tsx';
import { countSpans } from '../scan/typed.ts';
import { BoxField } from './box-field.tsx';
import type { Box } from './boxes.ts';
import { texts } from './texts.ts';

const FORM = 'kiriman.pemasok';
const PAPER = ['number', 'supplier', 'contract'] as const;

interface Draft {
  readonly number: string;
  readonly supplier: string;
  readonly contract: string;
  readonly on: string;
  readonly store: string;
  readonly spans: readonly SpanText[];
  readonly boxes: readonly Box[];
}
const EMPTY: Draft = { number: '', supplier: '', contract: '', on: '', store: '', spans: [], boxes: [] };

/** What the delivery note of a supplier says, for another officer to count. */
export function RecordDelivery() {
  const say = useSay(texts);
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['blank', 'stores', 'office'],
    queryFn: ({ signal }) => client.call(listStoresContract, {}, { signal }),
  });
  const stores = query.data?.stores.filter(({ kind }) => kind === 'centre') ?? [];
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemasok">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('record.title')}
      </h1>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={10} />
      ) : stores.length === 0 ? (
        <Empty will={say('record.none')} />
      ) : (
        <RecordForm stores={stores} />
      )}
    </>
  );
}

function RecordForm({ stores }: { stores: readonly { readonly id: string; readonly name: string }[] }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const go = useGo();
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, FORM) ?? EMPTY);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, recordDeliveryContract);
  const kept = useDraft(officer.id, FORM, draft, draft !== EMPTY && state.at !== 'done');
  const store = stores.find(({ id }) => id === draft.store) ?? stores[0]!;
  const required = (name: 'number' | 'supplier' | 'contract' | 'on') =>
    draft[name].trim() === '' ? [{ name, label: say(name), message: kitSay('fault.required') }] : [];
  const faults = [
    ...PAPER.flatMap(required),
    ...required('on'),
    ...(draft.spans.length === 0
      ? [{ name: 'spans', label: say('record.serials'), message: say('record.fault.serials') }]
      : []),
  ];
  const fault = (name: string) => (tried ? faults.find((each) => each.name === name)?.message : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0 || state.at === 'sending') return;
    const done = await run({
      number: draft.number.trim(),
      supplier: draft.supplier.trim(),
      contractNo: draft.contract.trim(),
      deliveredOn: draft.on,
      storeId: store.id,
      spans: [...draft.spans],
      boxes: [...draft.boxes],
    });
    if (done === null) return;
    dropDraft(officer.id, FORM);
    tell('done', say('record.done', { n: done.n }));
    await queries.invalidateQueries({ queryKey: ['blank'] });
    await go(`/pemasok/${done.id}`);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={tried ? faults : []} />
      <FormSection title={say('record.paper')}>
        {PAPER.map((name) => (
          <TextField
            key={name}
            label={say(name)}
            name={name}
            required
            autoComplete="off"
            maxLength={name === 'supplier' ? 120 : 60}
            value={draft[name]}
            error={fault(name)}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        ))}
        <DateField
          label={say('on')}
          name="on"
          required
          value={draft.on}
          error={fault('on')}
          onChange={(on) => set({ on })}
        />
      </FormSection>
      <FormSection title={say('record.what')}>
        <ChoiceField
          label={say('record.store')}
          value={store.id}
          choices={stores.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ store: event.target.value })}
        />
        <SpanField
          label={say('record.serials')}
          name="spans"
          boxes={false}
          value={draft.spans}
          error={fault('spans')}
          onChange={(spans) => set({ spans })}
        />
      </FormSection>
      <FormSection title={say('record.boxes')} about={say('record.boxes.about')}>
        <BoxField value={draft.boxes} onChange={(boxes) => set({ boxes })} />
      </FormSection>
      {draft.spans.length > 0 && (
        <p className="lead" aria-live="polite">
          {say('record.preview', { n: countSpans(draft.spans), boxes: draft.boxes.length, store: store.name })}
        </p>
      )}
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('record.sending')}>
        {say('record.submit')}
      </Submit>
    </form>
  );
}
