import type { CallOf } from '../../../src/core/http/contract.ts';
import type { formFamilyContract } from '../../../src/register/family/contract.ts';
import type { Region } from '../../../src/register/region/schema.ts';
import { RegionPicker } from '../../kit/region-picker.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { BiodataField } from '../register/biodata-field.tsx';
import { meant, type Values } from '../register/biodata-values.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useRegisterWords } from '../register/words.ts';
import { useOwnVillageSearch } from '../regions.ts';

export interface CardAddress {
  readonly village: Region | null;
  readonly values: Values;
}

export const NO_ADDRESS: CardAddress = { village: null, values: {} };

/** What must still be filled in, by the names that the server uses. */
export function addressMissing({ village, values }: CardAddress): string[] {
  return [
    ...(village ? [] : ['address.villageCode']),
    ...((values['address'] ?? '').trim() ? [] : ['address.address']),
  ];
}

export function addressSent({ village, values }: CardAddress): CallOf<typeof formFamilyContract>['address'] {
  const text = (element: string) => (values[element] ?? '').trim() || null;
  return {
    villageCode: village?.code ?? '',
    address: values['address'] ?? '',
    rt: meant('rt', values['rt'] ?? '') as number | null,
    rw: meant('rw', values['rw'] ?? '') as number | null,
    hamlet: text('hamlet'),
    postalCode: text('postalCode'),
  };
}

/** Where the card's people live. */
export function AddressFields(given: {
  address: CardAddress;
  onChange: (address: CardAddress) => void;
  error: (name: string) => string | undefined;
}) {
  const { address, onChange, error } = given;
  const say = useSay(registerTexts);
  const words = useRegisterWords();
  const search = useOwnVillageSearch();
  const set = (element: string, value: string) =>
    onChange({ ...address, values: { ...address.values, [element]: value } });
  return (
    <>
      <RegionPicker
        label={words.element('villageCode')}
        name="address.villageCode"
        hint={say('field.hint.village')}
        value={address.village}
        search={search}
        error={error('address.villageCode')}
        required
        onChange={(village) => onChange({ ...address, village })}
      />
      {(['address', 'rt', 'rw', 'hamlet'] as const).map((element) => (
        <BiodataField
          key={element}
          element={element}
          name={`address.${element}`}
          value={address.values[element] ?? ''}
          required={element === 'address'}
          error={error(`address.${element}`)}
          onChange={(value) => set(element, value)}
        />
      ))}
      <TextField
        name="address.postalCode"
        label={words.element('postalCode')}
        className="short"
        inputMode="numeric"
        maxLength={5}
        value={address.values['postalCode'] ?? ''}
        error={error('address.postalCode')}
        autoComplete="off"
        onChange={(event) => set('postalCode', event.target.value)}
      />
    </>
  );
}
