import { listMaintenanceContract } from '../../../../src/sharing/portal/contract.ts';
import { noticesAt } from '../../../../src/sharing/portal/status/rules.ts';
import type { Maintenance, Notice } from '../../../../src/sharing/portal/status/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useHouseNow } from '../../session.tsx';
import { Asked, useAsk, useMay } from '../form/ask.tsx';
import { Announce } from './announce.tsx';
import { EndNotice } from './end-notice.tsx';
import { texts } from './texts.ts';

/** What the status page tells institutions: what goes on now, what is planned and what is over; announced and called off here. */
export function MaintenancePage() {
  const say = useSay(texts);
  const mayManage = useMay('partner.manage');
  const query = useAsk(listMaintenanceContract, {}, { again: 60_000 });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>
        {say('about')} <a href="/status">{say('status.open')}</a>
      </p>
      {mayManage && <Announce />}
      <Asked query={query}>{({ maintenance }) => <Lists all={maintenance} />}</Asked>
    </>
  );
}

const LISTS = ['now', 'planned', 'past'] as const;
type Which = (typeof LISTS)[number];

function Lists({ all }: { all: readonly Maintenance[] }) {
  const now = useHouseNow(30_000);
  const notices = noticesAt(all, new Date(now), 'id');
  return LISTS.map((which) => <List key={which} which={which} notices={notices[which]} all={all} />);
}

function List({ which, notices, all }: { which: Which; notices: readonly Notice[]; all: readonly Maintenance[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const mayEnd = useMay('partner.manage') && which !== 'past';
  const inEnglish = (of: string) => all.find(({ id }) => id === of)?.wordsEn;
  return (
    <section aria-labelledby={`pemeliharaan-${which}`}>
      <h2 id={`pemeliharaan-${which}`}>{say(which)}</h2>
      <DataTable
        caption={say(which)}
        rows={{ at: 'here', rows: notices }}
        rowKey={({ id }) => id}
        empty={say(`${which}.none`)}
        columns={[
          {
            key: 'words',
            head: say('words'),
            names: true,
            cell: ({ id, words, calledOff }) => (
              <>
                {words} {calledOff && <Tag standing="plain">{say('calledOff')}</Tag>}
                <span className="soft block" lang="en">
                  {inEnglish(id)}
                </span>
              </>
            ),
          },
          { key: 'from', head: say('from'), cell: ({ from }) => format.instant(from) },
          { key: 'until', head: say('until'), cell: ({ until }) => format.instant(until) },
          ...(mayEnd
            ? [
                {
                  key: 'act',
                  head: say('act'),
                  cell: (notice: Notice) => <EndNotice notice={notice} begun={which === 'now'} />,
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
