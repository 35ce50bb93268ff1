import { useState } from 'react';
import { takeStepContract, viewInstitutionContract } from '../../../../src/sharing/partner/contract.ts';
import {
  FILED_BY_HAND,
  reasonsFor,
  type DocumentKind,
  type Stage,
} from '../../../../src/sharing/partner/ladder/rules.ts';
import type { InstitutionPage, Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { Empty } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart, useFilter } from '../../address.ts';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { Asked, Go, useAsk, useGo, useRefresh } from '../form/ask.tsx';
import { PaperForm } from './paper-form.tsx';
import { texts } from './texts.ts';

/** The next step of a pass: its papers one after the other, then the step with its day; or an end with its reason. */
export function NextStep() {
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
          const pass = page.passes.find((each) => each.id === wanted) ?? page.passes.find(({ ended }) => !ended);
          return pass && !pass.ended ? <Step page={page} pass={pass} /> : <Empty will={say('over')} />;
        }}
      </Asked>
    </>
  );
}

function Step({ page, pass }: { page: InstitutionPage; pass: Pass }) {
  const say = useSay(texts);
  return (
    <>
      <p className="lead">
        {say('stands', { institution: page.name, stage: say(`partner.stage.${pass.stage}`) })}
        {pass.nextUp && ` ${say('leads', { stage: say(`partner.stage.${pass.nextUp}`) })}`}
      </p>
      {pass.nextUp && <Lacking page={page} pass={pass} up={pass.nextUp} />}
      {pass.nextUp && pass.lacking.length === 0 && <Take page={page} pass={pass} to={pass.nextUp} />}
      <OtherPaper pass={pass} />
      {pass.may
        .filter((to) => to !== pass.nextUp)
        .map((to) => (
          <details className="act" key={to}>
            <summary>{say(`to.${to as 'REFUSED'}`)}</summary>
            {to === 'WITHDRAWN' && !pass.documents.some(({ kind }) => kind === 'withdrawal') ? (
              <>
                <p>{say('withdrawal.first')}</p>
                <PaperForm cooperationId={pass.id} kind="withdrawal" begin={null} onFiled={() => {}} />
              </>
            ) : (
              <Take page={page} pass={pass} to={to} />
            )}
          </details>
        ))}
    </>
  );
}

const isPaper = (what: string): what is DocumentKind => (FILED_BY_HAND as readonly string[]).includes(what);

/** What the step needs, each with its state, and the form of the first paper that is lacking. */
function Lacking({ page, pass, up }: { page: InstitutionPage; pass: Pass; up: Stage }) {
  const say = useSay(texts);
  const papers = pass.lacking.filter(isPaper);
  const memorandum = pass.lacking.includes('memorandum');
  const [first] =
    memorandum && !page.needsSupervisor && !papers.includes('mou') ? (['mou', ...papers] as const) : papers;
  const asked = pass.documents.find(({ kind, latest }) => kind === 'request' && latest)?.contents ?? null;
  return (
    <section aria-labelledby="kurang">
      <h2 id="kurang">{say('needs', { stage: say(`partner.stage.${up}`) })}</h2>
      <ul className="plain-list">
        {pass.lacking.map((what) => (
          <li key={what}>
            <Tag standing="waiting">{say('lacking')}</Tag> {say(`partner.lacking.${what as 'pks'}`)}
            {what === 'memorandum' && page.needsSupervisor && (
              <span className="soft block">
                {say('memorandum.supervisor', { name: page.supervisor?.name ?? say('noSupervisor') })}
              </span>
            )}
            {what === 'grant' && (
              <span className="block">
                <Go to={`/lembaga/${page.id}/hak-akses`} search={{ kerjasama: pass.id }}>
                  {say('toGrant')}
                </Go>
              </span>
            )}
          </li>
        ))}
        {pass.lacking.length === 0 && (
          <li>
            <Tag standing="done">{say('complete')}</Tag>
          </li>
        )}
      </ul>
      {first && (
        <>
          <h3>{say(`partner.document.${first}`)}</h3>
          <PaperForm key={first} cooperationId={pass.id} kind={first} begin={asked} onFiled={() => {}} />
        </>
      )}
    </section>
  );
}

function Take({ page, pass, to }: { page: InstitutionPage; pass: Pass; to: Stage }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const reasons = reasonsFor(to);
  const ends = reasons.length > 0;
  const stage = say(`partner.stage.${to}`);
  return (
    <ActForm
      contract={takeStepContract}
      form={`langkah.${pass.id}.${to}`}
      title={say('take', { stage })}
      about={say(ends ? 'take.ends' : 'take.about', { institution: page.name, stage })}
      submit={say('take.submit', { stage })}
      questions={() => [
        { name: 'occurredOn', label: say('occurredOn'), hint: say('occurredOn.hint'), kind: 'date' },
        ...(ends
          ? [
              {
                name: 'reason',
                label: say('reason'),
                kind: 'choice' as const,
                choices: reasons.map((value) => ({ value, label: say(`partner.reason.${value}`) })),
              },
              { name: 'words', label: say('words'), least: 10, most: 1_000 },
            ]
          : []),
      ]}
      inputOf={({ occurredOn = '', reason, words }) => ({
        id: pass.id,
        to,
        occurredOn,
        ...(ends && { reason: reason as (typeof reasons)[number], words: words?.trim() ?? '' }),
      })}
      onDone={() => {
        tell(ends ? 'stopped' : 'done', say('take.done', { institution: page.name, stage }));
        refresh();
        void go(`/lembaga/${page.id}`);
      }}
    />
  );
}

/** A later version of any paper, such as an addendum, without a step. */
function OtherPaper({ pass }: { pass: Pass }) {
  const say = useSay(texts);
  const [kind, setKind] = useState('');
  const chosen = FILED_BY_HAND.find((each) => each === kind);
  const governing =
    pass.documents.findLast((paper) => paper.kind === 'pks') ??
    pass.documents.find((paper) => paper.kind === 'request');
  return (
    <details className="act">
      <summary>{say('other')}</summary>
      <p>{say('other.about')}</p>
      <ChoiceField
        label={say('other.kind')}
        none={say('choose')}
        choices={FILED_BY_HAND.map((value) => ({ value, label: say(`partner.document.${value}`) }))}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
      />
      {chosen && (
        <PaperForm
          key={chosen}
          cooperationId={pass.id}
          kind={chosen}
          begin={governing?.contents ?? null}
          onFiled={() => setKind('')}
        />
      )}
    </details>
  );
}
