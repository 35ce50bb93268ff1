import { useState, type FormEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { listStoresContract } from '../../../../src/cards/blank/contract.ts';
import { listDestinationsContract } from '../../../../src/cards/blank/desk/contract.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { proposeRebalanceContract } from '../../../../src/cards/blank/supply/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { Empty } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useFilter } from '../../address.ts';
import { Asked } from '../../ask.tsx';
import { useOfficeDay } from '../../enrolment/filter/day.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useAskBlanks } from '../ask.ts';
import { Go } from '../go.tsx';
import { CodeField } from '../scan/code-field.tsx';
import { SpanField } from '../scan/span-field.tsx';
import { countSpans } from '../scan/typed.ts';
import { StorePicker, type Destination } from '../shipment/store-picker.tsx';
import { texts } from './texts.ts';

const FORM = 'pindah.blangko';

interface Draft {
  readonly from: string;
  readonly to: Destination | null;
  readonly spans: readonly SpanText[];
  readonly seals: readonly string[];
  readonly carrier: string;
  readonly expectedOn: string;
  readonly reason: string;
}

/** To a neighbour of the province: proposed here, decided by another officer, and only then a shipment. */
export function Rebalance() {
  const say = useSay(texts);
  const query = useAskBlanks(listStoresContract, {});
  return (
    <>
      <p className="soft no-print">
        <Go to="/pengiriman">{say('move.back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('move.title')}
      </h1>
      <p>{say('move.about')}</p>
      <Asked query={query}>
        {({ stores }) => {
          const own = stores.filter((store) => store.own);
          return own.length === 0 ? <Empty will={say('ask.none')} /> : <Proposed stores={own} />;
        }}
      </Asked>
    </>
  );
}

type Stores = readonly { readonly id: string; readonly name: string }[];

/** What another page has reckoned (`dari`, `ke`, `keping`) is filled in; which serials go the keeper says. */
function Proposed({ stores }: { stores: Stores }) {
  const [from] = useFilter('dari');
  const [to] = useFilter('ke');
  const [n] = useFilter('keping');
  const own = stores.find(({ id }) => id === from);
  const asked = own !== undefined && to !== undefined;
  const query = useAskBlanks(
    listDestinationsContract,
    { id: own?.id ?? stores[0]!.id, way: 'rebalancing' },
    { when: asked },
  );
  if (!asked) return <RebalanceForm stores={stores} />;
  return (
    <Asked query={query}>
      {({ stores: neighbours }) => {
        const there = neighbours.find(({ id }) => id === to);
        return <RebalanceForm stores={stores} proposed={{ from: own.id, to: there ?? null, n: Number(n) || null }} />;
      }}
    </Asked>
  );
}

function RebalanceForm({
  stores,
  proposed,
}: {
  stores: Stores;
  proposed?: { readonly from: string; readonly to: Destination | null; readonly n: number | null };
}) {
  const format = useFormat();
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const navigate = useNavigate();
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const [draft, setDraft] = useState<Draft>(
    () =>
      (proposed ? null : readDraft<Draft>(officer.id, FORM)) ?? {
        from: proposed?.from ?? stores[0]!.id,
        to: proposed?.to ?? null,
        spans: [],
        seals: [],
        carrier: '',
        expectedOn: '',
        reason: '',
      },
  );
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, proposeRebalanceContract);
  const begun = draft.to !== null || draft.spans.length > 0 || draft.seals.length > 0 || draft.reason !== '';
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
      reason: draft.reason.trim(),
    });
    if (done === null) return;
    dropDraft(officer.id, FORM);
    tell('done', say('move.done'));
    void queries.invalidateQueries({ queryKey: ['proposals'] });
    await navigate({ to: `/petugas/usul/${done.proposalId}` as '/petugas' });
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={tried ? faults : []} />
      {proposed && proposed.n !== null && (
        <p className="note">{say('move.proposed', { n: format.number(proposed.n) })}</p>
      )}
      <FormSection title={say('move.way')}>
        <ChoiceField
          label={say('move.from')}
          name="fromStore"
          required
          value={from.id}
          choices={stores.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ from: event.target.value, to: null })}
        />
        <StorePicker
          key={from.id}
          label={say('move.to')}
          from={from.id}
          way="rebalancing"
          value={draft.to}
          error={fault('toStore')}
          onChange={(to) => set({ to })}
        />
      </FormSection>
      <FormSection title={say('move.what')}>
        <SpanField
          label={say('move.serials')}
          name="spans"
          value={draft.spans}
          error={fault('spans')}
          onChange={(spans) => set({ spans })}
        />
      </FormSection>
      <FormSection title={say('move.carry')}>
        <CodeField
          label={say('move.seals')}
          hint={say('move.seals.hint')}
          name="seals"
          value={draft.seals}
          error={fault('seals')}
          onChange={(seals) => set({ seals })}
        />
        <TextField
          label={say('move.carrier')}
          hint={say('move.carrier.hint')}
          name="carrier"
          required
          autoComplete="off"
          maxLength={120}
          value={draft.carrier}
          error={fault('carrier')}
          onChange={(event) => set({ carrier: event.target.value })}
        />
        <DateField
          label={say('move.expected')}
          name="expectedOn"
          required
          value={draft.expectedOn}
          error={fault('expectedOn')}
          onChange={(expectedOn) => set({ expectedOn })}
        />
        <TextField
          label={say('move.reason')}
          hint={say('move.reason.hint')}
          name="reason"
          required
          autoComplete="off"
          maxLength={500}
          value={draft.reason}
          error={fault('reason')}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </FormSection>
      <Preview draft={draft} from={from.name} whole={faults.length === 0} />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('move.submitting')}>
        {say('move.submit')}
      </Submit>
    </form>
  );
}

/** What is missing or wrong before anything is sent, in the order of the form. */
function useFaults(draft: Draft) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const today = useOfficeDay();
  const { to, spans, seals, carrier, expectedOn, reason } = draft;
  const faults: readonly (readonly [string, string, string | false])[] = [
    ['toStore', say('move.to'), to === null && say('move.fault.to')],
    ['spans', say('move.serials'), spans.length === 0 && say('move.fault.serials')],
    ['seals', say('move.seals'), seals.length === 0 && say('move.fault.seals')],
    ['carrier', say('move.carrier'), carrier.trim() === '' && kitSay('fault.required')],
    [
      'expectedOn',
      say('move.expected'),
      expectedOn === '' ? kitSay('fault.required') : expectedOn < today && say('move.fault.past'),
    ],
    ['reason', say('move.reason'), reason.trim().length < 5 && say('move.fault.reason')],
  ];
  return faults.flatMap(([name, label, message]) => (message === false ? [] : [{ name, label, message }]));
}

function Preview({ draft, from, whole }: { draft: Draft; from: string; whole: boolean }) {
  const say = useSay(texts);
  const format = useFormat();
  const { to, spans, expectedOn } = draft;
  return (
    <section aria-live="polite">
      <h2>{say('move.preview')}</h2>
      {whole && to ? (
        <p className="lead">
          {say('move.sentence', {
            n: countSpans(spans),
            from,
            to: `${to.name}, ${to.office}`,
            on: format.date(expectedOn),
          })}
        </p>
      ) : (
        <p className="soft">{say('move.preview.none')}</p>
      )}
    </section>
  );
}
