import { useState } from 'react';
import type { Contract } from '../../../../src/core/http/contract.ts';
import {
  KIND_NAMES,
  needsSupervisor,
  SECTOR_NAMES,
  type Kind,
  type Sector,
} from '../../../../src/sharing/partner/rules.ts';
import type { InstitutionPage } from '../../../../src/sharing/partner/view/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useRefresh } from '../form/ask.tsx';
import { PlacePicker, type Place } from '../form/place-picker.tsx';
import { SupervisorPicker, type Supervisor } from '../form/supervisor-picker.tsx';
import { texts } from './texts.ts';

export interface Draft {
  readonly name: string;
  readonly kind: string;
  readonly sector: string;
  readonly supervisor: Supervisor | null;
  readonly place: Place | null;
  readonly mail: string;
}
export const EMPTY: Draft = { name: '', kind: '', sector: '', supervisor: null, place: null, mail: '' };

export const draftOf = ({ name, kind, sector, supervisor, regionCode, place, mail }: InstitutionPage): Draft => ({
  name,
  kind,
  sector,
  supervisor,
  place: regionCode === null ? null : { code: regionCode, name: place ?? regionCode },
  mail: mail ?? '',
});

/** What an institution is; `begin` is what stands there, a draft of this device goes before it. */
export function InstitutionForm<C extends Contract>({
  contract,
  form,
  begin,
  extra,
  submit,
  onDone,
}: {
  contract: C;
  form: string;
  begin: Draft;
  extra: object;
  submit: string;
  onDone: (answer: { id: string }, name: string) => void;
}) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const { client } = useHouse();
  const { officer } = useSession();
  const refresh = useRefresh();
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? begin);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { state, run } = useAct(client, contract);
  const kept = useDraft(officer.id, form, draft, draft !== begin && state.at !== 'done');
  const supervised = draft.kind !== '' && needsSupervisor(draft.kind as Kind);
  const required = (name: 'name' | 'kind' | 'sector' | 'supervisorId', given: string) =>
    given.trim() === '' ? [{ name, label: say(name), message: kitSay('fault.required') }] : [];
  const own = [
    ...required('name', draft.name),
    ...required('kind', draft.kind),
    ...required('sector', draft.sector),
    ...(supervised ? required('supervisorId', draft.supervisor?.id ?? '') : []),
    ...(draft.kind === 'regional_government' && draft.place === null
      ? [{ name: 'regionCode', label: say('regionCode'), message: say('partner.region_needed') }]
      : []),
  ];
  const refused = state.at === 'refused' ? state.problem : null;
  const fault = (name: string) =>
    (tried ? own.find((each) => each.name === name)?.message : undefined) ??
    refused?.errors.find(({ path }) => path === name)?.message;
  const send = async () => {
    setTried(true);
    if (own.length > 0 || state.at === 'sending') return;
    const { name, kind, sector, supervisor, place, mail } = draft;
    const input = {
      ...extra,
      name: name.trim(),
      kind,
      sector,
      supervisorId: supervised ? (supervisor?.id ?? null) : null,
      regionCode: place?.code ?? null,
      mail: mail.trim() || null,
    };
    const answer = await run(input as never);
    if (answer === null) return;
    dropDraft(officer.id, form);
    refresh();
    onDone(answer as { id: string }, name.trim());
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary problem={refused} faults={tried ? own : []} />
      <FormSection title={say('form.who')}>
        <TextField
          label={say('name')}
          hint={say('name.hint')}
          name="name"
          required
          autoComplete="off"
          maxLength={160}
          value={draft.name}
          error={fault('name')}
          onChange={(event) => set({ name: event.target.value })}
        />
        <ChoiceField
          label={say('kind')}
          name="kind"
          required
          none={say('choose')}
          choices={KIND_NAMES.map((value) => ({ value, label: say(`partner.kind.${value}`) }))}
          value={draft.kind}
          error={fault('kind')}
          onChange={(event) => set({ kind: event.target.value })}
        />
        <ChoiceField
          label={say('sector')}
          hint={say('sector.hint')}
          name="sector"
          required
          none={say('choose')}
          choices={SECTOR_NAMES.map((value: Sector) => ({ value, label: say(`partner.sector.${value}`) }))}
          value={draft.sector}
          error={fault('sector')}
          onChange={(event) => set({ sector: event.target.value })}
        />
      </FormSection>
      <FormSection title={say('form.where')} about={say('form.where.about')}>
        {supervised && (
          <SupervisorPicker
            label={say('supervisorId')}
            hint={say('supervisorId.hint')}
            name="supervisorId"
            required
            value={draft.supervisor}
            error={fault('supervisorId')}
            onChange={(supervisor) => set({ supervisor })}
          />
        )}
        <PlacePicker
          label={say('regionCode')}
          hint={say('regionCode.hint')}
          name="regionCode"
          required={draft.kind === 'regional_government'}
          value={draft.place}
          error={fault('regionCode')}
          onChange={(place) => set({ place })}
        />
        <TextField
          label={say('mail')}
          hint={say('mail.hint')}
          name="mail"
          type="email"
          autoComplete="off"
          maxLength={200}
          value={draft.mail}
          error={fault('mail')}
          onChange={(event) => set({ mail: event.target.value })}
        />
      </FormSection>
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('sending')}>
        {submit}
      </Submit>
    </form>
  );
}
