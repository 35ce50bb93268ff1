import type { ReactNode } from 'react';
import { Tag } from '../../kit/tag.tsx';
import { useFormat } from '../../kit/text.tsx';
import { useBlankWords } from './words/words.ts';

export type Holding =
  | {
      readonly what: 'held';
      readonly key: string;
      readonly title: string;
      readonly about?: string;
      readonly from: string;
      readonly until: string | null;
      readonly people?: readonly { readonly name: string; readonly from: string; readonly until: string | null }[];
      /** What leads to its proof. */
      readonly more?: ReactNode;
    }
  /** Nobody answered, or nobody has them: said in red, with a shape, across the line. */
  | { readonly what: 'break'; readonly key: string; readonly title: string; readonly about: string };

/** Holder by holder, the first on top; a break in custody stands across the line. */
export function CustodyTimeline({ label, holdings }: { label: string; holdings: readonly Holding[] }) {
  return (
    <ol className="custody" aria-label={label}>
      {holdings.map((each) =>
        each.what === 'break' ? (
          <li key={each.key} className="break">
            <Tag standing="stopped">{each.title}</Tag>
            <span>{each.about}</span>
          </li>
        ) : (
          <li
            key={each.key}
            className={each.until === null ? 'now' : 'past'}
            {...(each.until === null ? { 'aria-current': 'step' as const } : {})}
          >
            <b>{each.title}</b>
            {each.about && <span className="soft"> {each.about}</span>}
            <Term from={each.from} until={each.until} />
            {each.more}
            {each.people && each.people.length > 0 && (
              <ul className="plain">
                {each.people.map((person) => (
                  <li key={person.from + person.name}>
                    {person.name} <Term from={person.from} until={person.until} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ),
      )}
    </ol>
  );
}

function Term({ from, until }: { from: string; until: string | null }): ReactNode {
  const format = useFormat();
  const { now } = useBlankWords();
  return (
    <span className="term soft">
      <time dateTime={from}>{format.instant(from)}</time> –{' '}
      {until === null ? now : <time dateTime={until}>{format.instant(until)}</time>}
    </span>
  );
}
