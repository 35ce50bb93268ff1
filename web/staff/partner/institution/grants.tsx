import { endGrantContract } from '../../../../src/sharing/partner/contract.ts';
import type { InstitutionPage, Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { GrantFacts } from '../../../kit/grant/grant-facts.tsx';
import { Empty } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useHouseNow } from '../../session.tsx';
import { Go, useMay, useRefresh } from '../form/ask.tsx';
import { OldClients } from '../old-client/old-clients.tsx';
import { texts } from './texts.ts';

type Grant = Pass['grants'][number];

/** What it may ask: each grant with its bounds and who gave it; those that have ended are folded away. */
export function Grants({ page, pass }: { page: InstitutionPage; pass: Pass }) {
  const say = useSay(texts);
  const mayPropose = useMay('partner.grant.propose');
  const signed = pass.documents.some(({ kind }) => kind === 'pks') && !pass.ended && pass.stage !== 'REQUEST';
  const open = pass.grants.filter(({ endedAt }) => endedAt === null);
  const ended = pass.grants.filter(({ endedAt }) => endedAt !== null);
  return (
    <section>
      <h3>{say('grants')}</h3>
      {open.length === 0 ? (
        <Empty will={say('grants.none')} />
      ) : (
        open.map((grant) => <OneGrant key={grant.id} page={page} pass={pass} grant={grant} />)
      )}
      {mayPropose && signed && (
        <p className="no-print">
          <Go to={`/lembaga/${page.id}/hak-akses`} search={{ kerjasama: pass.id }} look="btn quiet">
            {say('grant.propose')}
          </Go>
        </p>
      )}
      {ended.length > 0 && (
        <details className="fold">
          <summary>{say('grants.ended', { n: ended.length })}</summary>
          {ended.map((grant) => (
            <OneGrant key={grant.id} page={page} pass={pass} grant={grant} />
          ))}
        </details>
      )}
    </section>
  );
}

function OneGrant({ page, pass, grant }: { page: InstitutionPage; pass: Pass; grant: Grant }) {
  const say = useSay(texts);
  const format = useFormat();
  const mayManage = useMay('partner.manage');
  const mayPropose = useMay('partner.grant.propose');
  const now = useHouseNow(60_000);
  const expired = Date.parse(grant.validUntil) <= now;
  const open = grant.endedAt === null;
  return (
    <article className="grant">
      <h4>
        {say(`partner.purpose.${grant.purpose}`)} {!open && <Tag standing="plain">{say('grant.isEnded')}</Tag>}
        {open && expired && <Tag standing="stopped">{say('grant.expired')}</Tag>}
        {open && grant.beyond && (
          <Tag standing="stopped">
            {say('grant.beyond', { element: say(`partner.element.${grant.beyond as 'nik'}`) })}
          </Tag>
        )}
      </h4>
      <GrantFacts grant={grant}>
        <dt>{say('givenBy')}</dt>
        <dd>
          {say('givenBy.two', {
            asked: grant.askedBy ?? say('system'),
            given: grant.givenBy ?? say('system'),
            at: format.instant(grant.givenAt),
          })}
        </dd>
        {grant.endedAt && (
          <>
            <dt>{say('grant.ending')}</dt>
            <dd>
              {format.instant(grant.endedAt)}, {grant.endedBy ?? say('system')}: {grant.endWhy}
            </dd>
          </>
        )}
      </GrantFacts>
      <OldClients institutionId={page.id} grant={grant} open={open && !expired && !pass.ended} />
      {open && !pass.ended && (
        <div className="row no-print">
          {mayPropose && (
            <Go to={`/lembaga/${page.id}/hak-akses`} search={{ kerjasama: pass.id, ganti: grant.id }} look="btn quiet">
              {say('grant.replace')}
            </Go>
          )}
          {mayManage && <EndGrant grant={grant} />}
        </div>
      )}
    </article>
  );
}

function EndGrant({ grant }: { grant: Grant }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <details className="act">
      <summary>{say('grant.end')}</summary>
      <ActForm
        contract={endGrantContract}
        form={`hak-akses.akhiri.${grant.id}`}
        title={say('grant.end')}
        about={say('grant.end.about')}
        submit={say('grant.end.submit')}
        questions={() => [{ name: 'reason', label: say('reason'), least: 10, most: 1_000 }]}
        inputOf={({ reason = '' }) => ({ id: grant.id, reason: reason.trim() })}
        onDone={() => {
          tell('plain', say('grant.end.done'));
          refresh();
        }}
      />
    </details>
  );
}
