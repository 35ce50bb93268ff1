import { useNavigate } from '@tanstack/react-router';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { listDifferencesContract } from '../../../../src/cards/disposal/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { WorkList } from '../../../kit/work-list.tsx';
import { useOfficeDay } from '../../enrolment/filter/day.ts';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { useHouseNow } from '../../session.tsx';
import { Asked, useAsk } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { texts } from './texts.ts';

type Difference = AnswerOf<typeof listDifferencesContract>['differences'][number];

/** Every bag that differs, the next deadline first; each opens on the bag's own page, where it is decided. */
export function BagDifferences() {
  const say = useSay(texts);
  const region = useRegionChosen()?.slice(0, 6);
  const query = useAsk(listDifferencesContract, region ? { region } : {});
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <RegionFilter />
      <Asked query={query}>
        {({ differences }) => (
          <>
            <Open differences={differences.filter(({ state }) => state === 'open')} />
            <h2>{say('settled')}</h2>
            <Settled differences={differences.filter(({ state }) => state !== 'open')} />
          </>
        )}
      </Asked>
    </>
  );
}

function Open({ differences }: { differences: readonly Difference[] }) {
  const say = useSay(texts);
  const whyOf = useWhy();
  const now = useHouseNow(60_000);
  const navigate = useNavigate();
  return (
    <WorkList
      label={say('list')}
      empty={say('empty')}
      now={now}
      onOpen={({ key }) => {
        const { bagId } = differences.find(({ id }) => id === key)!;
        void navigate({ to: `/petugas/pemusnahan/kantong/${bagId}` as '/petugas' });
      }}
      items={differences.map((each) => ({
        key: each.id,
        title: each.bag,
        why: placed(say, whyOf(each), each),
        since: Date.parse(each.openedAt),
        tag: (
          <>
            <Left dueOn={each.dueOn} /> {each.maySettle && <Tag standing="plain">{say('yours')}</Tag>}
          </>
        ),
      }))}
    />
  );
}

const placed = (say: Say, why: string, { office, arrivedAt }: Difference): string =>
  arrivedAt === null ? say('at.office', { why, office }) : say('at.arrival', { why, office, arrived: arrivedAt });

type Say = ReturnType<typeof useSay<keyof typeof texts.id>>;

/** What differs, in words; without numbers to whoever may yet count. */
function useWhy() {
  const say = useSay(texts);
  return ({ what, expected, counted }: Difference): string => {
    if (what !== 'count') return say(`why.${what}`);
    return expected === null || counted === null ? say('why.blind') : say('why.count', { expected, counted });
  };
}

function Left({ dueOn }: { dueOn: string }) {
  const say = useSay(texts);
  const days = Math.round((Date.parse(dueOn) - Date.parse(useOfficeDay())) / 86_400_000);
  return days < 0 ? (
    <Tag standing="stopped">{say('late', { days: -days })}</Tag>
  ) : (
    <Tag standing={days < 2 ? 'stopped' : 'waiting'}>{say('left', { days })}</Tag>
  );
}

function Settled({ differences }: { differences: readonly Difference[] }) {
  const say = useSay(texts);
  const whyOf = useWhy();
  return (
    <DataTable
      caption={say('settled')}
      rows={{ at: 'here', rows: differences }}
      rowKey={({ id }) => id}
      empty={say('settled.empty')}
      columns={[
        {
          key: 'bag',
          head: say('bag'),
          names: true,
          cell: ({ bagId, bag }) => <Go to={`/pemusnahan/kantong/${bagId}`}>{bag}</Go>,
        },
        { key: 'office', head: say('office'), cell: ({ office }) => office },
        { key: 'what', head: say('what'), cell: whyOf },
        {
          key: 'outcome',
          head: say('outcome'),
          cell: ({ state }) => (state === 'open' ? '–' : say(`outcome.${state}`)),
        },
        { key: 'explanation', head: say('explanation'), cell: ({ explanation }) => explanation ?? '–' },
      ]}
    />
  );
}
