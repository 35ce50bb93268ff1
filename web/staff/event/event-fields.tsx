import { useCallback } from 'react';
import type { RecordableKind } from '../../../src/register/civil-event/schema.ts';
import { findRegionContract } from '../../../src/register/region/contract.ts';
import { DateField } from '../../kit/date-field.tsx';
import { FormSection } from '../../kit/form-section.tsx';
import { RegionPicker } from '../../kit/region-picker.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { useHouse } from '../house.tsx';
import { PersonField, type Picked } from '../register/picker/person-field.tsx';
import { useRegionSearch } from '../regions.ts';
import { ChangesField } from './changes-field.tsx';
import {
  faultAt,
  isAsked,
  isRequired,
  type AddressDraft,
  type EventDraft,
  type FamilyDraft,
  type Faults,
  type SeatDraft,
} from './draft.ts';
import { FIELDS, type FieldSpec } from './fields.ts';
import { AddressField, FamilyField, PeopleField, SeatsField } from './parts.tsx';
import { texts } from './texts.ts';
import { useEventWords } from './words.ts';

export interface EventFieldsGiven {
  readonly kind: RecordableKind;
  readonly draft: EventDraft;
  /** Already in words. */
  readonly faults: Faults;
  readonly onChange: (change: (draft: EventDraft) => EventDraft) => void;
}

/** The form of one kind: when and where, the report, and what is seldom needed folded away. */
export function EventFields({ kind, draft, faults, onChange }: EventFieldsGiven) {
  const say = useSay(texts);
  const words = useEventWords();
  const search = useRegionSearch('village');
  const asked = FIELDS[kind].filter((spec) => isAsked(spec, draft));
  const seldom = asked.filter((spec) => spec.seldom);
  const one = (spec: FieldSpec) => (
    <OneField key={spec.name} spec={spec} kind={kind} draft={draft} faults={faults} onChange={onChange} />
  );
  const unfolded = seldom.some((spec) => faultAt(faults, `details.${spec.name}`) || draft.details[spec.name]);
  return (
    <>
      <FormSection title={say('form.details')}>
        {asked.filter((spec) => !spec.seldom).map(one)}
        {seldom.length > 0 && (
          <details className="seldom" open={unfolded || undefined}>
            <summary>{say('form.seldom')}</summary>
            {seldom.map(one)}
          </details>
        )}
      </FormSection>
      <FormSection title={say('form.when')}>
        <DateField
          label={words.label(kind, 'occurredOn')}
          name="occurredOn"
          required
          error={faults['occurredOn']}
          value={draft.occurredOn}
          onChange={(occurredOn) => onChange((now) => ({ ...now, occurredOn }))}
        />
        <DateField
          label={words.label(kind, 'reportedOn')}
          hint={words.hint(kind, 'reportedOn')}
          name="reportedOn"
          error={faults['reportedOn']}
          value={draft.reportedOn}
          onChange={(reportedOn) => onChange((now) => ({ ...now, reportedOn }))}
        />
        <RegionPicker
          key={draft.village?.code ?? 'none'}
          label={words.label(kind, 'villageCode')}
          hint={words.hint(kind, 'villageCode')}
          name="villageCode"
          required
          error={faults['villageCode']}
          search={search}
          value={draft.village}
          onChange={(village) => onChange((now) => ({ ...now, village }))}
        />
      </FormSection>
    </>
  );
}

function OneField({ spec, kind, draft, faults, onChange }: EventFieldsGiven & { spec: FieldSpec }) {
  const say = useSay(texts);
  const words = useEventWords();
  const settle = useVillageOf(onChange);
  const path = `details.${spec.name}`;
  const value = draft.details[spec.name];
  const set = useCallback(
    (next: unknown) => onChange((now) => ({ ...now, details: { ...now.details, [spec.name]: next } })),
    [onChange, spec.name],
  );
  const common = {
    label: words.label(kind, spec.name),
    hint: words.hint(kind, spec.name),
    error: faultAt(faults, path),
    required: isRequired(kind, spec),
    name: path,
  };
  const text = typeof value === 'string' ? value : '';
  if (typeof spec.as === 'object') {
    const choices =
      'code' in spec.as
        ? words.choices(spec.as.code)
        : spec.as.choice.map((each) => ({
            value: each,
            label: words.choice((spec.as as { words: string }).words, each),
          }));
    return (
      <ChoiceField
        {...common}
        choices={choices}
        {...(text === '' || !common.required ? { none: say(common.required ? 'choose' : 'none') } : {})}
        value={text}
        onChange={(event) => set(event.target.value)}
      />
    );
  }
  switch (spec.as) {
    case 'text':
      return (
        <TextField
          {...common}
          autoComplete="off"
          maxLength={spec.name === 'note' || spec.name === 'reason' ? 200 : 100}
          value={text}
          onChange={(event) => set(event.target.value)}
        />
      );
    case 'number':
      return (
        <TextField
          {...common}
          className="short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          value={text}
          onChange={(event) => set(event.target.value)}
        />
      );
    case 'nationality':
      return (
        <TextField
          {...common}
          className="short"
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={3}
          value={text}
          onChange={(event) => set(event.target.value.toUpperCase())}
        />
      );
    case 'date':
      return <DateField {...common} value={text} onChange={set} />;
    case 'person':
      return (
        <PersonField
          {...common}
          value={(value as Picked | undefined) ?? null}
          onChange={(person) => {
            set(person ?? undefined);
            if (person) void settle(person);
          }}
        />
      );
    case 'people':
      return (
        <PeopleField
          {...common}
          value={value as readonly Picked[] | undefined}
          onChange={(people) => {
            set(people);
            if (people?.[0]) void settle(people[0]);
          }}
        />
      );
    case 'seats':
      return (
        <SeatsField
          {...common}
          value={value as readonly SeatDraft[] | undefined}
          onChange={(seats) => {
            set(seats);
            if (seats?.[0]) void settle(seats[0].person);
          }}
        />
      );
    case 'family':
      return <FamilyField {...common} value={value as FamilyDraft | undefined} onChange={set} />;
    case 'address':
      return (
        <AddressField
          {...common}
          required={!spec.seldom}
          errorAt={(inside) => faultAt(faults, `${path}.${inside}`)}
          value={value as AddressDraft | undefined}
          onChange={set}
        />
      );
    case 'changes':
      return (
        <ChangesField
          {...common}
          error={common.error ?? faultAt(faults, 'details.protected')}
          person={draft.details['person'] as Picked | undefined}
          value={value as Readonly<Record<string, string>> | undefined}
          onChange={set}
          onSeen={(seenVersion) => onChange((now) => ({ ...now, details: { ...now.details, seenVersion } }))}
        />
      );
  }
}

/** The village of the first person chosen is where the event is recorded, unless the officer said another. */
function useVillageOf(onChange: EventFieldsGiven['onChange']) {
  const { client, queries } = useHouse();
  return async (person: Picked) => {
    if (person.masked) return;
    const code = person.villageCode;
    const region = await queries
      .fetchQuery({
        queryKey: ['region', 'whole', code],
        staleTime: Infinity,
        queryFn: () => client.call(findRegionContract, { code }),
      })
      .catch(() => null);
    if (region) onChange((now) => (now.village ? now : { ...now, village: region }));
  };
}
