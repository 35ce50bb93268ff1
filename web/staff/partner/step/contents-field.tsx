import { useId } from 'react';
import {
  ELEMENT_NAMES,
  ELEMENTS,
  PURPOSES,
  RETURNABLE,
  type Element,
  type Method,
  type Purpose,
  type Returnable,
} from '../../../../src/sharing/partner/rules.ts';
import { ACCESS_WAYS, type Contents } from '../../../../src/sharing/partner/schema.ts';
import { FormSection } from '../../../kit/form-section.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** Who will know what and why, as it is typed. */
export interface ContentsDraft {
  readonly user: string;
  readonly purposes: readonly Purpose[];
  readonly methods: Readonly<Partial<Record<Element, Method>>>;
  readonly way: string;
  readonly dataBack: string;
  readonly returned: readonly Returnable[];
  readonly termMonths: string;
}

export const NO_CONTENTS: ContentsDraft = {
  user: '',
  purposes: [],
  methods: {},
  way: '',
  dataBack: '',
  returned: [],
  termMonths: '',
};

export function contentsDraftOf({
  user,
  purposes,
  elements,
  way,
  dataBack,
  returned = [],
  termMonths,
}: Contents): ContentsDraft {
  const methods = Object.fromEntries(elements.map(({ element, method }) => [element, method]));
  return { user, purposes, methods, way, dataBack, returned, termMonths: String(termMonths) };
}

export function contentsOf({ user, purposes, methods, way, dataBack, returned, termMonths }: ContentsDraft): Contents {
  const elements = ELEMENT_NAMES.flatMap((element) =>
    methods[element] ? [{ element, method: methods[element] }] : [],
  );
  return {
    user: user.trim(),
    purposes: [...purposes],
    elements,
    way: way as Contents['way'],
    dataBack: dataBack.trim(),
    returned: [...returned],
    termMonths: Number(termMonths),
  };
}

export type ContentsFault = 'user' | 'purposes' | 'elements' | 'way' | 'dataBack' | 'termMonths';

/** What is not filled in yet. */
export function contentsFaults(draft: ContentsDraft): ContentsFault[] {
  const months = Number(draft.termMonths);
  return [
    ...(draft.user.trim() === '' ? (['user'] as const) : []),
    ...(draft.purposes.length === 0 ? (['purposes'] as const) : []),
    ...(Object.values(draft.methods).some(Boolean) ? [] : (['elements'] as const)),
    ...(draft.way === '' ? (['way'] as const) : []),
    ...(draft.dataBack.trim() === '' ? (['dataBack'] as const) : []),
    ...(Number.isInteger(months) && months >= 1 && months <= 60 ? [] : (['termMonths'] as const)),
  ];
}

export function ContentsField({
  value,
  onChange,
  fault,
}: {
  value: ContentsDraft;
  onChange: (part: Partial<ContentsDraft>) => void;
  fault: (name: ContentsFault) => string | undefined;
}) {
  const say = useSay(texts);
  return (
    <FormSection title={say('contents')} about={say('contents.about')}>
      <TextField
        label={say('user')}
        hint={say('user.hint')}
        name="user"
        required
        autoComplete="off"
        maxLength={200}
        value={value.user}
        error={fault('user')}
        onChange={(event) => onChange({ user: event.target.value })}
      />
      <fieldset className="options">
        <legend>{say('purposes')}</legend>
        {PURPOSES.map((purpose, at) => (
          <label className="tick" key={purpose}>
            <input
              type="checkbox"
              name={at === 0 ? 'purposes' : `purposes.${purpose}`}
              checked={value.purposes.includes(purpose)}
              onChange={(event) =>
                onChange({
                  purposes: event.target.checked
                    ? [...value.purposes, purpose]
                    : value.purposes.filter((each) => each !== purpose),
                })
              }
            />
            <span>{say(`partner.purpose.${purpose}`)}</span>
          </label>
        ))}
        {fault('purposes') && <p className="fault">{fault('purposes')}</p>}
      </fieldset>
      <ElementsField
        legend={say('elements')}
        value={value.methods}
        allowed={(element) => ELEMENTS[element]}
        error={fault('elements')}
        onChange={(methods) => onChange({ methods })}
      />
      <ChoiceField
        label={say('way')}
        name="way"
        required
        none={say('choose')}
        choices={ACCESS_WAYS.map((way) => ({ value: way, label: say(`partner.way.${way}`) }))}
        value={value.way}
        error={fault('way')}
        onChange={(event) => onChange({ way: event.target.value })}
      />
      <TextField
        label={say('dataBack')}
        hint={say('dataBack.hint')}
        name="dataBack"
        required
        autoComplete="off"
        maxLength={500}
        value={value.dataBack}
        error={fault('dataBack')}
        onChange={(event) => onChange({ dataBack: event.target.value })}
      />
      <fieldset className="options">
        <legend>{say('returned')}</legend>
        <p className="soft">{say('returned.hint')}</p>
        {RETURNABLE.map((element) => (
          <label className="tick" key={element}>
            <input
              type="checkbox"
              name={`returned.${element}`}
              checked={value.returned.includes(element)}
              onChange={(event) =>
                onChange({
                  returned: event.target.checked
                    ? [...value.returned, element]
                    : value.returned.filter((each) => each !== element),
                })
              }
            />
            <span>{say('returned.element', { element: say(`partner.element.${element}`) })}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={say('termMonths')}
        hint={say('termMonths.hint')}
        name="termMonths"
        required
        inputMode="numeric"
        className="short"
        autoComplete="off"
        maxLength={2}
        value={value.termMonths}
        error={fault('termMonths')}
        onChange={(event) => onChange({ termMonths: event.target.value.replaceAll(/[^0-9]/g, '') })}
      />
    </FormSection>
  );
}

/** Each element with how it may be asked about; what is not asked for stays at that. */
export function ElementsField({
  legend,
  value,
  allowed,
  error,
  onChange,
}: {
  legend: string;
  value: Readonly<Partial<Record<Element, Method>>>;
  /** No method: the element is not offered. */
  allowed: (element: Element) => readonly Method[];
  error: string | undefined;
  onChange: (methods: Readonly<Partial<Record<Element, Method>>>) => void;
}) {
  const say = useSay(texts);
  const id = useId();
  const offered = ELEMENT_NAMES.filter((element) => allowed(element).length > 0);
  return (
    <fieldset className="options">
      <legend>{legend}</legend>
      <div className="element-list">
        {offered.map((element, at) => (
          <div key={element} className={value[element] ? 'asked' : ''}>
            <label htmlFor={`${id}-${element}`}>{say(`partner.element.${element}`)}</label>
            <select
              id={`${id}-${element}`}
              name={at === 0 ? 'elements' : `elements.${element}`}
              value={value[element] ?? ''}
              onChange={(event) => {
                const { [element]: _, ...rest } = value;
                onChange(event.target.value === '' ? rest : { ...rest, [element]: event.target.value as Method });
              }}
            >
              <option value="">{say('notAsked')}</option>
              {allowed(element).map((method) => (
                <option key={method} value={method}>
                  {say(`partner.method.${method}`)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      {error && <p className="fault">{error}</p>}
    </fieldset>
  );
}
