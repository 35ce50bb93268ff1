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
import { Failing, Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { NotOpened } from '../person/person.tsx';
import { FixedPurpose, PurposeGate } from '../purpose/purpose.tsx';
import { usePersonAtHand } from '../register/person-at-hand.ts';
import type { Picked as PickedPerson } from '../register/picker/person-field.tsx';
import { PersonPicker } from '../register/picker/person-picker.tsx';
import { useLook } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import type { CardAddress } from './address-fields.tsx';
import { useChangeDraft } from './change-draft.ts';
import { ChangeForm } from './change-form.tsx';
import { HEAD, MEMBERS, type Change, type SeatRow } from './changes.ts';
import { CardStrip } from './family.tsx';
import { Seats } from './seats.tsx';
import { useStartAddress } from './start-address.ts';
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
  const held = useChangeDraft(`keluarga.tambah.${family.ref}`);
  return (
    <ChangeForm
      contract={joinFamilyContract}
      familyRef={family.ref}
      held={held}
      head="none"
      submit={say('submit.tambah')}
    >
      <Picked
        seats={held.draft.seats}
        onChange={(seats) => held.change({ seats })}
        taken={family.members.map(({ ref }) => ref)}
        withoutHead
      />
    </ChangeForm>
  );
}

function Split({ family }: { family: FamilyView }) {
  const address = useStartAddress(family);
  return address ? <SplitForm family={family} address={address} /> : <Loading lines={10} />;
}

function SplitForm({ family, address }: { family: FamilyView; address: CardAddress }) {
  const say = useSay(texts);
  const held = useChangeDraft(`keluarga.pisah.${family.ref}`, [], address);
  const { seats } = held.draft;
  const setSeats = (next: readonly SeatRow[]) => held.change({ seats: next });
  const leave = (row: SeatRow, leaves: boolean) =>
    setSeats(leaves ? [...seats, { ...row, relation: '' }] : seats.filter(({ ref }) => ref !== row.ref));
  return (
    <ChangeForm
      contract={splitFamilyContract}
      familyRef={family.ref}
      held={held}
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
                name={MEMBERS}
                checked={seats.some(({ ref }) => ref === member.ref)}
                onChange={(event) => leave(rowOf(member), event.target.checked)}
              />
              <span>
                {member.name} <span className="soft">{rowOf(member).note}</span>
              </span>
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
  const held = useChangeDraft(`keluarga.kepala.${family.ref}.${family.version}`, family.members.map(rowOf));
  return (
    <ChangeForm
      contract={replaceHeadContract}
      familyRef={family.ref}
      held={held}
      head="one"
      submit={say('submit.kepala')}
    >
      <Seats caption={say('head.relations')} seats={held.draft.seats} onChange={(seats) => held.change({ seats })} />
    </ChangeForm>
  );
}

const PURPOSE = 'family_card';

/** A card for people who were in none, or leave theirs; from a person's page (`?orang=`) he is its head to begin with. */
export function NewFamily() {
  const say = useSay(texts);
  const { ref, ready, person, picked, error, again } = usePersonAtHand('orang', PURPOSE);
  const address = useStartAddress(person);
  return (
    <FixedPurpose code={PURPOSE}>
      <h1 className="page-title" tabIndex={-1}>
        {say('new')}
      </h1>
      <p className="soft">{say('new.about')}</p>
      {error ? (
        <Failing error={error} again={again} />
      ) : ready && address ? (
        <NewFamilyForm
          key={ref}
          form={ref ? `keluarga.baru.${ref}` : 'keluarga.baru'}
          first={picked}
          address={address}
        />
      ) : (
        <Loading lines={8} />
      )}
    </FixedPurpose>
  );
}

function NewFamilyForm({ form, first, address }: { form: string; first: PickedPerson | null; address: CardAddress }) {
  const say = useSay(texts);
  const held = useChangeDraft(form, first ? [{ ...rowOf(first), relation: HEAD }] : [], address);
  return (
    <ChangeForm contract={formFamilyContract} held={held} head="one" address submit={say('submit.new')}>
      <Picked seats={held.draft.seats} onChange={(seats) => held.change({ seats })} taken={[]} />
    </ChangeForm>
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
      <PersonPicker
        label={say('seats.find')}
        name={MEMBERS}
        taken={[...taken, ...seats.map(({ ref }) => ref)]}
        onPick={add}
      />
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
