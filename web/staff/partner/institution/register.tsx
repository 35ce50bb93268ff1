import { useState } from 'react';
import type { Contract } from '../../../../src/core/http/contract.ts';
import {
  changeInstitutionContract,
  listInstitutionsContract,
  registerInstitutionContract,
  viewInstitutionContract,
} from '../../../../src/sharing/partner/contract.ts';
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
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Asked, Go, useAsk, useGo, useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

interface Draft {
  readonly name: string;
  readonly kind: string;
  readonly sector: string;
  readonly supervisorId: string;
  readonly regionCode: string;
  readonly mail: string;
}
const EMPTY: Draft = { name: '', kind: '', sector: '', supervisorId: '', regionCode: '', mail: '' };

export function RegisterInstitution() {
  const say = useSay(texts);
  const go = useGo();
  const tell = useTell();
  return (
    <>
      <p className="soft no-print">
        <Go to="/lembaga">{say('list.title')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('register.title')}
      </h1>
      <InstitutionForm
        contract={registerInstitutionContract}
        form="lembaga.baru"
        begin={EMPTY}
        extra={{}}
        submit={say('register.submit')}
        onDone={({ id }, name) => {
          tell('done', say('register.done', { name }));
          go(`/lembaga/${id}`);
        }}
      />
    </>
  );
}

export function ChangeInstitution() {
  const id = useAddressPart('institutionId');
  const say = useSay(texts);
  const go = useGo();
  const tell = useTell();
  const query = useAsk(viewInstitutionContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to={`/lembaga/${id}`}>{query.data?.name ?? say('title')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('change')}
      </h1>
      <p>{say('change.about')}</p>
      <Asked query={query}>
        {(page) => (
          <InstitutionForm
            contract={changeInstitutionContract}
            form={`lembaga.${id}`}
            begin={draftOf(page)}
            extra={{ id }}
            submit={say('change.submit')}
            onDone={(_, name) => {
              tell('done', say('change.done', { name }));
              go(`/lembaga/${id}`);
            }}
          />
        )}
      </Asked>
    </>
  );
}

const draftOf = ({ name, kind, sector, supervisor, regionCode, mail }: InstitutionPage): Draft => ({
  name,
  kind,
  sector,
  supervisorId: supervisor?.id ?? '',
  regionCode: regionCode ?? '',
  mail: mail ?? '',
});

function InstitutionForm<C extends Contract>({
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
  const required = (name: 'name' | 'kind' | 'sector' | 'supervisorId') =>
    draft[name].trim() === '' ? [{ name, label: say(name), message: kitSay('fault.required') }] : [];
  const own = [
    ...required('name'),
    ...required('kind'),
    ...required('sector'),
    ...(supervised ? required('supervisorId') : []),
    ...(draft.kind === 'regional_government' && draft.regionCode === ''
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
    const { name, kind, sector, supervisorId, regionCode, mail } = draft;
    const input = {
      ...extra,
      name: name.trim(),
      kind,
      sector,
      supervisorId: supervised ? supervisorId : null,
      regionCode: regionCode.trim() || null,
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
          <SupervisorField
            value={draft.supervisorId}
            error={fault('supervisorId')}
            onChange={(supervisorId) => set({ supervisorId })}
          />
        )}
        <TextField
          label={say('regionCode')}
          hint={say('regionCode.hint')}
          name="regionCode"
          inputMode="numeric"
          className="short"
          autoComplete="off"
          maxLength={4}
          value={draft.regionCode}
          error={fault('regionCode')}
          onChange={(event) => set({ regionCode: event.target.value.replaceAll(/[^0-9]/g, '') })}
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

/** Those that can carry others: ministries, agencies, social security. */
function SupervisorField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
}) {
  const say = useSay(texts);
  const query = useAsk(listInstitutionsContract, { supervisors: 'yes' });
  const choices = (query.data?.institutions ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ChoiceField
      label={say('supervisorId')}
      hint={say('supervisorId.hint')}
      name="supervisorId"
      required
      none={say('choose')}
      choices={choices}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
