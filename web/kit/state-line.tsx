import { useFormat, useSay } from './text.tsx';
import { texts } from './texts.ts';

/** One station of a thing on its way. `who` is who did it, or for what is to come, who must act. */
export interface Station {
  readonly name: string;
  readonly when: 'past' | 'now' | 'next';
  /** A civil date; absent for what has not happened. */
  readonly date?: string;
  readonly note?: string;
  readonly who?: string;
}

/** Where a thing is on its way: the past with dates and names, now, what comes next and who must act. */
export function StateLine({ stations, label }: { stations: readonly Station[]; label: string }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <ol className="state-line" aria-label={label}>
      {stations.map((station, place) => (
        <li
          key={`${place}${station.name}`}
          className={station.when}
          {...(station.when === 'now' ? { 'aria-current': 'step' } : {})}
        >
          <b>{station.name}</b>
          {station.when === 'next' && <span className="unseen">, {say('state.next')}</span>}
          {station.date && <time dateTime={station.date}>{format.date(station.date)}</time>}
          {station.note && <span>{station.note}</span>}
          {station.who && <span className="who">{station.who}</span>}
        </li>
      ))}
    </ol>
  );
}
