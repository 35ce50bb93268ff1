import { useRef, useState } from 'react';
import type { RequestKind } from '../../../../src/cards/card/request/rules.ts';
import { Identifier } from '../../../kit/identifier.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useCardWords } from '../words.ts';

export interface Pickable {
  readonly id: string;
  readonly name: string;
  readonly nik: string;
  readonly serial: string | null;
  readonly uid: string | null;
  readonly kind: RequestKind;
  /** Where it is, or where it comes from. */
  readonly note: string;
}

const bare = (text: string) => text.replaceAll(/[\s.:-]/g, '').toUpperCase();

/** Cards of a list, ticked by hand or by the reader: each reading ticks its card and waits for the next. */
export function PickCards(given: {
  label: string;
  cards: readonly Pickable[];
  picked: ReadonlySet<string>;
  onChange: (picked: ReadonlySet<string>) => void;
  error?: string | undefined;
}) {
  const { cards, picked, onChange } = given;
  const { say, kind } = useCardWords();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<{ at: 'found' | 'twice' | 'unknown'; what: string } | null>(null);
  const set = (id: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  const read = () => {
    const what = bare(typed);
    if (what === '') return;
    setTyped('');
    input.current?.focus();
    const card = cards.find(({ serial, uid }) => serial === what || (uid !== null && bare(uid) === what));
    if (!card) return setSaid({ at: 'unknown', what: typed.trim() });
    setSaid({ at: picked.has(card.id) ? 'twice' : 'found', what: card.name });
    set(card.id, true);
  };
  const all = cards.every(({ id }) => picked.has(id));
  return (
    <fieldset className="pick">
      <legend>{given.label}</legend>
      <TextField
        ref={input}
        label={say('pick.scan')}
        hint={say('pick.scan.hint')}
        name="scan"
        className="identifier"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={typed}
        error={said?.at === 'unknown' ? say('pick.unknown', { what: said.what }) : given.error}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          read();
        }}
      />
      <p className="row">
        <span role="status">
          {said &&
            said.at !== 'unknown' &&
            `${say(said.at === 'found' ? 'pick.found' : 'pick.twice', { name: said.what })} `}
          {say('pick.count', { n: picked.size, all: cards.length })}
        </span>
        <button type="button" className="link" onClick={() => onChange(new Set(all ? [] : cards.map(({ id }) => id)))}>
          {say(all ? 'pick.none' : 'pick.all')}
        </button>
      </p>
      <ul className="pick-list">
        {cards.map((card) => (
          <li key={card.id}>
            <label>
              <input
                type="checkbox"
                checked={picked.has(card.id)}
                onChange={(event) => set(card.id, event.target.checked)}
              />
              <span>
                <b>{card.name}</b>
                <span className="soft block">
                  <Identifier value={card.nik} /> · {kind(card.kind)} · {card.note}
                </span>
                <span className="soft block">
                  {card.serial ? say('pick.serial', { serial: card.serial }) : say('of.unserial')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
