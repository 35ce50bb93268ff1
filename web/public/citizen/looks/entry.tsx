import type { ShownLook } from '../../../../src/sharing/citizen/look/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { useLabelName } from '../../../staff/ledger/label.ts';
import { texts } from './texts.ts';

/** Who it was, in words; his name where he has one. */
export function useWho() {
  const say = useSay(texts);
  return ({ who, closed }: ShownLook) => who.name ?? say(closed ? 'who.closed' : `who.${who.is}`);
}

/** What was done, as exactly as officers are told it. */
export function useWhat() {
  const name = useLabelName();
  return ({ label, what }: ShownLook) => (label === null ? what : name(label));
}

/** The fields and how each came out: result by word, never by colour alone. */
export function Fields({ look }: { look: ShownLook }) {
  const say = useSay(texts);
  return (
    <ul className="look-fields">
      {look.fields.map(({ name, result, score }) => (
        <li key={name} className={result}>
          {say('field', {
            name,
            result: result === 'score' ? say('result.score', { score: score ?? 0 }) : say(`result.${result}`),
          })}
        </li>
      ))}
    </ul>
  );
}

type State = 'deceased' | 'duplicate' | 'inactive' | 'sealed' | 'absent' | 'locked';
const STATES: readonly string[] = ['deceased', 'duplicate', 'inactive', 'sealed', 'absent', 'locked'] satisfies State[];

export function StateNote({ state }: Pick<ShownLook, 'state'>) {
  const say = useSay(texts);
  return state !== null && STATES.includes(state) ? <p>{say(`state.${state as State}`)}</p> : null;
}
