import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { openPersonContract } from '../../../src/register/resident/contract.ts';
import type { PersonView } from '../../../src/register/resident/schema.ts';
import { DateField } from '../../kit/date-field.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { useHouse } from '../house.tsx';
import type { Picked } from '../register/picker/person-field.tsx';
import { CODED, isSealed, SEALED } from './draft.ts';
import { PURPOSE, type PartGiven } from './parts.tsx';
import { texts } from './texts.ts';
import { useEventWords } from './words.ts';

const ELEMENTS = [
  'name',
  'birthPlace',
  'birthDate',
  'bloodGroup',
  'religion',
  'education',
  'occupation',
  'birthCertificate',
  'marriageCertificate',
  ...SEALED,
] as const;
type Element = (typeof ELEMENTS)[number];

type Changes = Readonly<Record<string, string>>;

/** What is wrong in somebody's data and what it should be, beside what is on record. */
export function ChangesField({
  person,
  onSeen,
  ...given
}: PartGiven<Changes> & { person: Picked | undefined; onSeen: (version: number) => void }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['register', 'correcting', person?.ref],
    queryFn: () => client.call(openPersonContract, { ref: person!.ref }, { purpose: PURPOSE }),
    enabled: person !== undefined,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const version = query.data?.version;
  useEffect(() => {
    if (version !== undefined) onSeen(version);
    // Only when another version was read: the form owns what follows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [version]);
  return (
    <fieldset className="people-field">
      <legend>{given.label}</legend>
      {!person && <p className="soft">{say('changes.first')}</p>}
      {person && query.error && <Failing error={query.error} again={() => void query.refetch()} />}
      {person && !query.data && !query.error && <Loading lines={2} />}
      {query.data && <ChangesOf {...given} person={query.data} />}
    </fieldset>
  );
}

function ChangesOf({ value = {}, onChange, name, error, person }: PartGiven<Changes> & { person: PersonView }) {
  const say = useSay(texts);
  const words = useEventWords();
  const format = useFormat();
  const chosen = Object.keys(value) as Element[];
  const left = ELEMENTS.filter((element) => !chosen.includes(element));
  const set = (element: Element, text: string) => onChange({ ...value, [element]: text });
  const now = (element: Element) => {
    const held = person[element as keyof PersonView] as string | number | null;
    if (held === null || held === '') return '–';
    if (typeof held === 'number') return words.code(element, held);
    return element === 'birthDate' ? format.date(held) : held;
  };
  return (
    <>
      {chosen.map((element) => {
        const common = {
          label: say(`element.${element}`),
          hint: isSealed(element) ? say('changes.sealed') : say('changes.now', { value: now(element) }),
          name: `${name}.${element}`,
          required: true,
        };
        return (
          <div key={element} className="with-button">
            {(CODED as readonly string[]).includes(element) ? (
              <ChoiceField
                {...common}
                none={say('choose')}
                choices={words.choices(element)}
                value={value[element] ?? ''}
                onChange={(event) => set(element, event.target.value)}
              />
            ) : element === 'birthDate' ? (
              <DateField {...common} value={value[element] ?? ''} onChange={(date) => set(element, date)} />
            ) : (
              <TextField
                {...common}
                autoComplete="off"
                maxLength={60}
                value={value[element] ?? ''}
                onChange={(event) => set(element, event.target.value)}
              />
            )}
            <button
              type="button"
              className="btn plain"
              onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([each]) => each !== element)))}
            >
              {say('changes.remove', { element: say(`element.${element}`) })}
            </button>
          </div>
        );
      })}
      {left.length > 0 && (
        <ChoiceField
          label={say(chosen.length === 0 ? 'changes.element' : 'changes.add')}
          name={name}
          none={say('choose')}
          error={error}
          choices={left.map((element) => ({ value: element, label: say(`element.${element}`) }))}
          value=""
          onChange={(event) => event.target.value && set(event.target.value as Element, '')}
        />
      )}
    </>
  );
}
