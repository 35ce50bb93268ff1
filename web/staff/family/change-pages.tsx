import { useState } from 'react';
import {
  formFamilyContract,
  joinFamilyContract,
  openFamilyContract,
  replaceHeadContract,
  splitFamilyContract,
} from '../../../src/register/family/contract.ts';
import type { FamilyView } from '../../../src/register/family/schema.ts';
import type { FoundPerson } from '../../../src/register/resident/schema.ts';
import { formatDateShort, inFours } from '../../kit/format.ts';
import { Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { NotOpened } from '../person/person.tsx';
import { FixedPurpose, PurposeGate } from '../purpose/purpose.tsx';
import { PersonPicker } from '../register/picker/person-picker.tsx';
import { useLook } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { ChangeForm } from './change-form.tsx';
import { HEAD, type Change, type SeatRow } from './changes.ts';
import { CardStrip } from './family.tsx';
import { Seats } from './seats.tsx';
import { texts } from './texts.ts';

/** People join the card, and live where it says. */
export const JoinFamily = () => <OfCard change="tambah" />;
/** Some members leave for a card of their own. */
export const SplitFamily = () => <OfCard change="pisah" />;
/** A new head: the card is replaced by one with a new number, every relation is told anew. */
export const ReplaceHead = () => <OfCard change="kepala" />;

function OfCard({ change }: { change: Change }) {
  const ref = useAddressPart('ref');
  const say = useSay(registerTexts);
  return (
    <PurposeGate key={ref} of={ref} title={say('purposeTitle.family')}>
      <Opened familyRef={ref} change={change} />
    </PurposeGate>
  );
}

function Opened({ familyRef, change }: { familyRef: string; change: Change }) {
  const say = useSay(texts);
  const query = useLook(openFamilyContract, { ref: familyRef });
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  const Form = FORMS[change];
  return (
    <>
      <CardStrip family={query.data} />
      <h2>{say(`change.${change}`)}</h2>
      <p>{say(`change.${change}.about`)}</p>
      <Form family={query.data} />
    </>
  );
}

const FORMS = { tambah: Join, pisah: Split, kepala: Head } as const;

function Join({ family }: { family: FamilyView }) {
  const say = useSay(texts);
  const [seats, setSeats] = useState<readonly SeatRow[]>([]);
  return (
    <ChangeForm
      contract={joinFamilyContract}
      familyRef={family.ref}
      seats={seats}
      head="none"
      submit={say('submit.tambah')}
    >
      <Picked seats={seats} onChange={setSeats} taken={family.members.map(({ ref }) => ref)} withoutHead />
    </ChangeForm>
  );
}

function Split({ family }: { family: FamilyView }) {
  const say = useSay(texts);
  const [seats, setSeats] = useState<readonly SeatRow[]>([]);
  const leave = (row: SeatRow, leaves: boolean) =>
    setSeats(leaves ? [...seats, { ...row, relation: '' }] : seats.filter(({ ref }) => ref !== row.ref));
  return (
    <ChangeForm
      contract={splitFamilyContract}
      familyRef={family.ref}
      seats={seats}
      head="one"
      address
      submit={say('submit.pisah')}
    >
      <fieldset className="options">
        <legend>{say('split.who')}</legend>
        {family.members
          .filter((member) => !member.masked)
          .map((member) => (
            <label key={member.ref}>
              <input
                type="checkbox"
                checked={seats.some(({ ref }) => ref === member.ref)}
                onChange={(event) => leave(rowOf(member), event.target.checked)}
              />
              {member.name} <span className="soft">{rowOf(member).note}</span>
            </label>
          ))}
      </fieldset>
      <Seats caption={say('split.relations')} seats={seats} onChange={setSeats} />
    </ChangeForm>
  );
}

function Head({ family }: { family: FamilyView }) {
  const say = useSay(texts);
  // Relations are told towards the head, so none of the old ones may be taken over unread.
  const [seats, setSeats] = useState<readonly SeatRow[]>(() => family.members.map(rowOf));
  return (
    <ChangeForm
      contract={replaceHeadContract}
      familyRef={family.ref}
      seats={seats}
      head="one"
      submit={say('submit.kepala')}
    >
      <Seats caption={say('head.relations')} seats={seats} onChange={setSeats} />
    </ChangeForm>
  );
}

/** A card for people who were in none, or leave theirs. */
export function NewFamily() {
  const say = useSay(texts);
  const [seats, setSeats] = useState<readonly SeatRow[]>([]);
  return (
    <FixedPurpose code="family_card">
      <h1 className="page-title" tabIndex={-1}>
        {say('new')}
      </h1>
      <p className="soft">{say('new.about')}</p>
      <ChangeForm contract={formFamilyContract} seats={seats} head="one" address submit={say('submit.new')}>
        <Picked seats={seats} onChange={setSeats} taken={[]} />
      </ChangeForm>
    </FixedPurpose>
  );
}

function Picked(given: {
  seats: readonly SeatRow[];
  onChange: (seats: readonly SeatRow[]) => void;
  taken: readonly string[];
  withoutHead?: boolean;
}) {
  const { seats, onChange, taken, withoutHead = false } = given;
  const say = useSay(texts);
  const add = (person: FoundPerson) =>
    onChange([...seats, { ...rowOf(person), relation: seats.length === 0 && !withoutHead ? HEAD : '' }]);
  return (
    <>
      <Seats
        caption={say('seats')}
        seats={seats}
        onChange={onChange}
        withoutHead={withoutHead}
        onRemove={(gone) => onChange(seats.filter(({ ref }) => ref !== gone))}
      />
      <PersonPicker label={say('seats.find')} taken={[...taken, ...seats.map(({ ref }) => ref)]} onPick={add} />
    </>
  );
}

function rowOf(person: { ref: string; name: string; nik: string; birthDate: string }): SeatRow {
  return {
    ref: person.ref,
    name: person.name,
    note: `${inFours(person.nik)} · ${formatDateShort(person.birthDate)}`,
    relation: '',
  };
}
