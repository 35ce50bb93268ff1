import { useState } from 'react';
import { searchResidentsContract } from '../../../../src/register/resident/contract.ts';
import type { FoundPerson } from '../../../../src/register/resident/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { formatDateShort, inFours } from '../../../kit/format.ts';
import { Failing } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { readWords } from '../../find/words.ts';
import { useHouse } from '../../house.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** Finds somebody by NIK or name inside a form, and takes him with a press. What is typed is sent by POST only. */
export function PersonPicker({
  label,
  taken,
  elsewhere = false,
  onPick,
  ...field
}: {
  label: string;
  /** References that are chosen already. */
  taken: readonly string[];
  /** Whether somebody of another region, masked, may be taken. */
  elsewhere?: boolean;
  onPick: (person: FoundPerson) => void;
  /** As of a field of the form that it stands in. */
  name?: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
}) {
  const say = useSay(texts);
  const { client } = useHouse();
  const [text, setText] = useState('');
  const [birth, setBirth] = useState('');
  const [fault, setFault] = useState(false);
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null);
  const act = useAct(client, searchResidentsContract);
  const search = async () => {
    const read = readWords({ text, birth });
    setFault('fault' in read);
    if ('fault' in read) return;
    const answer = await act.run(read.asked, { patienceMs: 8_000 });
    if (answer) setFound(answer.people);
  };
  const shown = (found ?? []).filter((person) => !taken.includes(person.ref) && (elsewhere || !person.masked));
  return (
    <div
      className="picker"
      role="search"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        // Inside a form Enter searches here; it must not send the form.
        event.preventDefault();
        void search();
      }}
    >
      <div className="find">
        <TextField
          label={label}
          hint={field.hint ?? say('hint')}
          error={fault ? say('fault') : field.error}
          required={field.required ?? false}
          name={field.name}
          value={text}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <TextField
          label={say('birth')}
          hint={say('birth.hint')}
          className="short"
          value={birth}
          maxLength={10}
          autoComplete="off"
          onChange={(event) => setBirth(event.target.value)}
        />
        <button type="button" className="btn quiet" onClick={() => void search()}>
          {say('search')}
          <span className="unseen">: {label}</span>
        </button>
      </div>
      {act.state.at === 'refused' && <Failing error={act.state.problem} />}
      {act.state.at === 'notReached' && <Failing error={null} again={() => void search()} />}
      <div aria-live="polite">
        {found && shown.length === 0 && <p className="soft">{say('none')}</p>}
        {shown.length > 0 && (
          <ul className="picks">
            {shown.map((person) => (
              <li key={person.ref}>
                <span>
                  <b>{person.name}</b>{' '}
                  <span className="soft">
                    {inFours(person.nik)} · {formatDateShort(person.birthDate)} · {person.place}
                    {person.masked && ` · ${say('masked')}`}
                  </span>
                </span>
                <button
                  type="button"
                  className="btn quiet"
                  onClick={() => {
                    onPick(person);
                    setFound(null);
                    setText('');
                    setBirth('');
                  }}
                >
                  {say('pick')}
                  <span className="unseen">: {person.name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
