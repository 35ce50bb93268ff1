import { useRef, useState } from 'react';
import { approveItemsContract } from '../../../../src/recording/enrolment/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useItemWords } from '../item/words.ts';
import type { Packet } from './exceptions.tsx';
import { texts } from './texts.ts';

type Exception = Packet['exceptions'][number];

const keyOf = ({ modality, position }: Exception) => ({ modality, position });

/** What is missing with the officer's reason, approved one by one or all that is named here. */
export function Approve({
  packet,
  onChange,
  onEnd,
}: {
  packet: Packet;
  onChange: () => Promise<unknown>;
  onEnd: () => void;
}) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const words = useItemWords();
  const tell = useTell();
  const { client } = useHouse();
  const act = useAct(client, approveItemsContract);
  const [asked, setAsked] = useState<readonly Exception[]>([]);
  const all = useRef<HTMLButtonElement>(null);
  const waiting = packet.exceptions.filter(({ approved }) => !approved);
  const sending = act.state.at === 'sending';
  const approve = async (items: readonly Exception[]) => {
    if (sending) return;
    setAsked(items);
    const done = await act.run({ id: packet.id, items: items.map(keyOf) });
    if (done === null) return;
    tell('done', say('approved', { left: done.left, name: packet.name }));
    if (done.left === 0) onEnd();
    await onChange();
    // The button that was pressed is gone from its row.
    if (done.left > 0) all.current?.focus();
  };
  const busyWith = (item: Exception) => sending && asked.includes(item);
  const columns: (Column<Exception> | false)[] = [
    { key: 'item', head: say('item'), names: true, cell: (each) => words.item(each) },
    { key: 'reason', head: say('reason'), cell: (each) => words.reason(each.reason) },
    {
      key: 'state',
      head: say('state'),
      cell: (each) => (
        <Tag standing={each.approved ? 'done' : 'waiting'}>
          {say(each.approved ? 'state.approved' : 'state.waiting')}
        </Tag>
      ),
    },
    !packet.own && {
      key: 'act',
      head: say('act'),
      cell: (each) =>
        !each.approved && (
          <button type="button" className="btn quiet" aria-disabled={sending} onClick={() => void approve([each])}>
            {busyWith(each) ? say('approving') : say('approve')}
            <span className="unseen">: {words.item(each)}</span>
          </button>
        ),
    },
  ];
  return (
    <>
      <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} kept={false} />
      {act.state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{sayKit('form.notSent')}</p>
        </div>
      )}
      <DataTable
        caption={say('exceptions')}
        empty=""
        rows={{ at: 'here', rows: packet.exceptions }}
        rowKey={(each) => `${each.modality}:${each.position}`}
        columns={columns.filter((column) => column !== false)}
      />
      {!packet.own && waiting.length > 0 && (
        <div className="row">
          <button type="button" className="btn" ref={all} aria-disabled={sending} onClick={() => void approve(waiting)}>
            {sending && asked.length > 1 ? say('approving') : say('all', { count: waiting.length })}
          </button>
          <span className="soft">{say('allAbout')}</span>
        </div>
      )}
    </>
  );
}
