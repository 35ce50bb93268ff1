import { viewAlarmsContract, viewSlowedContract } from '../../../../src/sharing/verification/watch/contract.ts';
import type { AlarmKind } from '../../../../src/sharing/verification/watch/rules.ts';
import type { Alarm, SlowedPartner } from '../../../../src/sharing/verification/watch/schema.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { useNow } from '../../../kit/now.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { WorkList, type WorkItem } from '../../../kit/work-list.tsx';
import { useFilter } from '../../address.ts';
import { Asked, Go, useAsk, useGo, useMay } from '../form/ask.tsx';
import { texts } from './texts.ts';
import { signalsOf, valuesOf, type SayWatch } from './words.ts';

const AGAIN_MS = 15_000;
const FILTERS = ['all', 'canary', 'misses', 'slowed'] as const;
type Filter = (typeof FILTERS)[number];

const FILTER_OF: Readonly<Record<AlarmKind, Filter>> = {
  canary_touched: 'canary',
  canary_own: 'canary',
  misses_spent: 'misses',
  nik_misses: 'misses',
};

/** What waits for somebody's look: alarms by how much they press, then whoever is slowed down. */
export function Alarms() {
  const say = useSay(texts);
  const alarms = useAsk(viewAlarmsContract, {}, { again: AGAIN_MS });
  const slowed = useAsk(viewSlowedContract, {}, { again: AGAIN_MS });
  const mayTrace = useMay('partner.canary.manage');
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {mayTrace && (
          <Go to="/peringatan/telusur-berkas" look="btn quiet">
            {say('trace')}
          </Go>
        )}
      </div>
      <p className="soft">{say('about')}</p>
      <Asked query={alarms}>
        {({ alarms: waiting }) => (
          <Asked query={slowed}>{({ slowed: slow }) => <Waiting alarms={waiting} slowed={slow} />}</Asked>
        )}
      </Asked>
      <Closed />
    </>
  );
}

function Waiting({ alarms, slowed }: { alarms: readonly Alarm[]; slowed: readonly SlowedPartner[] }) {
  const say = useSay(texts);
  const go = useGo();
  // True time: what is watched happens now, whatever day the register is on.
  const now = useNow(30_000);
  const [chosen, choose] = useFilter('saring');
  const filter = FILTERS.find((each) => each === chosen) ?? 'all';
  const items = [
    ...alarms.map((alarm) => ({ filter: FILTER_OF[alarm.kind], item: itemOf(alarm, say) })),
    ...slowed.map((partner) => ({ filter: 'slowed' as const, item: slowItemOf(partner, say) })),
  ];
  const count = (of: Filter) => (of === 'all' ? items.length : items.filter((each) => each.filter === of).length);
  return (
    <WorkList
      label={say('list')}
      empty={say('empty')}
      now={now}
      filters={
        items.length === 0 ? [] : FILTERS.map((key) => ({ key, label: say(`filter.${key}`), count: count(key) }))
      }
      filter={filter}
      onFilter={(key) => choose(key === 'all' ? undefined : key)}
      onOpen={({ key }) => void go(`/peringatan/${key}`)}
      items={items.filter((each) => filter === 'all' || each.filter === filter).map(({ item }) => item)}
    />
  );
}

function itemOf(alarm: Alarm, say: SayWatch): WorkItem {
  const values = valuesOf(alarm);
  return {
    key: alarm.id,
    title: say(`line.${alarm.kind}`, values),
    why: say(`why.${alarm.kind}`, values),
    since: Date.parse(alarm.at),
    tag: <AlarmTag alarm={alarm} />,
  };
}

function slowItemOf(partner: SlowedPartner, say: SayWatch): WorkItem {
  return {
    key: `diperlambat/${partner.institution.id}`,
    title: say('line.slowed', { asker: partner.institution.name }),
    why: say('why.slowed', { signals: signalsOf(partner, say) }),
    since: Date.parse(partner.since),
    tag: <Tag standing="waiting">{say('kind.slowed')}</Tag>,
  };
}

const STANDING: Readonly<Record<Alarm['state'], Standing>> = { open: 'stopped', taken: 'waiting', closed: 'done' };

export function AlarmTag({ alarm: { state } }: { alarm: Alarm }) {
  const say = useSay(texts);
  return <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag>;
}

function Closed() {
  const say = useSay(texts);
  const format = useFormat();
  const [open, setOpen] = useFilter('ditutup');
  const query = useAsk(viewAlarmsContract, { closed: 'yes' }, { when: open === 'ya' });
  return (
    <details
      className="act"
      open={open === 'ya'}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open ? 'ya' : undefined)}
    >
      <summary>{say('closed')}</summary>
      <DataTable
        caption={say('closed')}
        rows={rowsOf({ ...query, data: query.data?.alarms })}
        rowKey={({ id }) => id}
        empty={say('closed.empty')}
        columns={[
          {
            key: 'line',
            head: say('title'),
            names: true,
            cell: (alarm) => <Go to={`/peringatan/${alarm.id}`}>{say(`line.${alarm.kind}`, valuesOf(alarm))}</Go>,
          },
          { key: 'at', head: say('at'), cell: ({ at }) => format.instant(at) },
          {
            key: 'outcome',
            head: say('outcome'),
            cell: ({ steps }) => {
              const outcome = steps.at(-1)?.outcome;
              return outcome ? say(`outcome.${outcome}`) : '';
            },
          },
        ]}
      />
    </details>
  );
}
