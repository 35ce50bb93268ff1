import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { formatDateShort } from '../../../kit/format.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { inAddress } from '../filter/region-filter.tsx';
import type { Village } from './teams.tsx';
import { texts } from './texts.ts';

/** As many as the server gives. */
const SHOWN = 100;

/** Villages by people for a day of travel, most first; each opens its people and may be given a visit. */
export function Plan({ villages, onPlan }: { villages: readonly Village[]; onPlan: (code: string) => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const columns: Column<Village>[] = [
    { key: 'village', head: say('table.village'), names: true, cell: (village) => village.place },
    {
      key: 'unrecorded',
      head: say('table.unrecorded'),
      number: true,
      cell: (village) => (
        <>
          <Link
            to={'/petugas/perekaman/belum' as '/petugas'}
            search={inAddress({ wilayah: village.villageCode }) as never}
            preload={false}
          >
            {format.number(village.unrecorded)}
            <span className="unseen">, {say('open.people', { name: village.place })}</span>
          </Link>
          <div className="soft">{say('table.obligated', { obligated: format.number(village.obligated) })}</div>
        </>
      ),
    },
    { key: 'days', head: say('table.days'), number: true, cell: (village) => format.number(village.travelDays) },
    { key: 'perDay', head: say('table.perDay'), number: true, cell: (village) => format.number(village.perDay, 1) },
    {
      key: 'planned',
      head: say('table.planned'),
      cell: (village) => (
        <>
          {village.plannedOn && <div className="day">{formatDateShort(village.plannedOn)}</div>}
          <button type="button" className="link" onClick={() => onPlan(village.villageCode)}>
            {say('table.plan')}
            <span className="unseen">: {village.place}</span>
          </button>
        </>
      ),
    },
  ];
  return (
    <>
      {villages.length >= SHOWN && <p className="soft">{say('plan.top', { count: villages.length })}</p>}
      <DataTable
        caption={say('plan')}
        empty={say('plan.empty')}
        rows={{ at: 'here', rows: villages }}
        rowKey={(village) => village.villageCode}
        columns={columns}
      />
    </>
  );
}
