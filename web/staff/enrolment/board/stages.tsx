import { STAGES, STATUSES, type Stage, type Status } from '../../../../src/recording/enrolment/rules.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import type { BoardView, Line } from './board.tsx';
import { ListLink } from './list-link.tsx';
import { texts } from './texts.ts';

/** The stages from left to right, each with how many wait there and the longest wait. */
export function Stages({ board }: { board: BoardView }) {
  const say = useSay(texts);
  const format = useFormat();
  const now = Date.parse(board.now);
  return (
    <ol className="ladder" aria-label={say('stages')}>
      {STAGES.map((stage) => {
        const lines = board.waiting.filter((line) => line.stage === stage);
        const n = lines.reduce((sum, line) => sum + line.n, 0);
        return (
          <li key={stage}>
            <span className="name">{say(`stage.${stage}`)}</span>
            <b>
              {n === 0 ? (
                format.number(0)
              ) : (
                <ListLink statuses={statusesAt(stage)} what={say(`stage.${stage}`)}>
                  {format.number(n)}
                </ListLink>
              )}
            </b>
            <span className="soft">
              {n === 0 ? say('nothingWaits') : say('longest', { age: format.age(oldestOf(lines), now) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

export const oldestOf = (lines: readonly Line[]): number =>
  Math.min(...lines.map(({ oldestSince }) => Date.parse(oldestSince)));

/** Of one stage those that wait for somebody; what is finished waits for nobody. */
export function statusesAt(...stages: readonly Stage[]): Status[] {
  return (Object.keys(STATUSES) as Status[]).filter(
    (status) => stages.includes(STATUSES[status].stage) && STATUSES[status].acts !== 'nobody',
  );
}
