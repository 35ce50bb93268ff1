import { useState, type FormEvent } from 'react';
import { listStoresContract } from '../../../../src/cards/blank/contract.ts';
import { askBlanksContract, forecastContract } from '../../../../src/cards/blank/supply/contract.ts';
import { NEEDS, type Need } from '../../../../src/cards/blank/supply/rules.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { Empty } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { Asked } from '../../ask.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useAskBlanks, useRefreshBlanks } from '../ask.ts';
import { Go, useGo } from '../go.tsx';
import { readCount } from '../scan/count-field.tsx';
import { SupplyFigures } from './supply-figures.tsx';
import { texts } from './texts.ts';

const FORM = 'minta.blangko';

interface Draft {
  readonly store: string;
  readonly needs: Readonly<Partial<Record<Need, string>>>;
  readonly reason: string;
}

/** A store asks for blanks and says what for. */
export function AskBlanks() {
  const say = useSay(texts);
  const stores = useAskBlanks(listStoresContract, {});
  return (
    <>
      <p className="soft no-print">
        <Go to="/permintaan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('ask')}
      </h1>
      <p>{say('ask.about')}</p>
      <Asked query={stores}>
        {(data) => {
          const own = data.stores.filter((store) => store.own);
          return own.length === 0 ? <Empty will={say('ask.none')} /> : <AskForm stores={own} />;
        }}
      </Asked>
    </>
  );
}

interface OwnStore {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
}

function AskForm({ stores }: { stores: readonly OwnStore[] }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const go = useGo();
  const refresh = useRefreshBlanks();
  const { client } = useHouse();
  const { officer } = useSession();
  const [draft, setDraft] = useState<Draft>(
    () => readDraft<Draft>(officer.id, FORM) ?? { store: stores[0]!.id, needs: {}, reason: '' },
  );
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, askBlanksContract);
  const typed = NEEDS.filter((need) => (draft.needs[need] ?? '').trim() !== '');
  const begun = typed.length > 0 || draft.reason !== '';
  const kept = useDraft(officer.id, FORM, draft, begun && state.at !== 'done');
  const store = stores.find(({ id }) => id === draft.store) ?? stores[0]!;
  const needs = typed.map((need) => ({ need, n: readCount(draft.needs[need]!) ?? 0 }));
  const wrong = new Set(needs.filter(({ n }) => n < 1).map(({ need }) => need));
  const short = draft.reason.trim().length < 5;
  const faults = [
    ...(typed.length === 0
      ? [{ name: NEEDS[0] as string, label: say('ask.needs'), message: say('ask.fault.needs') }]
      : [...wrong].map((need) => ({ name: need, label: say(`need.${need}`), message: say('ask.fault.count') }))),
    ...(short ? [{ name: 'reason', label: say('ask.reason'), message: say('ask.fault.reason') }] : []),
  ];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0 || state.at === 'sending') return;
    const done = await run({ storeId: store.id, needs, reason: draft.reason.trim() });
    if (done === null) return;
    dropDraft(officer.id, FORM);
    tell('done', say('ask.done', { number: done.number }));
    refresh();
    await go(`/permintaan/${done.id}`);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={tried ? faults : []} />
      <FormSection title={say('ask.store')}>
        <ChoiceField
          label={say('ask.store')}
          name="storeId"
          required
          value={store.id}
          choices={stores.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ store: event.target.value })}
        />
        {store.regionCode.length >= 4 && <OwnSupply code={store.regionCode.slice(0, 4)} />}
      </FormSection>
      <FormSection title={say('ask.needs')} about={say('ask.needs.about')}>
        {NEEDS.map((need, place) => (
          <TextField
            key={need}
            label={`${place + 1}. ${say(`need.${need}`)}`}
            hint={say(`need.${need}.about`)}
            name={need}
            inputMode="numeric"
            autoComplete="off"
            className="short"
            maxLength={12}
            value={draft.needs[need] ?? ''}
            error={
              tried && wrong.has(need)
                ? say('ask.fault.count')
                : tried && typed.length === 0 && place === 0
                  ? say('ask.fault.needs')
                  : undefined
            }
            onChange={(event) => set({ needs: { ...draft.needs, [need]: event.target.value } })}
          />
        ))}
        <p className="running" role="status">
          {say('ask.total', { n: needs.reduce((sum, { n }) => sum + n, 0) })}
        </p>
        <TextField
          label={say('ask.reason')}
          hint={say('ask.reason.hint')}
          name="reason"
          required
          autoComplete="off"
          maxLength={500}
          value={draft.reason}
          error={tried && short ? say('ask.fault.reason') : undefined}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </FormSection>
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('ask.submitting')}>
        {say('ask.submit')}
      </Submit>
    </form>
  );
}

/** How long the region's stock lasts, beside what is asked for; a form that asks does without it when it cannot be had. */
function OwnSupply({ code }: { code: string }) {
  const say = useSay(texts);
  const query = useAskBlanks(forecastContract, {});
  const supply = query.data?.regions.find((region) => region.code === code);
  if (!supply) return null;
  return (
    <section aria-label={say('ask.supply')}>
      <h2>{say('supply', { name: supply.name })}</h2>
      <SupplyFigures supply={supply} />
    </section>
  );
}
