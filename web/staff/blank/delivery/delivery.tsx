import { useState, type FormEvent } from 'react';
import { countDeliveryContract } from '../../../../src/cards/blank/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { Go } from '../go.tsx';
import { CountField, readCount } from '../scan/count-field.tsx';
import { useBlankWords } from '../words/words.ts';
import { DeliveryState, useAtCentre, useDeliveries, type Delivery } from './deliveries.tsx';
import { Manifest } from './manifest.tsx';
import { texts } from './texts.ts';

/** One delivery: counted blindly by somebody who did not record it; its list of UIDs. */
export function OneDelivery() {
  const id = useAddressPart('deliveryId');
  const say = useSay(texts);
  const query = useDeliveries();
  const delivery = query.data?.find((each) => each.id === id);
  const mayCount = useAtCentre('blank.keep');
  const mayDeliver = useAtCentre('blank.deliver');
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemasok">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {delivery?.number ?? say('title')}
      </h1>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : !delivery ? (
        <Empty will={say('gone')} />
      ) : (
        <>
          <Facts delivery={delivery} />
          {!delivery.counted &&
            mayCount &&
            (delivery.own ? <p className="note">{say('own')}</p> : <Count delivery={delivery} />)}
          {delivery.uids === 0 && mayDeliver && <Manifest delivery={delivery} />}
        </>
      )}
    </>
  );
}

function Facts({ delivery }: { delivery: Delivery }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useBlankWords();
  return (
    <dl className="facts">
      <dt>{say('state')}</dt>
      <dd>
        <DeliveryState delivery={delivery} />
      </dd>
      <dt>{say('supplier')}</dt>
      <dd>{delivery.supplier}</dd>
      <dt>{say('contract')}</dt>
      <dd>{delivery.contractNo}</dd>
      <dt>{say('on')}</dt>
      <dd>{format.date(delivery.deliveredOn)}</dd>
      <dt>{say('n')}</dt>
      <dd>{delivery.n === null ? <Tag standing="sealed">{say('blind')}</Tag> : words.pieces(delivery.n)}</dd>
      <dt>{say('uids')}</dt>
      <dd>{delivery.uids > 0 ? say('uids.n', { n: delivery.uids }) : say('uids.none')}</dd>
    </dl>
  );
}

function Count({ delivery }: { delivery: Delivery }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const { state, run } = useAct(client, countDeliveryContract);
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState<{ readonly expected: number; readonly counted: number } | null>(null);
  const counted = readCount(typed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (counted === null || state.at === 'sending') return;
    const done = await run({ id: delivery.id, counted, note: note.trim() || null });
    if (done === null) return;
    setTried(false);
    if (!done.agrees) {
      setTyped('');
      return setWrong({ expected: done.expected, counted });
    }
    tell('done', say('count.agrees', { n: counted }));
    await queries.invalidateQueries({ queryKey: ['blank'] });
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-labelledby="hitung">
      <h2 id="hitung">{say('count')}</h2>
      <p>{say('count.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      {wrong && (
        <div className="note stopped" role="alert">
          <p>
            <b>{say('count.differs', wrong)}</b>
          </p>
        </div>
      )}
      <CountField label={say('count.label')} value={typed} tried={tried} onChange={setTyped} />
      <TextField
        label={say('note')}
        name="note"
        autoComplete="off"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Submit state={state} busy={say('count.sending')}>
        {say('count.submit')}
      </Submit>
    </form>
  );
}
