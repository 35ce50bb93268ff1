import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useItemWords } from '../item/words.ts';
import type { PacketOf } from './recording.tsx';
import { texts } from './texts.ts';

type Item = PacketOf['items'][number];

/** Every part of the body with its quality, how often it was tried, and why it is missing where it is. */
export function Items({ packet }: { packet: PacketOf }) {
  const say = useSay(texts);
  const words = useItemWords();
  const missing = packet.items.filter(({ exception }) => exception !== null);
  if (packet.items.length === 0) return <p className="soft">{say('items.none')}</p>;
  return (
    <details className="act" open={missing.length > 0}>
      <summary>{say('items.summary', { parts: packet.items.length, missing: missing.length })}</summary>
      <DataTable<Item>
        caption={say('items')}
        empty={say('items.none')}
        rows={{ at: 'here', rows: packet.items }}
        rowKey={({ modality, position }) => `${modality}:${position}`}
        columns={[
          { key: 'item', head: say('item'), names: true, cell: (item) => words.item(item) },
          {
            key: 'quality',
            head: say('quality'),
            cell: (item) => (
              <>
                {item.exception
                  ? '–'
                  : item.quality === null
                    ? say('quality.none')
                    : say('quality.of', { quality: item.quality })}
                {item.tries > 1 && <div className="soft">{say('tries', { tries: item.tries })}</div>}
              </>
            ),
          },
          { key: 'has', head: say('has'), cell: (item) => <Content item={item} /> },
        ]}
      />
    </details>
  );
}

function Content({ item }: { item: Item }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useItemWords();
  if (item.exception === null) return say(item.template ? (item.picture ? 'has.both' : 'has.template') : 'has.picture');
  return (
    <>
      {say('has.exception', { reason: words.reason(item.exception) })}
      <div className="soft">
        {item.approvedBy && item.approvedAt
          ? say('has.approved', { by: item.approvedBy, at: format.instant(item.approvedAt) })
          : say('has.waiting')}
      </div>
    </>
  );
}
