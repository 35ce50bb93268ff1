import { useSay } from '../../kit/text.tsx';
import { useRegisterWords } from '../register/words.ts';
import { HEAD, MEMBERS, type SeatRow } from './changes.ts';
import { texts } from './texts.ts';

/** People with their relation to the head, one a line; who is optional carries a tick. */
export function Seats(given: {
  caption: string;
  seats: readonly SeatRow[];
  onChange: (seats: readonly SeatRow[]) => void;
  /** Without the head: a card that has one is only joined. */
  withoutHead?: boolean;
  onRemove?: (ref: string) => void;
}) {
  const say = useSay(texts);
  const words = useRegisterWords();
  if (given.seats.length === 0) return <p className="soft">{say('seats.empty')}</p>;
  const choices = words.choices('relation').filter(({ value }) => !given.withoutHead || value !== HEAD);
  const set = (ref: string, relation: string) =>
    given.onChange(given.seats.map((seat) => (seat.ref === ref ? { ...seat, relation } : seat)));
  return (
    <fieldset className="seats">
      <legend>{given.caption}</legend>
      <ul>
        {given.seats.map((seat) => (
          <li key={seat.ref}>
            <span>
              <b>{seat.name}</b> <span className="soft">{seat.note}</span>
            </span>
            <label>
              <span className="soft">{say('relation')}</span>
              <select name={MEMBERS} value={seat.relation} onChange={(event) => set(seat.ref, event.target.value)}>
                <option value="">{say('relation.choose')}</option>
                {choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
              <span className="unseen">: {seat.name}</span>
            </label>
            {given.onRemove && (
              <button type="button" className="btn plain" onClick={() => given.onRemove!(seat.ref)}>
                {say('seats.remove')}
                <span className="unseen">: {seat.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
