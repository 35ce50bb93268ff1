import { useState, type FormEvent } from 'react';
import { checkDuplicatesContract, enterResidentContract } from '../../../src/register/resident/contract.ts';
import { useAct } from '../../kit/act.ts';
import type { Answer } from '../../kit/client.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../kit/form-section.tsx';
import { RegionPicker } from '../../kit/region-picker.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useHouse } from '../house.tsx';
import { BiodataField } from '../register/biodata-field.tsx';
import { useForgetLooks } from '../register/recorded.ts';
import { useOwnVillageSearch } from '../regions.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useRegisterWords } from '../register/words.ts';
import { useHouseDay, useSession } from '../session.tsx';
import { Candidates, type Candidate } from './candidates.tsx';
import { Entered } from './entered.tsx';
import { texts } from './texts.ts';
import {
  asked,
  duplicateQuestion,
  EMPTY,
  entryOf,
  FORM,
  isNeeded,
  missingIn,
  nameHolds,
  pathOf,
  SECTIONS,
  type NewPerson as Person,
  type Section,
} from './values.ts';

type Done = Answer<typeof enterResidentContract>;

/**
 * Somebody who was never recorded. Before he gets a NIK the whole nation is asked whether he has one already; each likely
 * one is looked at, and said to have been looked at.
 */
export function NewPerson() {
  const [round, setRound] = useState(0);
  // A new round is a new form: nothing of the person before may stay in a field.
  return <OneNewPerson key={round} onAnother={() => setRound(round + 1)} />;
}

function OneNewPerson({ onAnother }: { onAnother: () => void }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const { officer } = useSession();
  const forget = useForgetLooks();
  const [person, setPerson] = useState<Person>(() => ({ ...EMPTY, ...readDraft<Person>(officer.id, FORM) }));
  const [candidates, setCandidates] = useState<readonly Candidate[] | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const checking = useAct(client, checkDuplicatesContract);
  const entering = useAct(client, enterResidentContract);
  const dirty = JSON.stringify(person) !== JSON.stringify(EMPTY);
  const kept = useDraft(officer.id, FORM, person, dirty && done === null);

  const enter = async (looked: readonly string[]) => {
    const answer = await entering.run(entryOf(person, looked), {
      // Back to the fields: what is wrong stands beside them.
      onRefused: (problem) => problem.code !== 'resident.likely_duplicates' && setCandidates(null),
    });
    if (!answer) return;
    dropDraft(officer.id, FORM);
    setDone(answer);
    void forget();
  };
  const check = async () => {
    // What the last try was refused for has been mended, or will be said again.
    entering.reset();
    const answer = await checking.run(duplicateQuestion(person));
    if (!answer) return;
    if (answer.people.length === 0) await enter([]);
    else setCandidates(answer.people);
  };

  if (done) return <Entered name={person.values['name'] ?? ''} done={done} onAnother={onAnother} />;
  if (candidates) {
    return (
      <Candidates
        person={person}
        candidates={candidates}
        state={entering.state}
        onBack={() => setCandidates(null)}
        onEnter={(looked) => void enter(looked)}
      />
    );
  }
  const state = entering.state.at === 'rest' ? checking.state : entering.state;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      <EntryForm
        person={person}
        onChange={setPerson}
        state={state}
        kept={kept}
        onSubmit={() => {
          if (state.at !== 'sending') void check();
        }}
        onEmpty={() => {
          dropDraft(officer.id, FORM);
          onAnother();
        }}
      />
    </>
  );
}

function EntryForm(given: {
  person: Person;
  onChange: (person: Person) => void;
  state: ReturnType<typeof useAct>['state'];
  kept: boolean;
  onSubmit: () => void;
  onEmpty: () => void;
}) {
  const { person, onChange, state, kept } = given;
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const sayRegister = useSay(registerTexts);
  const words = useRegisterWords();
  const search = useOwnVillageSearch();
  const [tried, setTried] = useState<readonly string[]>([]);
  const problem = state.at === 'refused' ? state.problem : null;
  const day = useHouseDay();
  const missing = missingIn(person).filter((path) => tried.includes(path));
  const error = (path: string) =>
    missing.includes(path)
      ? sayKit('fault.required')
      : problem?.errors.find((fault) => fault.path === path || `biodata.${fault.path}` === path)?.message;
  const label = (path: string) => words.element(path.split('.').at(-1)!);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacking = missingIn(person);
    setTried(lacking);
    // A name against the rules is named beside its field already; sending it would only be refused.
    if (lacking.length > 0) return;
    if (!nameHolds(person, day)) return document.getElementsByName('biodata.name')[0]?.focus();
    given.onSubmit();
  };
  const paths = (Object.keys(SECTIONS) as Section[])
    .flatMap((section) => asked(section, person.values))
    .map(pathOf)
    .concat('biodata.villageCode', 'legalBasis');
  const fields = (section: Section) =>
    asked(section, person.values).map((element) => (
      <BiodataField
        key={element}
        element={element}
        name={pathOf(element)}
        value={person.values[element] ?? ''}
        required={isNeeded(element, person.values)}
        newName={element === 'name'}
        error={error(pathOf(element))}
        onChange={(value) => onChange({ ...person, values: { ...person.values, [element]: value } })}
      />
    ));
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary
        problem={missing.length > 0 ? null : problem}
        faults={paths.flatMap((path) => {
          const message = error(path);
          return message ? [{ name: path, label: label(path), message }] : [];
        })}
      />
      <FormSection title={say('section.self')} about={say('section.selfAbout')}>
        {fields('self')}
      </FormSection>
      <FormSection title={say('section.nationality')} about={say('section.nationalityAbout')}>
        {fields('nationality')}
      </FormSection>
      <FormSection title={say('section.marriage')}>{fields('marriage')}</FormSection>
      <FormSection title={say('section.parents')} about={say('section.parentsAbout')}>
        {fields('parents')}
      </FormSection>
      <FormSection title={say('section.dwelling')} about={say('section.dwellingAbout')}>
        <RegionPicker
          label={words.element('villageCode')}
          name="biodata.villageCode"
          hint={sayRegister('field.hint.village')}
          value={person.village}
          search={search}
          error={error('biodata.villageCode')}
          required
          onChange={(village) => onChange({ ...person, village })}
        />
        {fields('dwelling')}
      </FormSection>
      <FormSection title={say('section.basis')}>
        <TextField
          name="legalBasis"
          label={words.element('legalBasis')}
          hint={sayRegister('field.hint.legalBasis')}
          value={person.legalBasis}
          maxLength={200}
          autoComplete="off"
          required
          error={error('legalBasis')}
          onChange={(event) => onChange({ ...person, legalBasis: event.target.value })}
        />
      </FormSection>
      <p className="soft" role="status">
        {kept && sayKit('form.draftKept')}
      </p>
      <div className="row">
        <Submit state={state} busy={say('checking')}>
          {say('submit')}
        </Submit>
        <button type="button" className="btn plain" onClick={given.onEmpty}>
          {say('empty')}
        </button>
      </div>
    </form>
  );
}
