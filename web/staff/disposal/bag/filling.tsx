import { useState } from 'react';
import { listLooseContract, putIntoBagContract, sealBagContract } from '../../../../src/cards/disposal/contract.ts';
import { Empty } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActButton } from '../form/act-button.tsx';
import { ActForm } from '../form/act-form.tsx';
import { Asked, useAsk, useRefresh } from '../form/ask.tsx';
import { readNumber } from '../form/field.tsx';
import { usePieceName, type Piece } from '../words/pieces.tsx';
import type { OneBag } from './bag.tsx';
import { texts } from './texts.ts';

/** An open bag is filled from what lies loose, then sealed by whoever filled it. */
export function Filling({ bag }: { bag: OneBag }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const loose = useAsk(listLooseContract, {});
  return (
    <>
      <h2>{say('add')}</h2>
      <Asked query={loose}>
        {({ pieces }) => (
          <Choose
            bag={bag}
            pieces={pieces.filter(
              ({ missing, contradiction, released }) => !missing && (contradiction === null || released),
            )}
          />
        )}
      </Asked>
      {(bag.pieces?.length ?? 0) > 0 && (
        <ActForm
          contract={sealBagContract}
          form={`segel.${bag.id}`}
          title={say('sealing')}
          about={say('sealing.about')}
          submit={say('sealing.submit')}
          questions={() => [
            { name: 'seal', label: say('seal'), kind: 'code', most: 40 },
            { name: 'counted', label: say('counted'), kind: 'count' },
          ]}
          inputOf={({ seal = '', counted = '' }) => ({
            id: bag.id,
            seal: seal.trim(),
            counted: readNumber(counted) ?? 0,
          })}
          onDone={() => {
            tell('done', say('sealed'));
            refresh();
          }}
        />
      )}
    </>
  );
}

function Choose({ bag, pieces }: { bag: OneBag; pieces: readonly Piece[] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const nameOf = usePieceName();
  const [chosen, choose] = useState<readonly string[]>([]);
  const there = pieces.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  if (pieces.length === 0) return <Empty will={say('add.empty')} />;
  return (
    <fieldset className="options">
      <legend className="unseen">{say('add')}</legend>
      <label className="tick">
        <input
          type="checkbox"
          checked={there.length === pieces.length}
          onChange={(event) => choose(event.target.checked ? pieces.map(({ id }) => id) : [])}
        />
        <span>{say('add.all')}</span>
      </label>
      {pieces.map((piece) => (
        <label className="tick" key={piece.id}>
          <input
            type="checkbox"
            checked={chosen.includes(piece.id)}
            onChange={(event) =>
              choose(event.target.checked ? [...chosen, piece.id] : chosen.filter((id) => id !== piece.id))
            }
          />
          <span className="mono wraps">{nameOf(piece)}</span>
        </label>
      ))}
      {there.length === 0 ? (
        <p className="soft">{say('add.none')}</p>
      ) : (
        <ActButton
          contract={putIntoBagContract}
          input={{ id: bag.id, pieces: there }}
          label={say('add.submit', { n: there.length })}
          onDone={() => {
            choose([]);
            tell('done', say('added'));
            refresh();
          }}
        />
      )}
    </fieldset>
  );
}
