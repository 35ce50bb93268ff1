import { viewInstitutionContract } from '../../../../src/sharing/partner/contract.ts';
import type { InstitutionPage, Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { Empty } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { Asked, Go, useAsk, useMay } from '../form/ask.tsx';
import { InstitutionMatchings } from '../matching/matchings.tsx';
import { Documents } from './documents.tsx';
import { Grants } from './grants.tsx';
import { People } from './people.tsx';
import { Reports, Suspensions } from './supervision.tsx';
import { Keys } from '../keys/keys.tsx';
import { NextStep, Way } from './way.tsx';
import { Timeline } from './timeline.tsx';
import { Units } from './units.tsx';
import { texts } from './texts.ts';

/** One institution: where it stands, what comes next and who must act, then everything that this rests on. */
export function OneInstitution() {
  const id = useAddressPart('institutionId');
  const say = useSay(texts);
  const query = useAsk(viewInstitutionContract, { id }, { again: 60_000 });
  return (
    <>
      <p className="soft no-print">
        <Go to="/lembaga">{say('list.title')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data?.name ?? say('title')}
      </h1>
      <Asked query={query}>{(page) => <Institution page={page} />}</Asked>
    </>
  );
}

function Institution({ page }: { page: InstitutionPage }) {
  const say = useSay(texts);
  const [current, ...earlier] = page.passes;
  const live = page.passes.find(({ stage }) => stage === 'CONNECTED' || stage === 'EVALUATION');
  return (
    <>
      <Facts page={page} />
      <div className="row institution-acts no-print">
        <Change page={page} />
        <Begin page={page} live={live} />
        <CanaryLink page={page} />
      </div>
      {current ? (
        <OnePass page={page} pass={current} title={say('pass', { number: current.number })} />
      ) : (
        <Empty will={say('pass.none')} />
      )}
      {earlier.map((pass) => (
        <details key={pass.id} className="act" open={pass === live}>
          <summary>{say('pass.earlier', { number: pass.number, stage: say(`partner.stage.${pass.stage}`) })}</summary>
          <OnePass page={page} pass={pass} title={say('pass', { number: pass.number })} />
        </details>
      ))}
      <KeysOf page={page} />
      <InstitutionMatchings institutionId={page.id} />
      <Units page={page} />
      <People page={page} />
    </>
  );
}

function Facts({ page }: { page: InstitutionPage }) {
  const say = useSay(texts);
  const mayRead = useMay('metering.read');
  return (
    <>
      {page.state === 'closed' && <Tag standing="stopped">{say('closed')}</Tag>}
      <dl className="facts">
        <dt>{say('kind')}</dt>
        <dd>{say(`partner.kind.${page.kind}`)}</dd>
        <dt>{say('sector')}</dt>
        <dd>{say(`partner.sector.${page.sector}`)}</dd>
        <dt>{say('supervisor')}</dt>
        <dd>
          {page.supervisor ? (
            <Go to={`/lembaga/${page.supervisor.id}`}>{page.supervisor.name}</Go>
          ) : (
            say(page.needsSupervisor ? 'supervisor.lacking' : 'supervisor.not')
          )}
        </dd>
        <dt>{say('asksAbout')}</dt>
        <dd>{page.place ? say('asksAbout.region', { place: page.place }) : say('asksAbout.nation')}</dd>
        <dt>{say('fees')}</dt>
        <dd>
          {say(page.free ? 'fees.free' : 'fees.pays')}{' '}
          {mayRead && <Go to={`/lembaga/${page.id}/pemakaian`}>{say('fees.usage')}</Go>}
        </dd>
        <dt>{say('mail')}</dt>
        <dd>{page.mail ?? say('mail.none')}</dd>
      </dl>
    </>
  );
}

function Change({ page }: { page: InstitutionPage }) {
  const say = useSay(texts);
  if (!useMay('partner.manage') || page.state !== 'active') return null;
  return (
    <Go to={`/lembaga/${page.id}/perbaiki`} look="btn quiet">
      {say('change')}
    </Go>
  );
}

/** Keys and invented persons are of whoever has a cooperation that has not ended. */
const cooperates = ({ passes }: InstitutionPage) => passes.some(({ ended }) => !ended);

function KeysOf({ page }: { page: InstitutionPage }) {
  const mayRead = useMay('partner.key.read');
  return mayRead && cooperates(page) ? <Keys institutionId={page.id} /> : null;
}

function CanaryLink({ page }: { page: InstitutionPage }) {
  const say = useSay(texts);
  if (!useMay('partner.canary.read') || !cooperates(page)) return null;
  return (
    <Go to={`/lembaga/${page.id}/data-umpan`} look="btn quiet">
      {say('canaries')}
    </Go>
  );
}

/** The way in: a first request, or the renewal of what is in use. */
function Begin({ page, live }: { page: InstitutionPage; live: Pass | undefined }) {
  const say = useSay(texts);
  const mayManage = useMay('partner.manage');
  const climbing = page.passes.some((pass) => !pass.ended && pass !== live);
  if (!mayManage || page.state !== 'active' || climbing) return null;
  return (
    <Go to={`/lembaga/${page.id}/permohonan`} look={live ? 'btn quiet' : 'btn'}>
      {say(live ? 'renew' : 'request')}
    </Go>
  );
}

function OnePass({ page, pass, title }: { page: InstitutionPage; pass: Pass; title: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const heading = `kerja-sama-${pass.id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {pass.predecessorId && <Tag standing="plain">{say('renewal')}</Tag>}
      <Way page={page} pass={pass} />
      {pass.stage !== 'RENEWAL' && <Standing pass={pass} />}
      {!pass.ended && <NextStep page={page} pass={pass} />}
      {pass.dueOn && !pass.ended && <p className="soft">{say('dueOn', { day: format.date(pass.dueOn) })}</p>}
      <Documents pass={pass} />
      <Grants page={page} pass={pass} />
      <Suspensions page={page} pass={pass} />
      <Reports page={page} pass={pass} />
      <Timeline pass={pass} />
    </section>
  );
}

/** Whether it may ask now, in one sentence. */
function Standing({ pass }: { pass: Pass }) {
  const say = useSay(texts);
  const why = pass.whyNot;
  return (
    <p className={why === null ? 'note done' : 'note stopped'}>
      {why === null ? say('mayAsk') : say(why as 'partner.not_connected')}
    </p>
  );
}
