import { useState } from 'react';
import { openFamilyOfContract } from '../../../src/register/family/contract.ts';
import type { FamilyView } from '../../../src/register/family/schema.ts';
import { formatDateShort, inFours } from '../../kit/format.ts';
import { Problem } from '../../kit/problem.ts';
import { RegionPicker } from '../../kit/region-picker.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useHouse } from '../house.tsx';
import { PersonField, personLine, type Picked } from '../register/picker/person-field.tsx';
import { useRegionSearch } from '../regions.ts';
import { EMPTY_ADDRESS, type AddressDraft, type FamilyDraft, type SeatDraft } from './draft.ts';
import { texts } from './texts.ts';
import { useEventWords } from './words.ts';

/** Why this form looks at people: an event is being recorded. */
export const PURPOSE = 'civil_registration';

export interface PartGiven<Value> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly name: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** The fault of something inside: `address`, `villageCode`. */
  readonly errorAt?: (inside: string) => string | undefined;
}

/** Several people, each found by a search of his own. */
export function PeopleField({ label, hint, error, name, value = [], onChange }: PartGiven<readonly Picked[]>) {
  const say = useSay(texts);
  return (
    <fieldset className="people-field">
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {value.length > 0 && (
        <ul className="chosen">
          {value.map((person) => (
            <li key={person.ref} className="picked">
              <div>
                <b>{person.name}</b>
                <div className="soft">{personLine(person)}</div>
              </div>
              <button
                type="button"
                className="btn plain"
                onClick={() => onChange(value.filter((each) => each.ref !== person.ref))}
              >
                {say('people.remove', { name: person.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <PersonField
        key={value.length}
        label={say('people.add')}
        error={error}
        name={name}
        value={null}
        onChange={(person) => person && !value.some((each) => each.ref === person.ref) && onChange([...value, person])}
      />
    </fieldset>
  );
}

const HERE = ['HIDUP', 'NONAKTIF'];
const HEAD = '1';

/** The members of one card: who goes, and what each is in the family afterwards. */
export function SeatsField({
  label,
  hint,
  error,
  name,
  search,
  value = [],
  onChange,
}: PartGiven<readonly SeatDraft[]> & { search?: string }) {
  const say = useSay(texts);
  const words = useEventWords();
  const openFamily = useFamilyOf();
  const add = async (person: Picked) => {
    const found = seatsOf(person, await openFamily.of(person), value.length === 0);
    onChange([...value, ...found.filter((seat) => !value.some((each) => each.person.ref === seat.person.ref))]);
  };
  const change = (ref: string, part: Partial<SeatDraft>) =>
    onChange(value.map((seat) => (seat.person.ref === ref ? { ...seat, ...part } : seat)));
  return (
    <fieldset className="people-field">
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {value.length > 0 && (
        <div className="scrolls" role="region" aria-label={say('seats.caption')} tabIndex={0}>
          <table className="going">
            <thead>
              <tr>
                <th scope="col">{say('seats.go')}</th>
                <th scope="col">{say('seats.person')}</th>
                <th scope="col">{say('seats.will')}</th>
              </tr>
            </thead>
            <tbody>
              {value.map(({ person, relation, going }) => (
                <tr key={person.ref}>
                  <td>
                    <input
                      type="checkbox"
                      checked={going}
                      aria-label={say('seats.goes', { name: person.name })}
                      onChange={(event) => change(person.ref, { going: event.target.checked })}
                    />
                  </td>
                  <th scope="row">
                    {person.name}
                    <div className="soft">
                      {inFours(person.nik)} · {formatDateShort(person.birthDate)}
                    </div>
                  </th>
                  <td>
                    <select
                      value={relation}
                      disabled={!going}
                      aria-label={say('seats.relation', { name: person.name })}
                      onChange={(event) => change(person.ref, { relation: event.target.value })}
                    >
                      {relation === '' && <option value="">{say('choose')}</option>}
                      {words.choices('relation').map((choice) => (
                        <option key={choice.value} value={choice.value}>
                          {choice.label}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <PersonField
        key={value.length}
        label={value.length > 0 ? say('seats.another') : (search ?? say('seats.add'))}
        error={openFamily.failed ?? error}
        name={name}
        value={null}
        onChange={(person) => person && void add(person)}
      />
    </fieldset>
  );
}

/** Everybody of the person's card who is still here; the person alone where he is in none. */
export function seatsOf(person: Picked, family: FamilyView | null, first: boolean): SeatDraft[] {
  const members = (family?.members ?? [])
    .filter((member) => HERE.includes(member.state))
    .map((member) => ({
      person: { ...member, birthDate: member.birthDate, villageCode: family!.villageCode, place: '' },
      relation: String(member.relation),
      going: true,
    }));
  return members.length > 0 ? members.map(seatOf) : [{ person, relation: first ? HEAD : '', going: true }];
}

function seatOf(seat: { person: Picked & Record<string, unknown>; relation: string; going: boolean }): SeatDraft {
  const { ref, name, nik, birthDate, sex, villageCode, place, masked } = seat.person;
  return { ...seat, person: { ref, name, nik, birthDate, sex, villageCode, place, masked } };
}

/** A family card, found by one of its members. */
export function FamilyField({ label, hint, error, name, value, onChange }: PartGiven<FamilyDraft>) {
  const say = useSay(texts);
  const openFamily = useFamilyOf();
  const choose = async (person: Picked) => {
    const family = await openFamily.of(person, say('family.none'));
    if (family)
      onChange({ ref: family.ref, number: family.number, names: family.members.map((member) => member.name) });
  };
  if (value) {
    return (
      <div className="field" role="group" aria-label={label}>
        <div className="label">{label}</div>
        <div className="picked">
          <div>
            <b>{say('family.chosen', { number: inFours(value.number) })}</b>
            <div className="soft">{say('family.of', { names: value.names.join(', ') })}</div>
          </div>
          <button type="button" name={name} className="btn plain" onClick={() => onChange(undefined)}>
            {say('people.remove', { name: '' }).trim()}
          </button>
        </div>
        {error && <div className="error">{error}</div>}
      </div>
    );
  }
  return (
    <PersonField
      label={label}
      hint={hint}
      error={openFamily.failed ?? error}
      name={name}
      value={null}
      onChange={(person) => person && void choose(person)}
    />
  );
}

/** Opens the family of somebody; `null` when he is in none, with `none` as the fault where that is one. */
function useFamilyOf() {
  const { client } = useHouse();
  const kit = useSay(kitTexts);
  const [failed, setFailed] = useState<string | undefined>();
  const of = async (person: Picked, none?: string): Promise<FamilyView | null> => {
    setFailed(undefined);
    try {
      return await client.call(openFamilyOfContract, { ref: person.ref }, { purpose: PURPOSE });
    } catch (error) {
      const without = error instanceof Problem && error.status === 404;
      if (!without || none)
        setFailed(without ? none : error instanceof Problem ? error.title : kit('failing.noAnswer'));
      return null;
    }
  };
  return { of, failed };
}

/** Village, street and the numbers of the neighbourhood. */
export function AddressField({
  label,
  hint,
  error,
  required,
  name,
  value,
  onChange,
  errorAt,
}: PartGiven<AddressDraft>) {
  const say = useSay(texts);
  const search = useRegionSearch('village');
  const address = value ?? EMPTY_ADDRESS;
  const set = (part: Partial<AddressDraft>) => onChange({ ...address, ...part });
  const line = (key: 'address' | 'rt' | 'rw' | 'hamlet' | 'postalCode', words: string, short = false) => (
    <TextField
      label={words}
      name={`${name}.${key}`}
      autoComplete="off"
      error={errorAt?.(key)}
      required={required === true && key === 'address'}
      value={address[key]}
      {...(short ? { className: 'short', inputMode: 'numeric' as const, maxLength: 5 } : { maxLength: 120 })}
      onChange={(event) => set({ [key]: event.target.value })}
    />
  );
  return (
    <fieldset className="address-field">
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {error && !errorAt?.('villageCode') && !errorAt?.('address') && <p className="fault">{error}</p>}
      <RegionPicker
        label={say('address.village')}
        name={`${name}.villageCode`}
        required={required ?? false}
        error={errorAt?.('villageCode')}
        search={search}
        value={address.village}
        onChange={(village) => set({ village })}
      />
      {line('address', say('address.street'))}
      <div className="three">
        {line('rt', say('address.rt'), true)}
        {line('rw', say('address.rw'), true)}
        {line('postalCode', say('address.postal'), true)}
      </div>
      {line('hamlet', say('address.hamlet'))}
    </fieldset>
  );
}
