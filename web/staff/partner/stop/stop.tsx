import { useState } from 'react';
import {
  fileAppealContract,
  openDocumentContract,
  proposeHearingContract,
  proposeRestorationContract,
  proposeSuspensionContract,
  suspendAtOnceContract,
  viewInstitutionContract,
} from '../../../../src/sharing/partner/contract.ts';
import { SECTORS } from '../../../../src/sharing/partner/rules.ts';
import { AT_ONCE_CAUSES, CAUSES, type Cause } from '../../../../src/sharing/partner/supervision/rules.ts';
import type { InstitutionPage, Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { Empty } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart, useFilter } from '../../address.ts';
import type { Question } from '../../disposal/form/field.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { OpenFile } from '../../disposal/form/open-file.tsx';
import { Asked, Go, useAsk, useGo, useMay, useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

type Suspension = Pass['suspensions'][number];

/** Cutting off, appeals and the way back of one partner. Each great act becomes a proposal that another officer decides. */
export function Stop() {
  const id = useAddressPart('institutionId');
  const [wanted] = useFilter('kerjasama');
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
          const isLive = ({ stage }: Pass) => stage === 'CONNECTED' || stage === 'EVALUATION';
          const pass = page.passes.find((each) => each.id === wanted && isLive(each)) ?? page.passes.find(isLive);
          return pass ? <Acts page={page} pass={pass} /> : <Empty will={say('notLive')} />;
        }}
      </Asked>
    </>
  );
}

function Acts({ page, pass }: { page: InstitutionPage; pass: Pass }) {
  const say = useSay(texts);
  const open = pass.suspensions.filter(({ liftedAt, inForce }) => liftedAt === null && inForce);
  return (
    <>
      {open.map((one) => (
        <OneSuspension key={one.id} page={page} suspension={one} />
      ))}
      {open.length === 0 && <p className="note done">{say('running')}</p>}
      <Propose page={page} pass={pass} />
      <AtOnce page={page} pass={pass} />
    </>
  );
}

/** A proposal was made: say so and go where it is decided. */
function useProposed() {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  return ({ proposalId }: { proposalId: string }) => {
    tell('waiting', say('proposed'));
    refresh();
    void go(`/usul/${proposalId}`);
  };
}

function useSubstitute(page: InstitutionPage): readonly Question[] {
  const say = useSay(texts);
  const { essential } = SECTORS[page.sector];
  return essential
    ? [{ name: 'substitute', label: say('substitute'), hint: say('substitute.hint'), least: 5, most: 200 }]
    : [];
}

function Propose({ page, pass }: { page: InstitutionPage; pass: Pass }) {
  const say = useSay(texts);
  const proposed = useProposed();
  const substitute = useSubstitute(page);
  if (!useMay('partner.suspension.propose')) return null;
  return (
    <ActForm
      contract={proposeSuspensionContract}
      form={`hentikan.${pass.id}`}
      title={say('cut')}
      about={say('cut.about', { institution: page.name })}
      submit={say('propose')}
      questions={() => [
        {
          name: 'cause',
          label: say('cause'),
          kind: 'choice',
          choices: CAUSES.map((value) => ({ value, label: say(`partner.cause.${value}`) })),
        },
        { name: 'reason', label: say('reason'), least: 10, most: 1_000 },
        ...substitute,
      ]}
      inputOf={({ cause, reason = '', substitute: who = '' }) => ({
        cause: cause as Cause,
        reason: reason.trim(),
        cut: [{ cooperationId: pass.id, substitute: who.trim() || null }],
      })}
      before={({ cause }) => (
        <p className="lead" aria-live="polite">
          {cause && say('cut.sentence', { institution: page.name, cause: say(`partner.cause.${cause as Cause}`) })}
        </p>
      )}
      onDone={proposed}
    />
  );
}

function AtOnce({ page, pass }: { page: InstitutionPage; pass: Pass }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const substitute = useSubstitute(page);
  if (!useMay('partner.suspension.propose')) return null;
  return (
    <details className="act">
      <summary>{say('atOnce')}</summary>
      <ActForm
        contract={suspendAtOnceContract}
        form={`segera.${pass.id}`}
        title={say('atOnce')}
        about={say('atOnce.about')}
        submit={say('atOnce.submit')}
        questions={() => [
          {
            name: 'cause',
            label: say('cause'),
            kind: 'choice',
            choices: AT_ONCE_CAUSES.map((value) => ({ value, label: say(`partner.cause.${value}`) })),
          },
          { name: 'reason', label: say('reason'), least: 10, most: 1_000 },
          ...substitute,
        ]}
        inputOf={({ cause, reason = '', substitute: who = '' }) => ({
          id: pass.id,
          cause: cause as (typeof AT_ONCE_CAUSES)[number],
          reason: reason.trim(),
          substitute: who.trim() || null,
        })}
        onDone={({ until }) => {
          tell('stopped', say('atOnce.done', { institution: page.name, until: format.instant(until) }));
          refresh();
          void go(`/lembaga/${page.id}`);
        }}
      />
    </details>
  );
}

function OneSuspension({ page, suspension }: { page: InstitutionPage; suspension: Suspension }) {
  const say = useSay(texts);
  const format = useFormat();
  const appeal = suspension.appeals.find(({ outcome }) => outcome === null);
  return (
    <section className="note stopped" aria-label={say(`partner.cause.${suspension.cause}`)}>
      <h2>
        {say('standing', { cause: say(`partner.cause.${suspension.cause}`), from: format.instant(suspension.from) })}
      </h2>
      <p>{suspension.reason}</p>
      {appeal ? <Hearing appeal={appeal} /> : <Appeal page={page} suspension={suspension} />}
      <Restore page={page} suspension={suspension} />
    </section>
  );
}

function Appeal({ page, suspension }: { page: InstitutionPage; suspension: Suspension }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <details className="act">
      <summary>{say('appeal')}</summary>
      <ActForm
        contract={fileAppealContract}
        form={`keberatan.${suspension.id}`}
        title={say('appeal')}
        about={say('appeal.about')}
        submit={say('appeal.submit')}
        questions={() => [
          { name: 'receivedOn', label: say('receivedOn'), kind: 'date' },
          { name: 'words', label: say('appeal.words'), least: 10, most: 1_000 },
        ]}
        inputOf={({ receivedOn = '', words = '' }) => ({ id: suspension.id, receivedOn, words: words.trim() })}
        onDone={() => {
          tell('waiting', say('appeal.done', { institution: page.name }));
          refresh();
        }}
      />
    </details>
  );
}

function Hearing({ appeal }: { appeal: Suspension['appeals'][number] }) {
  const say = useSay(texts);
  const format = useFormat();
  const proposed = useProposed();
  const [granted, setGranted] = useState<boolean | null>(null);
  if (!useMay('partner.appeal.propose')) return null;
  return (
    <details className="act" open>
      <summary>{say('hearing')}</summary>
      <p>
        {say('hearing.words', { day: format.date(appeal.receivedOn) })} {appeal.words}
      </p>
      <p className="soft">{say('hearing.due', { day: format.date(appeal.dueOn) })}</p>
      {appeal.documentId && (
        <OpenFile contract={openDocumentContract} input={{ id: appeal.documentId }} label={say('hearing.letter')} />
      )}
      <ActForm
        contract={proposeHearingContract}
        form={`putusan.${appeal.id}`}
        title={say('hearing')}
        about={say('hearing.about')}
        submit={say('propose')}
        missing={granted === null ? say('hearing.choose') : undefined}
        questions={() => [{ name: 'why', label: say('hearing.why'), least: 10, most: 1_000 }]}
        inputOf={({ why = '' }) => ({ id: appeal.id, granted: granted === true, why: why.trim() })}
        onDone={proposed}
      >
        <fieldset className="options">
          <legend>{say('hearing.outcome')}</legend>
          {([true, false] as const).map((each) => (
            <label key={String(each)}>
              <input type="radio" name="granted" checked={granted === each} onChange={() => setGranted(each)} />
              <span>{say(each ? 'hearing.grant' : 'hearing.refuse')}</span>
            </label>
          ))}
        </fieldset>
      </ActForm>
    </details>
  );
}

function Restore({ page, suspension }: { page: InstitutionPage; suspension: Suspension }) {
  const say = useSay(texts);
  const proposed = useProposed();
  if (!useMay('partner.restoration.propose')) return null;
  return (
    <details className="act">
      <summary>{say('restore')}</summary>
      <ActForm
        contract={proposeRestorationContract}
        form={`pulihkan.${suspension.id}`}
        title={say('restore')}
        about={say('restore.about', { institution: page.name })}
        submit={say('propose')}
        questions={() => [{ name: 'reason', label: say('reason'), least: 10, most: 1_000 }]}
        inputOf={({ reason = '' }) => ({ suspensions: [suspension.id], reason: reason.trim() })}
        onDone={proposed}
      />
    </details>
  );
}
