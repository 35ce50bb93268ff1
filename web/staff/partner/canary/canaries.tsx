import { viewInstitutionContract } from '../../../../src/sharing/partner/contract.ts';
import {
  endCanaryContract,
  makeCanariesContract,
  viewCanariesContract,
} from '../../../../src/sharing/verification/canary/contract.ts';
import { MOST_AT_ONCE, USUAL_COUNT } from '../../../../src/sharing/verification/canary/rules.ts';
import type { CanaryShown } from '../../../../src/sharing/verification/canary/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { readNumber } from '../../disposal/form/field.tsx';
import { Asked, Go, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { HandOut } from './hand-out.tsx';
import { texts } from './texts.ts';

/** One institution's invented persons: made, handed out once, touched, retired. Never who they are. */
export function Canaries() {
  const id = useAddressPart('institutionId');
  const say = useSay(texts);
  const page = useAsk(viewInstitutionContract, { id });
  const query = useAsk(viewCanariesContract, { id }, { again: 60_000 });
  return (
    <>
      <p className="soft no-print">
        <Go to={`/lembaga/${id}`}>{page.data?.name ?? say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {page.data ? say('of', { institution: page.data.name }) : say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      <Asked query={query}>{({ canaries }) => <Shown institutionId={id} canaries={canaries} />}</Asked>
    </>
  );
}

function Shown({ institutionId, canaries }: { institutionId: string; canaries: readonly CanaryShown[] }) {
  const say = useSay(texts);
  const mayManage = useMay('partner.canary.manage');
  const waiting = canaries.filter(({ handedOutAt, retiredAt }) => handedOutAt === null && retiredAt === null).length;
  return (
    <>
      <List canaries={canaries} />
      {mayManage && (
        <div className="no-print">
          {waiting > 0 ? (
            <HandOut institutionId={institutionId} waiting={waiting} />
          ) : (
            canaries.length > 0 && <p className="soft">{say('out.none')}</p>
          )}
          <Make institutionId={institutionId} open={canaries.length === 0} />
          <End canaries={canaries.filter(({ retiredAt }) => retiredAt === null)} />
        </div>
      )}
    </>
  );
}

function List({ canaries }: { canaries: readonly CanaryShown[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <DataTable
      caption={say('list')}
      rows={{ at: 'here', rows: canaries }}
      rowKey={({ id }) => id}
      empty={say('none')}
      columns={[
        { key: 'n', head: say('n'), names: true, cell: ({ n }) => say('nth', { n }) },
        { key: 'number', head: say('number'), cell: ({ maskedNik }) => <span className="mono">{maskedNik}</span> },
        {
          key: 'made',
          head: say('made'),
          cell: ({ madeAt, madeBy }) => say('made.by', { at: format.instant(madeAt), by: madeBy }),
        },
        { key: 'state', head: say('state'), cell: (canary) => <State canary={canary} /> },
        {
          key: 'touched',
          head: say('touched'),
          cell: ({ touches, touchedAt }) =>
            touchedAt === null ? say('untouched') : say('touched.times', { n: touches, at: format.instant(touchedAt) }),
        },
      ]}
    />
  );
}

function State({ canary }: { canary: CanaryShown }) {
  const say = useSay(texts);
  const format = useFormat();
  const { handedOutAt, retiredAt, retiredHow, retiredWhy } = canary;
  if (retiredAt !== null)
    return (
      <>
        <Tag standing="plain">{say('retired')}</Tag>
        <span className="soft block">
          {say(`retired.${retiredHow!}`, { at: format.instant(retiredAt), why: retiredWhy ?? '' })}
        </span>
      </>
    );
  if (handedOutAt === null) return <Tag standing="waiting">{say('waiting')}</Tag>;
  return (
    <>
      <Tag standing="done">{say('placed')}</Tag>
      <span className="soft block">{say('placed.at', { at: format.instant(handedOutAt) })}</span>
    </>
  );
}

function Make({ institutionId, open }: { institutionId: string; open: boolean }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const check = (text: string) => {
    const n = readNumber(text);
    return n !== null && n >= 1 && n <= MOST_AT_ONCE ? undefined : say('make.count.wrong');
  };
  return (
    <details className="act" open={open}>
      <summary>{say('make')}</summary>
      <ActForm
        contract={makeCanariesContract}
        form={`umpan.${institutionId}`}
        title={say('make')}
        about={say('make.about')}
        submit={say('make.submit')}
        begins={{ count: String(USUAL_COUNT) }}
        questions={() => [{ name: 'count', label: say('make.count'), kind: 'count', check }]}
        inputOf={({ count = '' }) => ({ id: institutionId, count: readNumber(count)! })}
        onDone={({ made }) => {
          tell('done', say('make.done', { n: made }));
          refresh();
        }}
      />
    </details>
  );
}

function End({ canaries }: { canaries: readonly CanaryShown[] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  if (canaries.length === 0) return null;
  const numberOf = (id: string | undefined) => canaries.find((canary) => canary.id === id)?.n ?? 0;
  return (
    <details className="act">
      <summary>{say('end')}</summary>
      <ActForm
        contract={endCanaryContract}
        form={`umpan.akhiri.${canaries[0]!.id}`}
        title={say('end')}
        about={say('end.about')}
        submit={say('end.submit')}
        questions={() => [
          {
            name: 'id',
            label: say('end.which'),
            kind: 'choice',
            choices: canaries.map(({ id, n }) => ({ value: id, label: say('nth', { n }) })),
          },
          {
            name: 'what',
            label: say('end.what'),
            kind: 'choice',
            choices: [
              { value: 'renew', label: say('end.renew') },
              { value: 'retire', label: say('end.retire') },
            ],
          },
          { name: 'reason', label: say('reason'), kind: 'words', least: 10, most: 1_000 },
        ]}
        inputOf={({ id = '', what, reason = '' }) => ({ id, reason: reason.trim(), renew: what === 'renew' })}
        onDone={(_, { id, what }) => {
          tell('done', say(what === 'renew' ? 'end.renewed' : 'end.done', { n: numberOf(id) }));
          refresh();
        }}
      />
    </details>
  );
}
