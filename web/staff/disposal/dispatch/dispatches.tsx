import { useEffect, useRef, useState } from 'react';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { listDispatchesContract } from '../../../../src/cards/disposal/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { WorkList } from '../../../kit/work-list.tsx';
import { useFilter } from '../../address.ts';
import { useSetFilters } from '../../enrolment/filter/region-filter.tsx';
import { useHouseNow } from '../../session.tsx';
import { Asked, useAsk } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { sameCode, ScanField } from '../form/scan-field.tsx';
import { BagTags } from '../words/bag-state.tsx';
import { Arrival, type Arriving } from './arrival.tsx';
import { texts } from './texts.ts';

export type Dispatch = AnswerOf<typeof listDispatchesContract>['dispatches'][number];

/** What has been counted a moment ago, and with which outcome. */
interface Counted {
  readonly id: string;
  readonly number: string;
  readonly agrees: boolean;
}

/** Sealed bags on their way: those that come are scanned and counted here, those that went are followed. */
export function Dispatches() {
  const say = useSay(texts);
  const query = useAsk(listDispatchesContract, {}, { again: 60_000 });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <Asked query={query}>{({ dispatches }) => <Both dispatches={dispatches} />}</Asked>
    </>
  );
}

function Both({ dispatches }: { dispatches: readonly Dispatch[] }) {
  const say = useSay(texts);
  const [chosen] = useFilter('kantong');
  const setFilters = useSetFilters();
  const [counted, setCounted] = useState<Counted | null>(null);
  const waiting = dispatches
    .filter(({ incoming }) => incoming)
    .flatMap((of) => of.bags.filter(({ receivedAt }) => receivedAt === null).map((bag): Arriving => ({ ...bag, of })))
    .toSorted((a, b) => (a.of.sentAt < b.of.sentAt ? -1 : 1));
  const close = () => setFilters({ kantong: undefined });
  const bag = waiting.find(({ id }) => id === chosen);
  if (chosen !== undefined)
    return (
      <Arrival
        bag={bag}
        onBack={close}
        onCounted={(agrees) => {
          setCounted({ id: bag!.id, number: bag!.number, agrees });
          close();
        }}
      />
    );
  return (
    <>
      <p>{say('about')}</p>
      <p>
        <Go to="/pemusnahan/kiriman/kirim" look="btn">
          {say('send')}
        </Go>
      </p>
      <h2>{say('incoming')}</h2>
      {/* Where another bag waits, the field for its number has the focus. */}
      {counted && <Outcome counted={counted} focused={waiting.length === 0} />}
      <Incoming
        bags={waiting}
        onOpen={(id) => {
          setCounted(null);
          setFilters({ kantong: id }, 'push');
        }}
      />
      <h2>{say('outgoing')}</h2>
      <Outgoing dispatches={dispatches.filter(({ incoming }) => !incoming)} />
    </>
  );
}

/** What became of the last count, with the way to the next step. */
function Outcome({ counted: { id, number, agrees }, focused }: { counted: Counted; focused: boolean }) {
  const say = useSay(texts);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) note.current?.focus();
  }, [focused]);
  return (
    <div ref={note} className={agrees ? 'note done' : 'note stopped'} role="status" tabIndex={-1}>
      <p>{say(agrees ? 'done.agrees' : 'done.differs', { number })}</p>
      <p>
        <Go to={`/pemusnahan/kantong/${id}`}>{say('done.open', { number })}</Go>
      </p>
    </div>
  );
}

function Incoming({ bags, onOpen }: { bags: readonly Arriving[]; onOpen: (id: string) => void }) {
  const say = useSay(texts);
  const now = useHouseNow(60_000);
  const onCode = (code: string): string | undefined => {
    const bag = bags.find(({ number }) => sameCode(number, code));
    if (!bag) return say('scan.unknown', { code });
    if (!bag.mayCount) return say('scan.other', { number: bag.number });
    onOpen(bag.id);
    return undefined;
  };
  return (
    <>
      {bags.length > 0 && (
        <ScanField label={say('scan')} hint={say('scan.hint')} name="arrived" focused onCode={onCode} />
      )}
      <WorkList
        label={say('incoming.list')}
        empty={say('incoming.empty')}
        now={now}
        onOpen={({ key }) => onOpen(key)}
        items={bags.map(({ id, number, mayCount, of }) => ({
          key: id,
          title: number,
          why: say('incoming.why', { from: of.from, number: of.number, who: of.sentBy }),
          since: Date.parse(of.sentAt),
          tag: <Tag standing={mayCount ? 'waiting' : 'plain'}>{say(mayCount ? 'yours' : 'others')}</Tag>,
        }))}
      />
    </>
  );
}

function Outgoing({ dispatches }: { dispatches: readonly Dispatch[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <DataTable
      caption={say('outgoing')}
      rows={{ at: 'here', rows: dispatches }}
      rowKey={({ number }) => number}
      empty={say('outgoing.empty')}
      columns={[
        { key: 'number', head: say('number'), names: true, cell: ({ number }) => number },
        { key: 'to', head: say('to'), cell: ({ to }) => to },
        {
          key: 'sent',
          head: say('sent'),
          cell: ({ sentAt, sentBy }) => say('sent.by', { at: format.instant(sentAt), who: sentBy }),
        },
        {
          key: 'bags',
          head: say('bags'),
          cell: ({ bags }) => (
            <ul className="bags">
              {bags.map((bag) => (
                <li key={bag.id}>
                  <SentBag bag={bag} />
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'came',
          head: say('came'),
          number: true,
          cell: ({ bags }) =>
            say('came.of', { came: bags.filter(({ receivedAt }) => receivedAt !== null).length, all: bags.length }),
        },
      ]}
    />
  );
}

/** A bag that was received is another office's: its page may not be ours to open any more. */
function SentBag({ bag: { id, number, state, receivedAt } }: { bag: Dispatch['bags'][number] }) {
  const mine = receivedAt === null || state === 'DIFFERS';
  return (
    <>
      {mine ? <Go to={`/pemusnahan/kantong/${id}`}>{number}</Go> : <span className="mono">{number}</span>}{' '}
      {state === 'SENT' || state === 'DIFFERS' ? <BagTags bag={{ state, held: false, overdue: false }} /> : null}
    </>
  );
}
