import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import {
  countBagContract,
  receiveBagContract,
  storeBagContract,
  takeOutOfBagContract,
  viewBagContract,
} from '../../../../src/cards/disposal/contract.ts';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { ActButton } from '../form/act-button.tsx';
import { ActForm } from '../form/act-form.tsx';
import { Asked, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { BagTags } from '../words/bag-state.tsx';
import { Pieces } from '../words/pieces.tsx';
import { CountBag } from './count.tsx';
import { DifferenceOf } from './difference.tsx';
import { Filling } from './filling.tsx';
import { Holds } from './holds.tsx';
import { texts } from './texts.ts';
import { BagWay } from './way.tsx';

export type OneBag = AnswerOf<typeof viewBagContract>;

/** One bag: where it stands, what is in it (but not to whoever will count it), and what comes next. */
export function Bag() {
  const id = useAddressPart('bagId');
  const say = useSay(texts);
  const query = useAsk(viewBagContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemusnahan/kantong">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data?.number ?? say('one')}
      </h1>
      <Asked query={query}>
        {(bag) => (
          <>
            <BagTags bag={bag} />
            <BagWay bag={bag} />
            <Facts bag={bag} />
            <Next bag={bag} />
            <Inside bag={bag} />
            <Holds bag={bag} />
          </>
        )}
      </Asked>
    </>
  );
}

function Facts({ bag }: { bag: OneBag }) {
  const say = useSay(texts);
  const format = useFormat();
  const blind = <Tag standing="sealed">{say('blind')}</Tag>;
  const unseen = bag.n === null && bag.state !== 'OPEN';
  return (
    <dl className="facts">
      <dt>{say('office')}</dt>
      <dd>{bag.office}</dd>
      <dt>{say('n')}</dt>
      <dd>{unseen ? blind : bag.n === null ? '–' : format.number(bag.n)}</dd>
      <dt>{say('seal')}</dt>
      <dd>{unseen ? blind : (bag.seal ?? '–')}</dd>
      <dt>{say('place')}</dt>
      <dd>{bag.place ?? '–'}</dd>
      {bag.way && (
        <>
          <dt>{say('dispatch')}</dt>
          <dd>
            {say(bag.way.arrived ? 'dispatch.arrived' : 'dispatch.underway', {
              number: bag.way.number,
              to: bag.way.to,
              at: format.instant(bag.way.sentAt),
              who: bag.way.sentBy,
            })}
          </dd>
        </>
      )}
      {bag.root && (
        <>
          <dt>{say('root')}</dt>
          <dd className="hash">{bag.root}</dd>
        </>
      )}
    </dl>
  );
}

function Next({ bag }: { bag: OneBag }) {
  const say = useSay(texts);
  const mayBag = useMay('disposal.bag');
  if (bag.difference) return <DifferenceOf bag={bag} difference={bag.difference} />;
  if (!mayBag) return null;
  if (bag.mayCount)
    return bag.state === 'SENT' ? (
      <CountBag bag={bag} contract={receiveBagContract} title={say('receive')} />
    ) : (
      <CountBag bag={bag} contract={countBagContract} title={say('recount')} />
    );
  // What lies elsewhere is looked at; those who have it act on it.
  if (!bag.here) return null;
  if (bag.state === 'OPEN') return <Filling bag={bag} />;
  if (bag.state === 'SEALED') return <p className="note">{say('recount.own')}</p>;
  if (bag.state === 'SENT') return <p className="note">{say('underway')}</p>;
  if (bag.state === 'CONFIRMED') return <Store bag={bag} />;
  if (bag.state !== 'STORED') return null;
  return (
    <details className="act scanner">
      <summary>{say('moving')}</summary>
      <Store bag={bag} />
      <p>
        <Go to="/pemusnahan/kiriman/kirim">{say('sendOn')}</Go>
      </p>
    </details>
  );
}

function Store({ bag }: { bag: OneBag }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <ActForm
      contract={storeBagContract}
      form={`simpan.${bag.id}`}
      title={say('storing')}
      submit={say('storing.submit')}
      questions={() => [{ name: 'place', label: say('place'), hint: say('storing.hint'), most: 120 }]}
      inputOf={({ place = '' }) => ({ id: bag.id, place: place.trim() })}
      onDone={() => {
        tell('done', say('stored'));
        refresh();
      }}
    />
  );
}

function Inside({ bag }: { bag: OneBag }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const mayBag = useMay('disposal.bag');
  if (bag.pieces === null) return null;
  const out = {
    head: say('act'),
    cell: ({ id }: { id: string }) => (
      <ActButton
        contract={takeOutOfBagContract}
        input={{ id: bag.id, pieces: [id] }}
        label={say('takeOut')}
        look="btn quiet"
        onDone={() => {
          tell('done', say('takenOut'));
          refresh();
        }}
      />
    ),
  };
  return (
    <>
      <h2>{say('inside')}</h2>
      <Pieces
        pieces={bag.pieces}
        empty={say('inside.empty')}
        {...(bag.state === 'OPEN' && bag.here && mayBag ? { last: out } : {})}
      />
    </>
  );
}
