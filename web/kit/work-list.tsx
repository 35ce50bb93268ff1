import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFormat, useSay } from './text.tsx';
import { texts } from './texts.ts';
import { isTyping } from './keys.ts';
import { Empty } from './states.tsx';

export interface WorkItem {
  readonly key: string;
  readonly title: string;
  /** Why it is here and what is wanted. */
  readonly why: string;
  /** Since when it waits (ms); absent where nothing waits, as in what a search found. */
  readonly since?: number;
  readonly tag?: ReactNode;
}

export interface WorkFilter {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/**
 * What I must do now, in the order given (oldest and most urgent first). `j` and `k` go down and up, Enter opens. The
 * filter is the caller's, who keeps it in the address, so that a list can be sent to a colleague.
 */
export function WorkList(given: {
  label: string;
  items: readonly WorkItem[];
  now: number;
  onOpen: (item: WorkItem) => void;
  empty: string;
  filters?: readonly WorkFilter[];
  filter?: string;
  onFilter?: (key: string) => void;
}) {
  const { label, items, now, onOpen, filters = [], filter, onFilter } = given;
  const say = useSay(texts);
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, items.length - 1);

  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      if (isTyping(event) || (event.key !== 'j' && event.key !== 'k')) return;
      const next = Math.min(
        items.length - 1,
        Math.max(0, document.activeElement?.closest('.work') ? at + (event.key === 'j' ? 1 : -1) : at),
      );
      setChosen(next);
      list.current?.querySelectorAll<HTMLButtonElement>('button.open')[next]?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', step);
    return () => document.removeEventListener('keydown', step);
  }, [items.length, at]);

  return (
    <section className="work" aria-label={label}>
      {filters.length > 1 && (
        <div className="filters row" role="group" aria-label={say('work.filter')}>
          {filters.map((each) => (
            <button
              key={each.key}
              type="button"
              aria-pressed={each.key === filter}
              onClick={() => onFilter?.(each.key)}
            >
              {each.label} <span className="soft">{format.number(each.count)}</span>
            </button>
          ))}
        </div>
      )}
      {items.length === 0 ? (
        <Empty will={given.empty} />
      ) : (
        <ul ref={list}>
          {items.map((item, place) => (
            <li key={item.key}>
              <button
                type="button"
                className="open"
                tabIndex={place === at ? 0 : -1}
                onFocus={() => setChosen(place)}
                onClick={() => onOpen(item)}
              >
                <b>{item.title}</b>
                <span className="soft">{item.why}</span>
                <span className="since">
                  {item.tag}{' '}
                  {item.since !== undefined && (
                    <span className="soft">{say('work.since', { age: format.age(item.since, now) })}</span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && <p className="soft keys no-print">{say('work.keys')}</p>}
    </section>
  );
}
