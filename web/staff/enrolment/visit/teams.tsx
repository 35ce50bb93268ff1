import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { listVisitsContract, openPlanContract } from '../../../../src/recording/enrolment/queue/contract.ts';
import { EvidenceDrawer } from '../../../kit/evidence-drawer.tsx';
import { Failing, Loading } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { RegionFilter, useRegion, useRegionChosen } from '../filter/region-filter.tsx';
import { useOfficeDay } from '../filter/day.ts';
import { PlanForm } from './plan-form.tsx';
import { Plan } from './plan.tsx';
import { texts } from './texts.ts';
import { VisitTable } from './visit-table.tsx';

export type Village = AnswerOf<typeof openPlanContract>['villages'][number];
export type Visit = AnswerOf<typeof listVisitsContract>['visits'][number];

/** Where a team does most for a day of travel, and the visits planned and past. */
export function Teams() {
  const say = useSay(texts);
  const { client } = useHouse();
  const region = useRegionChosen();
  const [village, chooseVillage] = useFilter('desa');
  const plan = useQuery({
    queryKey: ['plan', region],
    queryFn: ({ signal }) => client.call(openPlanContract, region ? { region } : {}, { signal }),
    refetchOnWindowFocus: false,
  });
  const visits = useQuery({
    queryKey: ['visits', 'coming'],
    queryFn: ({ signal }) => client.call(listVisitsContract, {}, { signal }),
  });
  const chosen = /^[0-9]{10}$/.test(village ?? '') ? village! : null;
  const known = plan.data?.villages.find(({ villageCode }) => villageCode === chosen);
  const named = useRegion(chosen ?? undefined);
  const name = known?.place ?? named.data?.name;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      <section>
        <h2>{say('coming')}</h2>
        <VisitTable visits={visits} label={say('coming')} empty={say('coming.empty')} />
        <Past />
      </section>
      <div className="with-evidence">
        <section>
          <h2>{say('plan')}</h2>
          <div className="filter-bar no-print">
            <RegionFilter />
          </div>
          {plan.error ? (
            <Failing error={plan.error} again={() => void plan.refetch()} />
          ) : !plan.data ? (
            <Loading lines={8} />
          ) : (
            <>
              <p className="soft">{plan.data.distanceText}</p>
              <Plan villages={plan.data.villages} onPlan={(code) => chooseVillage(code)} />
            </>
          )}
        </section>
        {chosen && name && (
          <EvidenceDrawer title={say('form', { village: name })} open onClose={() => chooseVillage(undefined)}>
            <PlanForm key={chosen} villageCode={chosen} village={name} onDone={() => chooseVillage(undefined)} />
          </EvidenceDrawer>
        )}
      </div>
    </>
  );
}

/** What visits reached, the latest first; asked for when it is opened. */
function Past() {
  const say = useSay(texts);
  const { client } = useHouse();
  const today = useOfficeDay();
  const [shown, show] = useFilter('lalu');
  const open = shown === 'ya';
  const visits = useQuery({
    queryKey: ['visits', 'past'],
    // Up to and with today: one that was ended this morning is over.
    queryFn: ({ signal }) => client.call(listVisitsContract, { before: dayAfter(today) }, { signal }),
    enabled: open,
  });
  return (
    <details className="act" open={open} onToggle={(event) => show(event.currentTarget.open ? 'ya' : undefined)}>
      <summary>{say('past.open')}</summary>
      {open && <VisitTable visits={visits} label={say('past')} empty={say('past.empty')} />}
    </details>
  );
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
