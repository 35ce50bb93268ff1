import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { openStoreContract } from '../../../../src/cards/blank/contract.ts';
import { listKeepersContract } from '../../../../src/cards/blank/desk/contract.ts';
import { STORE_KINDS, type StoreKind } from '../../../../src/cards/blank/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { OfficePicker, type PickedOffice } from '../../office/office-picker.tsx';
import { useSession } from '../../session.tsx';
import { Go, useGo } from '../go.tsx';
import { useBlankWords } from '../words/words.ts';
import { texts } from './texts.ts';

const FORM = 'gudang.baru';

interface Draft {
  readonly office: PickedOffice | null;
  readonly name: string;
  readonly kind: StoreKind | '';
  readonly keeper: string;
}
const EMPTY: Draft = { office: null, name: '', kind: '', keeper: '' };

/** A store at an office of my region, with the officer who answers for it from its first moment. */
export function OpenStore() {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const words = useBlankWords();
  const tell = useTell();
  const go = useGo();
  const { client, queries } = useHouse();
  const { officer, office: own } = useSession();
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, FORM) ?? EMPTY);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, openStoreContract);
  const kept = useDraft(officer.id, FORM, draft, draft !== EMPTY && state.at !== 'done');
  const keepers = useQuery({
    queryKey: ['blank', 'keepers', draft.office?.id],
    queryFn: ({ signal }) => client.call(listKeepersContract, { office: draft.office!.id }, { signal }),
    enabled: draft.office !== null,
  });
  const labels = { office: say('office'), name: say('name'), kind: say('kind'), keeper: say('keeper') };
  const empty = {
    office: draft.office === null,
    name: draft.name.trim() === '',
    kind: draft.kind === '',
    keeper: draft.keeper === '',
  };
  const names = Object.keys(labels) as (keyof typeof labels)[];
  const faults = names
    .filter((name) => empty[name])
    .map((name) => ({ name, label: labels[name], message: kitSay('fault.required') }));
  const fault = (name: keyof typeof labels) => (tried && empty[name] ? kitSay('fault.required') : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { office, kind, keeper: keeperId } = draft;
    if (faults.length > 0 || !office || kind === '' || state.at === 'sending') return;
    const name = draft.name.trim();
    const done = await run({ officeId: office.id, name, kind, keeperId });
    if (done === null) return;
    dropDraft(officer.id, FORM);
    tell('done', say('open.done', { name }));
    await queries.invalidateQueries({ queryKey: ['blank'] });
    await go(`/gudang/${done.id}`);
  };
  const none = keepers.data?.keepers.length === 0;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="soft no-print">
        <Go to="">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('open.title')}
      </h1>
      <p>{say('open.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={tried ? faults : []} />
      <FormSection title={say('open.where')}>
        <OfficePicker
          label={labels.office}
          name="office"
          required
          region={own.regionCode ?? undefined}
          value={draft.office}
          error={fault('office')}
          onChange={(office) => set({ office, keeper: '' })}
        />
        <TextField
          label={labels.name}
          hint={say('name.hint')}
          name="name"
          required
          autoComplete="off"
          maxLength={80}
          value={draft.name}
          error={fault('name')}
          onChange={(event) => set({ name: event.target.value })}
        />
        <ChoiceField
          label={labels.kind}
          name="kind"
          required
          none={say('choose')}
          value={draft.kind}
          error={fault('kind')}
          choices={STORE_KINDS.map((kind) => ({ value: kind, label: words.storeKind(kind) }))}
          onChange={(event) => set({ kind: event.target.value as StoreKind | '' })}
        />
      </FormSection>
      <FormSection title={say('open.who')}>
        <ChoiceField
          label={labels.keeper}
          hint={draft.office ? say('keeper.hint') : say('keeper.first')}
          name="keeper"
          required
          none={say('choose')}
          value={draft.keeper}
          error={none ? say('keeper.none') : fault('keeper')}
          choices={(keepers.data?.keepers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ keeper: event.target.value })}
        />
      </FormSection>
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('open.sending')}>
        {say('open.submit')}
      </Submit>
    </form>
  );
}
