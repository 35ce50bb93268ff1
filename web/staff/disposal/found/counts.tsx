import { countFoundContract, explainFoundContract } from '../../../../src/cards/disposal/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useSession } from '../../session.tsx';
import { ActForm } from '../form/act-form.tsx';
import { useMay, useRefresh } from '../form/ask.tsx';
import { readNumber } from '../form/field.tsx';
import { instantOf } from '../form/instant.ts';
import type { Found } from './find.tsx';
import { readParts } from './parts.ts';
import { texts } from './texts.ts';

/** Counts stand beside one another, none replaces another; what differs is explained before a number is agreed. */
export function Counts({ found }: { found: Found }) {
  const say = useSay(texts);
  const mayRecord = useMay('disposal.found.record');
  const mayExplain = useMay('disposal.found.report');
  const open = found.reconciled === null;
  return (
    <>
      <h2>{say('counts')}</h2>
      <Table found={found} />
      {found.spread !== null && (
        <div className={found.spread === 0 ? 'note done' : 'note waiting'}>
          <p>{found.spread === 0 ? say('agree') : say('spread', { n: found.spread })}</p>
        </div>
      )}
      <Agreed found={found} />
      {open && mayExplain && found.counts.length > 1 && <Explain found={found} />}
      {open && mayRecord && (
        <details className="act scanner">
          <summary>{say('count.add')}</summary>
          <EnterCount found={found} />
        </details>
      )}
    </>
  );
}

function Table({ found: { counts, reconciled } }: { found: Found }) {
  const say = useSay(texts);
  const format = useFormat();
  const base = reconciled ?? counts[0]?.n ?? 0;
  return (
    <DataTable
      caption={say('counts')}
      rows={{ at: 'here', rows: counts }}
      rowKey={({ counter }) => counter}
      empty={say('counts.empty')}
      columns={[
        { key: 'counter', head: say('counter'), names: true, cell: ({ counter }) => counter },
        { key: 'institution', head: say('institution'), cell: ({ institution }) => institution },
        { key: 'at', head: say('countedAt'), cell: ({ countedAt }) => format.instant(countedAt) },
        {
          key: 'parts',
          head: say('parts'),
          cell: ({ parts }) => parts.map(({ kind, n }) => `${kind} ${format.number(n)}`).join('; ') || '–',
        },
        { key: 'n', head: say('total'), number: true, cell: ({ n }) => format.number(n) },
        {
          key: 'difference',
          head: say('difference'),
          cell: (count) => {
            if (reconciled === null && count === counts[0]) return say('first');
            const by = count.n - base;
            if (by === 0) return <Tag standing="done">{say('same')}</Tag>;
            return <Tag standing="stopped">{`${by > 0 ? '+' : '−'}${format.number(Math.abs(by))}`}</Tag>;
          },
        },
      ]}
    />
  );
}

function Agreed({ found: { reconciled, explanation } }: { found: Found }) {
  const say = useSay(texts);
  const format = useFormat();
  if (reconciled === null) return null;
  return (
    <dl className="facts">
      <dt>{say('reconciled')}</dt>
      <dd>{format.number(reconciled)}</dd>
      <dt>{say('explanation')}</dt>
      <dd>
        {explanation?.split('\n').map((line) => (
          <span className="block" key={line}>
            {line}
          </span>
        ))}
      </dd>
    </dl>
  );
}

function Explain({ found }: { found: Found }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const differing = (text: string) => {
    const agreed = readNumber(text);
    return agreed === null ? [] : found.counts.filter(({ n }) => n !== agreed);
  };
  return (
    <ActForm
      contract={explainFoundContract}
      form={`sepakat.${found.id}`}
      title={say('explain')}
      about={say('explain.about')}
      submit={say('explain.submit')}
      questions={({ reconciled = '' }) => [
        { name: 'reconciled', label: say('reconciled'), kind: 'count' },
        ...differing(reconciled).map(({ counter, n }) => ({
          name: `why.${counter}`,
          label: say('why', { counter, n }),
        })),
      ]}
      inputOf={(values) => ({
        id: found.id,
        reconciled: readNumber(values['reconciled'] ?? '') ?? 0,
        explanations: differing(values['reconciled'] ?? '').map(({ counter }) => ({
          counter,
          text: (values[`why.${counter}`] ?? '').trim(),
        })),
      })}
      onDone={() => {
        tell('done', say('explained'));
        refresh();
      }}
    />
  );
}

function EnterCount({ found }: { found: Found }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const { office } = useSession();
  return (
    <ActForm
      contract={countFoundContract}
      form={`hitungan.${found.id}`}
      title={say('count.add')}
      submit={say('count.add')}
      questions={() => [
        { name: 'counter', label: say('counter'), most: 120 },
        { name: 'institution', label: say('institution'), most: 160 },
        { name: 'countedOn', label: say('countedOn'), kind: 'date' },
        { name: 'countedTime', label: say('countedTime'), hint: say('time.hint'), kind: 'time' },
        { name: 'n', label: say('count.n'), kind: 'count' },
        {
          name: 'parts',
          label: say('parts'),
          hint: say('parts.hint'),
          optional: true,
          check: (text) => (readParts(text) === null ? say('parts.wrong') : undefined),
        },
      ]}
      inputOf={({ counter = '', institution = '', countedOn = '', countedTime = '', n = '', parts = '' }) => ({
        id: found.id,
        counter: counter.trim(),
        institution: institution.trim(),
        countedAt: instantOf(countedOn, countedTime, office.zone),
        n: readNumber(n) ?? 0,
        parts: readParts(parts) ?? [],
      })}
      onDone={() => {
        tell('done', say('count.done'));
        refresh();
      }}
    />
  );
}
