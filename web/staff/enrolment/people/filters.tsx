import { AGE_BANDS } from '../../../../src/recording/enrolment/schema.ts';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { RegionFilter, useSetFilters } from '../filter/region-filter.tsx';
import { texts } from './texts.ts';

export interface PeopleFilter {
  readonly recorded: boolean;
  readonly who: 'obligated' | 'first_voter';
  readonly sex?: number;
  readonly ageFrom?: number;
  readonly ageTo?: number;
}

/** What the address asks for; anything that is no filter is passed over. */
export function usePeopleFilter(): PeopleFilter {
  const [who] = useFilter('siapa');
  const [recorded] = useFilter('rekam');
  const [sex] = useFilter('kelamin');
  const [age] = useFilter('umur');
  const band = /^([0-9]{1,3})-([0-9]{0,3})$/.exec(age ?? '');
  return {
    recorded: recorded === 'sudah',
    who: who === 'pemula' ? 'first_voter' : 'obligated',
    ...(sex === '1' || sex === '2' ? { sex: Number(sex) } : {}),
    ...(band ? { ageFrom: Number(band[1]) } : {}),
    ...(band?.[2] ? { ageTo: Number(band[2]) } : {}),
  };
}

/** The bands of age in which coverage counts, as filters. */
function useBands() {
  const say = useSay(texts);
  return AGE_BANDS.map((from, place) => {
    const next = AGE_BANDS[place + 1];
    const to = next === undefined ? null : next - 1;
    const label =
      to === null
        ? say('age.over', { from })
        : say(from === 0 ? 'age.under' : 'age.band', from === 0 ? { to: to + 1 } : { from, to });
    return { value: `${from}-${to ?? ''}`, label };
  });
}

/** What the list holds, in words: for its printed head, where the fields are not. */
export function useFilterWords(): string {
  const say = useSay(texts);
  const [age] = useFilter('umur');
  const { who, sex } = usePeopleFilter();
  const band = useBands().find(({ value }) => value === age)?.label;
  return [say(`who.${who}`), sex && say(sex === 1 ? 'sex.1' : 'sex.2'), band].filter(Boolean).join(', ');
}

export function PeopleFilters() {
  const say = useSay(texts);
  const setFilters = useSetFilters();
  const [age] = useFilter('umur');
  const filter = usePeopleFilter();
  const bands = useBands();
  return (
    <div className="no-print">
      <RegionFilter />
      <div className="filter-bar">
        <ChoiceField
          label={say('recorded')}
          value={filter.recorded ? 'sudah' : ''}
          choices={[
            { value: '', label: say('recorded.no') },
            { value: 'sudah', label: say('recorded.yes') },
          ]}
          onChange={(event) => setFilters({ rekam: event.target.value || undefined })}
        />
        <ChoiceField
          label={say('who')}
          value={filter.who === 'first_voter' ? 'pemula' : ''}
          choices={[
            { value: '', label: say('who.obligated') },
            { value: 'pemula', label: say('who.first_voter') },
          ]}
          onChange={(event) => setFilters({ siapa: event.target.value || undefined, umur: undefined })}
        />
        <ChoiceField
          label={say('sex')}
          none={say('anySex')}
          value={filter.sex ? String(filter.sex) : ''}
          choices={[
            { value: '1', label: say('sex.1') },
            { value: '2', label: say('sex.2') },
          ]}
          onChange={(event) => setFilters({ kelamin: event.target.value || undefined })}
        />
        {filter.who === 'obligated' && (
          <ChoiceField
            label={say('age')}
            none={say('anyAge')}
            value={bands.some(({ value }) => value === age) ? age! : ''}
            choices={bands}
            onChange={(event) => setFilters({ umur: event.target.value || undefined })}
          />
        )}
      </div>
    </div>
  );
}
