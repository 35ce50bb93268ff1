import { SIDES } from '../../../../src/sharing/partner/rules.ts';
import type { Signatory } from '../../../../src/sharing/partner/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** Who signed, with his position and his side of the table; as many lines as there are names. */
export function SignatoriesField({
  value,
  onChange,
}: {
  value: readonly Signatory[];
  onChange: (signatories: readonly Signatory[]) => void;
}) {
  const say = useSay(texts);
  const set = (at: number, part: Partial<Signatory>) =>
    onChange(value.map((each, n) => (n === at ? { ...each, ...part } : each)));
  return (
    <fieldset className="options">
      <legend>{say('signatories')}</legend>
      {value.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other name than their place
        <div className="signatory" key={at}>
          <label>
            <span>{say('signatory.name')}</span>
            <input
              type="text"
              maxLength={120}
              autoComplete="off"
              value={one.name}
              onChange={(event) => set(at, { name: event.target.value })}
            />
          </label>
          <label>
            <span>{say('signatory.position')}</span>
            <input
              type="text"
              maxLength={160}
              autoComplete="off"
              value={one.position}
              onChange={(event) => set(at, { position: event.target.value })}
            />
          </label>
          <label>
            <span>{say('signatory.side')}</span>
            <select value={one.side} onChange={(event) => set(at, { side: event.target.value as Signatory['side'] })}>
              {SIDES.map((side) => (
                <option key={side} value={side}>
                  {say(`partner.side.${side}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="btn plain" onClick={() => onChange(value.filter((_, n) => n !== at))}>
            {say('signatory.remove', { n: at + 1 })}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn quiet"
        onClick={() =>
          onChange([...value, { name: '', position: '', side: value.length === 0 ? 'institution' : 'ditjen' }])
        }
      >
        {say('signatory.add')}
      </button>
    </fieldset>
  );
}

/** Lines that were left half empty say nothing. */
export const named = (signatories: readonly Signatory[]): Signatory[] =>
  signatories
    .map(({ name, position, side }) => ({ name: name.trim(), position: position.trim(), side }))
    .filter(({ name, position }) => name !== '' && position !== '');
