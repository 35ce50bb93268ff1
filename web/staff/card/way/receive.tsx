import { useState, type FormEvent } from 'react';
import { arriveCardsContract } from '../../../../src/cards/card/check/contract.ts';
import type { CardOnTheWay } from '../../../../src/cards/card/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Identifier } from '../../../kit/identifier.tsx';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useFormat } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useHouseNow, useSession } from '../../session.tsx';
import { CardPage } from '../go.tsx';
import { useForgetCards, useOnTheWay } from '../read.ts';
import { useCardWords } from '../words.ts';
import { Missing } from './missing.tsx';
import { PickCards } from './pick.tsx';

/** What comes is counted in card by card; what was sent from here and did not arrive stays in sight. */
export function ReceiveCards() {
  const { say } = useCardWords();
  const query = useOnTheWay();
  return (
    <CardPage title={say('receive.title')}>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : (
        <>
          {query.data.coming.length === 0 ? (
            <Empty will={say('receive.empty')} />
          ) : (
            <ReceiveForm cards={query.data.coming} />
          )}
          <h2>{say('going.title')}</h2>
          <p className="soft">{say('going.about')}</p>
          <Going cards={query.data.going} />
        </>
      )}
    </CardPage>
  );
}

const FORM = 'kartu.terima';

function ReceiveForm({ cards }: { cards: readonly CardOnTheWay[] }) {
  const { say } = useCardWords();
  const tell = useTell();
  const { client } = useHouse();
  const { officer } = useSession();
  const forget = useForgetCards();
  const [ticked, setTicked] = useState<readonly string[]>(() => readDraft<string[]>(officer.id, FORM) ?? []);
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, arriveCardsContract);
  const picked = new Set(ticked.filter((id) => cards.some((card) => card.id === id)));
  useDraft(officer.id, FORM, ticked, ticked.length > 0 && state.at !== 'done');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (picked.size === 0 || state.at === 'sending') return;
    const done = await run({ ids: [...picked] });
    if (done === null) return;
    dropDraft(officer.id, FORM);
    tell('done', say('receive.done', { n: done.arrived, left: cards.length - done.arrived }));
    setTicked([]);
    setTried(false);
    await forget();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="soft">{say('receive.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <PickCards
        label={say('receive.which')}
        cards={cards.map((card) => ({
          ...card,
          note: say(card.ended ? 'receive.ended' : 'receive.from', { office: card.from }),
        }))}
        picked={picked}
        error={tried && picked.size === 0 ? say('pick.missing') : undefined}
        onChange={(next) => setTicked([...next])}
      />
      <Submit state={state} busy={say('sending')}>
        {say('receive.submit', { n: picked.size })}
      </Submit>
    </form>
  );
}

function Going({ cards }: { cards: readonly CardOnTheWay[] }) {
  const { say } = useCardWords();
  const format = useFormat();
  const now = useHouseNow(60_000);
  const { scopes } = useSession();
  const columns: Column<CardOnTheWay>[] = [
    { key: 'name', head: say('holder'), cell: ({ name }) => name, names: true },
    {
      key: 'serial',
      head: say('serial'),
      cell: ({ serial }) => (serial ? <Identifier value={serial} /> : say('of.unserial')),
    },
    { key: 'to', head: say('going.to'), cell: ({ to }) => to },
    {
      key: 'since',
      head: say('going.since'),
      cell: ({ since }) => `${format.instant(since)} (${format.age(Date.parse(since), now)})`,
    },
    ...(scopes.includes('card.supervise')
      ? [
          {
            key: 'missing',
            head: say('missing.act'),
            cell: (card: CardOnTheWay) => (card.ended ? null : <Missing card={card} />),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={say('going.title')}
      columns={columns}
      rows={{ at: 'here', rows: cards }}
      rowKey={({ id }) => id}
      empty={say('going.empty')}
    />
  );
}
