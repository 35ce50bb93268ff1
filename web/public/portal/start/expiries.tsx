import type { Expiry } from '../../../../src/sharing/portal/start/rules.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** What ends by itself or should be changed, the nearest first. */
export function Expiries({ expiries }: { expiries: readonly Expiry[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <DataTable<Expiry>
      caption={say('expiries')}
      rows={{ at: 'here', rows: expiries }}
      rowKey={({ what, name }) => `${what} ${name}`}
      empty={say('expiries.none')}
      columns={[
        {
          key: 'what',
          head: say('expiry.what'),
          names: true,
          cell: ({ what, name }) => (
            <>
              {say(`expiry.${what}`)}
              <span className="soft under wraps">
                {what === 'grant' ? say(`partner.purpose.${name as 'democracy'}`) : name}
              </span>
            </>
          ),
        },
        { key: 'until', head: say('expiry.until'), cell: ({ until }) => format.date(until) },
        { key: 'left', head: say('expiry.left'), cell: (expiry) => <Left expiry={expiry} /> },
      ]}
    />
  );
}

function Left({ expiry: { what, days, standing } }: { expiry: Expiry }) {
  const say = useSay(texts);
  const kind = what === 'key' ? 'key' : 'paper';
  if (standing === 'later') return <>{say('left.days', { days })}</>;
  const text = standing === 'past' ? say(`left.past.${kind}`) : say(`left.soon.${kind}`, { days });
  return <Tag standing={standing === 'past' ? 'stopped' : 'waiting'}>{text}</Tag>;
}
