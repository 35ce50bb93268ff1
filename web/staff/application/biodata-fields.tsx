import { checkDuplicatesContract } from '../../../src/register/resident/contract.ts';
import { useState } from 'react';
import { useAct } from '../../kit/act.ts';
import { FormSection } from '../../kit/form-section.tsx';
import { RegionPicker } from '../../kit/region-picker.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { faultAt, type Faults } from '../event/draft.ts';
import { FamilyField } from '../event/parts.tsx';
import { useEventWords } from '../event/words.ts';
import { useHouse } from '../house.tsx';
import { OneCandidate, type Candidate } from '../new-person/candidates.tsx';
import { texts as personTexts } from '../new-person/texts.ts';
import { asked, duplicateQuestion, isNeeded, pathOf, type Section } from '../new-person/values.ts';
import { BiodataField } from '../register/biodata-field.tsx';
import { texts as registerTexts } from '../register/texts.ts';
import { useRegisterWords } from '../register/words.ts';
import { useOwnVillageSearch } from '../regions.ts';
import { personOf, SEATS, type BiodataDraft } from './biodata-values.ts';
import { texts } from './texts.ts';

const HEAD = '1';
const ABOUT = {
  self: 'section.selfAbout',
  parents: 'section.parentsAbout',
  dwelling: 'section.dwellingAbout',
} as const;

interface Given {
  readonly draft: BiodataDraft;
  readonly faults: Faults;
  readonly onChange: (part: BiodataDraft) => void;
}

/** What an application for new biodata asks: the person, the family he comes into, the ground, and who else it might be. */
export function BiodataFields({ draft, faults, onChange }: Given) {
  const sayPerson = useSay(personTexts);
  const sayRegister = useSay(registerTexts);
  const words = useRegisterWords();
  const search = useOwnVillageSearch();
  const person = personOf(draft);
  const error = (path: string) => faultAt(faults, `details.${path}`);
  const fields = (section: Section) =>
    asked(section, person.values).map((element) => (
      <BiodataField
        key={element}
        element={element}
        name={`details.${pathOf(element)}`}
        value={person.values[element] ?? ''}
        required={isNeeded(element, person.values)}
        newName={element === 'name'}
        error={error(pathOf(element))}
        onChange={(value) => onChange({ values: { ...person.values, [element]: value } })}
      />
    ));
  return (
    <>
      {(['self', 'nationality', 'marriage', 'parents'] as const).map((section) => (
        <FormSection
          key={section}
          title={sayPerson(`section.${section}`)}
          {...(section in ABOUT ? { about: sayPerson(ABOUT[section as keyof typeof ABOUT]) } : {})}
        >
          {fields(section)}
        </FormSection>
      ))}
      <FormSection title={sayPerson('section.dwelling')} about={sayPerson(ABOUT.dwelling)}>
        <RegionPicker
          label={words.element('villageCode')}
          name="details.biodata.villageCode"
          hint={sayRegister('field.hint.village')}
          value={person.village}
          search={search}
          error={error('biodata.villageCode')}
          required
          onChange={(village) => onChange({ village })}
        />
        {fields('dwelling')}
      </FormSection>
      <SeatSection draft={draft} faults={faults} onChange={onChange} />
      <FormSection title={sayPerson('section.basis')}>
        <TextField
          name="details.legalBasis"
          label={words.element('legalBasis')}
          hint={sayRegister('field.hint.legalBasis')}
          value={person.legalBasis}
          maxLength={200}
          autoComplete="off"
          required
          error={error('legalBasis')}
          onChange={(event) => onChange({ legalBasis: event.target.value })}
        />
      </FormSection>
      <Likely draft={draft} faults={faults} onChange={onChange} />
    </>
  );
}

function SeatSection({ draft, faults, onChange }: Given) {
  const say = useSay(texts);
  const words = useEventWords();
  const error = (path: string) => faultAt(faults, `details.${path}`);
  return (
    <FormSection title={say('seat.title')} about={say('seat.about')}>
      <ChoiceField
        label={say('seat.in')}
        name="details.seat"
        error={faults['details.seat']}
        none={say('seat.none')}
        choices={SEATS.map((seat) => ({ value: seat, label: say(`seat.in.${seat}`) }))}
        value={draft.seat ?? ''}
        onChange={(event) => onChange({ seat: event.target.value })}
      />
      {draft.seat === 'card' && (
        <>
          <FamilyField
            label={say('seat.card')}
            hint={say('card.card.hint')}
            name="details.seat.card"
            required
            error={error('seat.card')}
            value={draft.card}
            onChange={(card) => onChange({ card })}
          />
          <ChoiceField
            label={say('seat.relation')}
            name="details.seat.relation"
            required
            error={error('seat.relation')}
            none={say('choose')}
            choices={words.choices('relation').filter(({ value }) => value !== HEAD)}
            value={draft.relation ?? ''}
            onChange={(event) => onChange({ relation: event.target.value })}
          />
        </>
      )}
    </FormSection>
  );
}

/** Likely duplicates of the whole nation, before the application goes its way: one who was not looked at stops it. */
function Likely({ draft, onChange }: Given) {
  const say = useSay(texts);
  const sayPerson = useSay(personTexts);
  const { client } = useHouse();
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const { state, run } = useAct(client, checkDuplicatesContract);
  const person = personOf(draft);
  const { name, birthDate, birthPlace, sex } = person.values;
  const ready = [name, birthDate, birthPlace, sex].every((value) => (value ?? '').trim() !== '');
  const looked = new Set(draft.looked);
  const check = async () => {
    const answer = await run(duplicateQuestion(person));
    if (answer) setFound(answer.people);
  };
  const look = (ref: string, seen: boolean) => {
    if (seen) looked.add(ref);
    else looked.delete(ref);
    onChange({ looked: [...looked] });
  };
  return (
    <FormSection title={say('likely.title')} about={say('likely.about')}>
      <button
        type="button"
        className="btn plain"
        aria-disabled={!ready || state.at === 'sending'}
        onClick={() => ready && state.at !== 'sending' && void check()}
      >
        {say(state.at === 'sending' ? 'likely.checking' : 'likely.check')}
      </button>
      <p className="soft" role="status">
        {!ready
          ? say('likely.first')
          : found && (found.length === 0 ? say('likely.nobody') : sayPerson('likely', { count: found.length }))}
        {state.at === 'refused' && state.problem.title}
      </p>
      {found?.map((candidate) => (
        <OneCandidate
          key={candidate.ref}
          person={person}
          candidate={candidate}
          seen={looked.has(candidate.ref)}
          onSeen={(seen) => look(candidate.ref, seen)}
        />
      ))}
    </FormSection>
  );
}
