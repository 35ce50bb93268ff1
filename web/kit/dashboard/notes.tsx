import type { Dashboard } from '../../../src/insight/dashboard/schema.ts';
import { useFormat, useSay } from '../text.tsx';
import { texts } from './texts.ts';

/** When it was counted, what the region was before, and how long until the vote. */
export function Notes({ dashboard }: { dashboard: Dashboard }) {
  const say = useSay(texts);
  const format = useFormat();
  const { day, countedAt, stale, began } = dashboard;
  return (
    <>
      <p className="soft">
        {say('counted', { day: format.date(day), at: format.instant(countedAt) })} {stale && say('stale')}
      </p>
      {began && (
        <p className="soft">
          {began.from === null
            ? say('began', { day: format.date(began.day) })
            : say('began.from', { day: format.date(began.day), from: began.from })}
        </p>
      )}
      {dashboard.section === 'voters' && <Countdown election={dashboard.election} />}
    </>
  );
}

function Countdown({ election }: Pick<Dashboard, 'election'>) {
  const say = useSay(texts);
  const format = useFormat();
  if (!election) return <p>{say('election.none')}</p>;
  const { daysLeft, name, votingDay } = election;
  const how = daysLeft > 0 ? 'left' : daysLeft === 0 ? 'today' : 'over';
  return <p className="lead">{say(`election.${how}`, { days: daysLeft, name, day: format.date(votingDay) })}</p>;
}

/** Nothing has been counted anywhere in the section. */
export function isEmpty({ headlines, lines, parts }: Dashboard): boolean {
  return lines.length === 0 && parts.length === 0 && headlines.every(({ now }) => now.n === 0 && !now.withheld);
}

/** Where no election is open the countdown has said so. */
export function NothingYet({ dashboard: { day, section, election } }: { dashboard: Dashboard }) {
  const say = useSay(texts);
  const format = useFormat();
  if (section === 'voters' && election === null) return null;
  return <p className="lead">{say('empty', { day: format.date(day) })}</p>;
}
