import { useQuery } from '@tanstack/react-query';
import { openStockContract } from '../../../../src/cards/blank/contract.ts';
import { openHandoverContract } from '../../../../src/cards/blank/desk/contract.ts';
import { HANDOVER_HOURS } from '../../../../src/cards/blank/rules.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { Failing, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { useDayOf } from '../../enrolment/filter/day.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Go } from '../go.tsx';
import { Decide } from './decide.tsx';
import { HandoverCount } from './handover-count.tsx';
import { texts } from './texts.ts';

export type HandoverView = AnswerOf<typeof openHandoverContract>;

/** Two blind counts, then the head hands the store over. */
export function Handover() {
  const id = useAddressPart('storeId');
  const say = useSay(texts);
  const { client, queries } = useHouse();
  const card = useQuery({
    queryKey: ['blank', 'store', id],
    queryFn: async ({ signal }) => (await client.call(openStockContract, { id }, { signal })).store,
  });
  const query = useQuery({
    queryKey: ['blank', 'handover', id],
    queryFn: ({ signal }) => client.call(openHandoverContract, { id }, { signal }),
  });
  const again = () => void queries.invalidateQueries({ queryKey: ['blank'] });
  const error = card.error ?? query.error;
  return (
    <>
      <p className="soft no-print">
        <Go to={`/gudang/${id}`}>{say('hand.card')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {card.data ? say('hand.of', { name: card.data.name }) : say('hand.title')}
      </h1>
      {error ? (
        <Failing
          error={error}
          again={() => {
            void card.refetch();
            void query.refetch();
          }}
        />
      ) : !card.data || !query.data ? (
        <Loading lines={8} />
      ) : (
        <>
          <p>{say('hand.about', { hours: HANDOVER_HOURS })}</p>
          <Steps view={query.data} />
          <Counts view={query.data} />
          {query.data.mayCount && <HandoverCount storeId={id} onDone={again} />}
          {query.data.mayDecide ? (
            <Decide storeId={id} store={card.data.name} view={query.data} onDone={again} />
          ) : (
            <p className="soft">{say('decide.not')}</p>
          )}
        </>
      )}
    </>
  );
}

function Steps({ view: { leaving, arriving } }: { view: HandoverView }) {
  const say = useSay(texts);
  const dayOf = useDayOf();
  const next = arriving.find(({ countedAt }) => countedAt !== null);
  const step = (name: string, who: string | undefined, at: string | null | undefined, before: boolean): Station =>
    at
      ? { name, when: 'past', date: dayOf(at), note: say('step.done'), ...(who && { who }) }
      : { name, when: before ? 'now' : 'next', ...(who && { who }) };
  const both = Boolean(leaving?.countedAt && next);
  return (
    <StateLine
      label={say('hand.title')}
      stations={[
        step(say('step.leaving'), leaving?.name, leaving?.countedAt, true),
        step(say('step.arriving'), next?.name, next?.countedAt, true),
        step(say('step.decide'), say('step.head'), null, both),
      ]}
    />
  );
}

function Counts({ view }: { view: HandoverView }) {
  const say = useSay(texts);
  const format = useFormat();
  const { officer } = useSession();
  const rows = [
    ...(view.leaving ? [{ ...view.leaving, part: 'leaving' as const }] : []),
    ...view.arriving.map((each) => ({ ...each, part: 'arriving' as const })),
  ];
  return (
    <>
      <h2>{say('counts')}</h2>
      {view.expected === null ? (
        <p className="soft">{say('number.sealed')}</p>
      ) : (
        <p>{say('number.books', { n: view.expected })}</p>
      )}
      <DataTable
        caption={say('counts')}
        empty=""
        rows={{ at: 'here', rows }}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'who',
            head: say('who'),
            names: true,
            cell: ({ name, id }) => (id === officer.id ? <b>{name}</b> : name),
          },
          { key: 'part', head: say('part'), cell: ({ part }) => say(`part.${part}`) },
          {
            key: 'when',
            head: say('when'),
            cell: ({ countedAt }) => (countedAt ? format.instant(countedAt) : say('when.not')),
          },
          {
            key: 'number',
            head: say('number'),
            number: true,
            cell: ({ counted, countedAt }) =>
              counted !== null ? (
                format.number(counted)
              ) : countedAt ? (
                <Tag standing="sealed">{say('sealed')}</Tag>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </>
  );
}
