import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import {
  listPublicationsContract,
  publishStatementContract,
  readStatementContract,
} from '../../../src/insight/statement/contract.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { texts } from './texts.ts';

/** What the ministry says in public: looked at first, then published for ever. */
export function PublishStatement() {
  const say = useSay(texts);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      <FiguresOfNow />
      <Published />
    </>
  );
}

function FiguresOfNow() {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const { client, queries } = useHouse();
  const act = useAct(client, publishStatementContract);
  const query = useQuery({ queryKey: ['statement'], queryFn: () => client.call(readStatementContract, {}) });
  const publish = async (event: FormEvent) => {
    event.preventDefault();
    if ((await act.run({})) === null) return;
    tell('done', say('done'));
    await queries.invalidateQueries({ queryKey: ['publications'] });
  };
  const figures = query.data?.indicators;
  return (
    <section>
      <h2>{say('now')}</h2>
      {query.data && (
        <p className="soft">
          {say('knownAt', { asOf: format.date(query.data.asOf), knownAt: format.instant(query.data.knownAt) })}
        </p>
      )}
      <DataTable
        caption={say('now')}
        rows={rowsOf({ ...query, data: figures })}
        rowKey={(figure) => figure.code}
        empty={say('none')}
        columns={[
          { key: 'figure', head: say('figure'), names: true, cell: (figure) => figure.label },
          {
            key: 'value',
            head: say('value'),
            number: true,
            cell: ({ numerator, unit }) => `${format.number(numerator)} ${unit}`,
          },
          {
            key: 'of',
            head: say('of'),
            number: true,
            cell: ({ denominator }) => (denominator === null ? '–' : format.number(denominator)),
          },
          {
            key: 'percent',
            head: say('percent'),
            number: true,
            cell: ({ percent }) => (percent === null ? '–' : format.percent(percent)),
          },
        ]}
      />
      <p>
        <a href="/">{say('public')}</a> · <a href="/keterangan-pers">{say('press')}</a> ·{' '}
        <a href="/periksa-pernyataan">{say('checks')}</a>
      </p>
      {figures && figures.length > 0 && (
        <form onSubmit={(event) => void publish(event)}>
          <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} kept={false} />
          <Submit state={act.state} busy={say('publishing')}>
            {say('publish')}
          </Submit>
        </form>
      )}
    </section>
  );
}

function Published() {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const query = useQuery({ queryKey: ['publications'], queryFn: () => client.call(listPublicationsContract, {}) });
  return (
    <section>
      <h2>{say('before')}</h2>
      <DataTable
        caption={say('before')}
        rows={rowsOf({ ...query, data: query.data?.publications })}
        rowKey={(publication) => publication.id}
        empty={say('never')}
        columns={[
          { key: 'day', head: say('day'), names: true, cell: ({ asOf }) => format.date(asOf) },
          { key: 'at', head: say('at'), cell: ({ publishedAt }) => format.instant(publishedAt) },
          { key: 'log', head: say('log'), number: true, cell: ({ logSize }) => format.number(logSize) },
          { key: 'root', head: say('root'), cell: ({ logRoot }) => <span className="mono wraps">{logRoot}</span> },
        ]}
      />
    </section>
  );
}
