import { useHouseDay } from '../session.tsx';
import { nameFaults } from '../../../src/register/resident/rules.ts';
import { DateField } from '../../kit/date-field.tsx';
import { NikField } from '../../kit/nik-field.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { useDistrictName } from '../regions.ts';
import { texts } from './texts.ts';
import { TABLES, useRegisterWords } from './words.ts';

const DATES: ReadonlySet<string> = new Set(['birthDate', 'permitUntil', 'marriageDate', 'divorceDate']);
const NIKS: ReadonlySet<string> = new Set(['motherNik', 'fatherNik']);
const LONGEST: Readonly<Record<string, number>> = {
  address: 120,
  previousAddress: 200,
  permitNumber: 40,
  passport: 20,
  nationality: 3,
  rt: 3,
  rw: 3,
};

/** The field of one element, in the shape that the element has: a code from its table, a day, a NIK, a line of text. */
export function BiodataField(given: {
  element: string;
  /** As the server names it in its faults. */
  name: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  required?: boolean;
  /** Whether a name is held against the rules for new names while it is typed. */
  newName?: boolean;
}) {
  const { element, name, value, onChange, error, required } = given;
  const say = useSay(texts);
  const words = useRegisterWords();
  const day = useHouseDay();
  const districtName = useDistrictName();
  const label = words.element(element);
  const tie = { label, name, error, required: required ?? false };
  if (element in TABLES || element === 'permit' || element === 'maritalRegistered') {
    return (
      <ChoiceField
        {...tie}
        none={required ? say('choose') : say('none')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        choices={choicesOf(element, words, say)}
      />
    );
  }
  if (DATES.has(element)) return <DateField {...tie} value={value} onChange={onChange} />;
  if (NIKS.has(element)) {
    return (
      <NikField
        {...tie}
        hint={say('field.hint.parentNik')}
        value={value}
        onChange={onChange}
        districtName={districtName}
      />
    );
  }
  const fault =
    given.newName && value.trim() !== '' ? nameFaults(value, day).map((each) => words.room(each) ?? each) : [];
  const hint =
    element === 'name' ? say('field.hint.name') : element === 'nationality' ? say('field.hint.nationality') : undefined;
  const short = element === 'rt' || element === 'rw' || element === 'nationality';
  return (
    <TextField
      {...tie}
      error={fault.length > 0 ? fault.join(' ') : error}
      hint={hint}
      value={value}
      className={short ? 'short' : undefined}
      inputMode={element === 'rt' || element === 'rw' ? 'numeric' : 'text'}
      maxLength={LONGEST[element] ?? 60}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(element === 'nationality' ? event.target.value.toUpperCase() : event.target.value)}
    />
  );
}

function choicesOf(
  element: string,
  words: ReturnType<typeof useRegisterWords>,
  say: (key: keyof typeof texts.id) => string,
) {
  if (element === 'permit') {
    return [
      { value: '1', label: say('permit.limited') },
      { value: '2', label: say('permit.permanent') },
    ];
  }
  if (element === 'maritalRegistered') {
    return [
      { value: 'yes', label: say('yes') },
      { value: 'no', label: say('no') },
    ];
  }
  // "None" is said by an empty field; the code for it stands in village exports only.
  return words.choices(element, element === 'disability' ? [7] : []);
}
