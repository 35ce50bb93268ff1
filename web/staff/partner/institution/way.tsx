import { takeBackStepContract } from '../../../../src/sharing/partner/contract.ts';
import { CLIMBING, LIVE, type Stage } from '../../../../src/sharing/partner/ladder/rules.ts';
import type { InstitutionPage, Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { Go, useMay, useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

/** The past with dates and names, now, and what comes with who must act. */
export function Way({ page, pass }: { page: InstitutionPage; pass: Pass }) {
  const say = useSay(texts);
  const done = pass.steps.filter(({ takesBack, takenBack }) => takesBack === null && !takenBack);
  const past = done.map(({ stage, occurredOn, by }, at): Station => ({
    name: say(`partner.stage.${stage}`),
    when: at === done.length - 1 ? 'now' : 'past',
    date: occurredOn,
    ...(by ? { who: by } : {}),
  }));
  const next = comingAfter(pass, page).map((stage, at): Station => ({
    name: say(`partner.stage.${stage}`),
    when: 'next',
    ...(at === 0 && pass.acts ? { who: say('mustAct', { who: say(`partner.doer.${pass.acts}`) }) } : {}),
  }));
  return <StateLine label={say('way')} stations={[...past, ...next]} />;
}

/** The rungs that are still above; who needs no memorandum leaves it out. */
function comingAfter({ stage, ended }: Pass, { kind }: InstitutionPage): readonly Stage[] {
  if (ended || LIVE.includes(stage)) return [];
  const rungs: readonly Stage[] = [...CLIMBING, 'CONNECTED'];
  const way = kind === 'regional_government' ? rungs.filter((each) => each !== 'MOU') : rungs;
  return way.slice(way.indexOf(stage) + 1);
}

export function NextStep({ page, pass }: { page: InstitutionPage; pass: Pass }) {
  const say = useSay(texts);
  const mayManage = useMay('partner.manage');
  return (
    <section className="next-step">
      <h3>{say('next')}</h3>
      {pass.nextUp && (
        <p>
          {say('next.is', { stage: say(`partner.stage.${pass.nextUp}`) })}{' '}
          {pass.lacking.length > 0
            ? say('next.lacking', {
                what: pass.lacking.map((what) => say(`partner.lacking.${what as 'pks'}`)).join(', '),
              })
            : say('next.ready')}
        </p>
      )}
      {mayManage && (
        <p className="row no-print">
          <Go to={`/lembaga/${page.id}/langkah`} search={{ kerjasama: pass.id }} look="btn">
            {say('next.open')}
          </Go>
        </p>
      )}
      {mayManage && pass.steps.length > 1 && <TakeBack pass={pass} />}
    </section>
  );
}

function TakeBack({ pass }: { pass: Pass }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <details className="act no-print">
      <summary>{say('takeBack')}</summary>
      <ActForm
        contract={takeBackStepContract}
        form={`langkah.batal.${pass.id}`}
        title={say('takeBack')}
        about={say('takeBack.about', { stage: say(`partner.stage.${pass.stage}`) })}
        submit={say('takeBack.submit')}
        questions={() => [{ name: 'words', label: say('words'), least: 10, most: 1_000 }]}
        inputOf={({ words = '' }) => ({ id: pass.id, words: words.trim() })}
        onDone={({ stage }) => {
          tell('plain', say('takeBack.done', { stage: say(`partner.stage.${stage}`) }));
          refresh();
        }}
      />
    </details>
  );
}
