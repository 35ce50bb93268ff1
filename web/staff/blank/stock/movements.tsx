import { useState } from 'react';
import { KEEPER_REVERSES } from '../../../../src/cards/blank/rules.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import type { openStockContract } from '../../../../src/cards/blank/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useBlankWords } from '../words/words.ts';
import { MovementProof } from './movement-proof.tsx';
import { Reverse } from './reverse.tsx';
import { texts } from './texts.ts';

export type Movement = AnswerOf<typeof openStockContract>['movements'][number];

/** What has moved, the newest first; each opens into what proves it, and a mistaken one is taken back from there. */
export function Movements(given: {
  movements: readonly Movement[];
  /** Whether the officer keeps the store, and may take back. */
  own: boolean;
  more?: { loading: boolean; load: () => void } | null;
  onReversed?: () => void;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useBlankWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const movement = given.movements.find(({ id }) => id === chosen);
  const mayReverse =
    movement && given.own && !movement.reversed && movement.from && KEEPER_REVERSES.includes(movement.kind);
  return (
    <div className="with-evidence">
      <section>
        <h2>{say('movements')}</h2>
        <DataTable
          caption={say('movements')}
          empty={say('movements.empty')}
          rows={{ at: 'here', rows: given.movements }}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'what',
              head: say('move.what'),
              names: true,
              cell: (each) => (
                <>
                  <button
                    type="button"
                    className="link"
                    aria-label={say('move.open', { what: `${words.move(each.kind)}, ${format.instant(each.at)}` })}
                    aria-expanded={each.id === chosen}
                    onClick={() => setChosen(each.id === chosen ? null : each.id)}
                  >
                    {words.move(each.kind)}
                  </button>
                  {each.reversed && <span className="soft block">{say('move.undone')}</span>}
                  {each.reverses && <span className="soft block">{say('move.undoes')}</span>}
                </>
              ),
            },
            { key: 'n', head: say('move.n'), number: true, cell: ({ n }) => format.number(n) },
            { key: 'way', head: say('move.way'), cell: (each) => <Way movement={each} /> },
            { key: 'at', head: say('move.at'), cell: ({ at }) => format.instant(at) },
            { key: 'by', head: say('move.by'), cell: ({ officer }) => officer },
          ]}
        />
        {given.more && (
          <p className="more no-print">
            <button
              type="button"
              className="btn quiet"
              aria-disabled={given.more.loading}
              onClick={() => !given.more!.loading && given.more!.load()}
            >
              {say(given.more.loading ? 'move.loading' : 'move.more')}
            </button>
          </p>
        )}
      </section>
      {movement && (
        <MovementProof movement={movement} onClose={() => setChosen(null)}>
          {mayReverse && (
            <Reverse
              key={movement.id}
              movement={movement}
              onDone={() => {
                setChosen(null);
                given.onReversed?.();
              }}
            />
          )}
        </MovementProof>
      )}
    </div>
  );
}

function Way({ movement: { from, to } }: { movement: Movement }) {
  const say = useSay(texts);
  const words = useBlankWords();
  if (from?.store === to.store)
    return (
      <>
        {words.state(from.state)} → {words.state(to.state)}
      </>
    );
  return (
    <>
      {from?.store ?? say('proof.supplier')} → {to.store}
    </>
  );
}
