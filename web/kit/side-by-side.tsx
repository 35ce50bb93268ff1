import { Tag } from './tag.tsx';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

export interface Compared {
  readonly label: string;
  readonly left: string | null;
  readonly right: string | null;
  /** Given where equality is not that of the text (spelling, an older name); `null` where there is nothing to compare. */
  readonly same?: boolean | null;
}

/** Two persons, lists or counts in one table: what differs carries a word and a shape. */
export function SideBySide({
  caption,
  left,
  right,
  rows,
}: {
  caption: string;
  left: string;
  right: string;
  rows: readonly Compared[];
}) {
  const say = useSay(texts);
  const differs = (row: Compared) => !(row.same === undefined ? row.left === row.right : (row.same ?? true));
  const count = rows.filter(differs).length;
  return (
    <div className="scrolls" role="region" aria-label={caption} tabIndex={0}>
      <table className="side-by-side stacks">
        <caption>
          {caption} <span className="soft">{say('compare.count', { count })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('compare.field')}</th>
            <th scope="col">{left}</th>
            <th scope="col">{right}</th>
            <th scope="col">{say('compare.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className={differs(row) ? 'differs' : 'same'}>
              <th scope="row">{row.label}</th>
              <td data-head={left}>{row.left ?? '–'}</td>
              <td data-head={right}>{row.right ?? '–'}</td>
              <td data-head={say('compare.verdict')}>
                {differs(row) ? (
                  <Tag standing="stopped">{say('compare.differs')}</Tag>
                ) : (
                  <span className="soft">{row.same === null ? '–' : say('compare.same')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
