import { useState } from 'react';
import { proposeGrantsContract, viewInstitutionContract } from '../../../../src/sharing/partner/contract.ts';
import type { InstitutionPage, Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { Empty } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart, useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Asked, Go, useAsk, useGo, useRefresh } from '../form/ask.tsx';
import { begun, faultsOf, grantOf, type Agreement, type Draft, type Grant } from './draft.ts';
import { Bounds, Sentence, Telling, What } from './parts.tsx';
import { texts } from './texts.ts';

/** The great act: what an institution may ask, within its PKS; another officer says yes to exactly this. */
export function ProposeGrant() {
  const id = useAddressPart('institutionId');
  const [wanted] = useFilter('kerjasama');
  const [replaced] = useFilter('ganti');
  const say = useSay(texts);
  const query = useAsk(viewInstitutionContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to={`/lembaga/${id}`}>{query.data?.name ?? say('title')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <Asked query={query}>
        {(page) => {
          const pass = page.passes.find((each) => each.id === wanted) ?? page.passes.find(({ ended }) => !ended);
          const agreement = pass?.documents.findLast(({ kind }) => kind === 'pks');
          if (!pass || !agreement) return <Empty will={say('none')} />;
          const old = pass.grants.find((grant) => grant.id === replaced && grant.endedAt === null) ?? null;
          return <Propose page={page} pass={pass} agreement={agreement} old={old} />;
        }}
      </Asked>
    </>
  );
}

interface Given {
  readonly page: InstitutionPage;
  readonly pass: Pass;
  readonly agreement: Agreement;
  readonly old: Grant | null;
}

function Propose({ page, pass, agreement, old }: Given) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `hak-akses.${pass.id}.${old?.id ?? 'baru'}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? begun(agreement, old));
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, proposeGrantsContract);
  const kept = useDraft(officer.id, form, draft, draft.quota !== '' && state.at !== 'done');
  const own = faultsOf(draft, agreement).map((name) => ({ name, label: say(name), message: say(`fault.${name}`) }));
  const refused = state.at === 'refused' ? state.problem : null;
  const fault = (name: string) =>
    (tried ? own.find((each) => each.name === name)?.message : undefined) ??
    refused?.errors.find(({ path }) => path.startsWith('grants.0.') && path.split('.')[2] === name)?.message;
  const send = async () => {
    setTried(true);
    if (own.length > 0 || state.at === 'sending') return;
    const done = await run({ grants: [grantOf(draft, agreement, old)] });
    if (done === null) return;
    dropDraft(officer.id, form);
    tell('waiting', say('done'));
    refresh();
    void go(`/usul/${done.proposalId}`);
  };
  return (
    <form
      noValidate
      className="great-act"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Sentence page={page} draft={draft} agreement={agreement} />
      {old && <p className="note">{say('replaces')}</p>}
      <ErrorSummary problem={refused} faults={tried ? own : []} />
      <What draft={draft} set={set} agreement={agreement} fault={fault} fixed={old !== null} />
      <Bounds page={page} draft={draft} set={set} fault={fault} />
      <Telling draft={draft} set={set} />
      <FormSection title={say('term')} about={say('term.about')}>
        <DateField
          label={say('validFrom')}
          name="validFrom"
          required
          value={draft.validFrom}
          error={fault('validFrom')}
          onChange={(validFrom) => set({ validFrom })}
        />
        <DateField
          label={say('validUntil')}
          name="validUntil"
          required
          value={draft.validUntil}
          error={fault('validUntil')}
          onChange={(validUntil) => set({ validUntil })}
        />
      </FormSection>
      <dl className="facts">
        <dt>{say('hash')}</dt>
        <dd>{say('hash.later')}</dd>
        <dt>{say('proposedBy')}</dt>
        <dd>{say('proposedBy.you', { name: officer.name })}</dd>
        <dt>{say('mayApprove')}</dt>
        <dd>{say('mayApprove.who')}</dd>
      </dl>
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('sending')}>
        {say('submit')}
      </Submit>
    </form>
  );
}
