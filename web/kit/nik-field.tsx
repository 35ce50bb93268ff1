import { useEffect, useState, type ClipboardEvent } from 'react';
import { checkNik, type NikError } from '../../src/register/resident/nik.ts';
import { dayIn } from '../../src/core/time/clock.ts';
import { Field, type FieldGiven } from './field.tsx';
import { inFours } from './format.ts';
import { useHoldBack } from './hold-back.ts';
import { useFormat, useSay } from './text.tsx';
import { texts } from './texts.ts';
import { cleanIdentifier, isRounded } from './typing.ts';

const ERROR_TEXT = {
  'nik.not_sixteen_digits': 'nik.length',
  'nik.day_out_of_range': 'nik.day',
  'nik.month_out_of_range': 'nik.month',
  'nik.date_impossible': 'nik.dayInMonth',
  'nik.serial_zero': 'nik.serial',
} as const satisfies Record<NikError, string>;

/**
 * A NIK, typed, pasted or scanned: grouped in fours on the screen, without spaces when copied, cleaned when pasted. What it
 * codes (district, birth date, sex) is read out as it is typed, so that a slip is seen; a NIK that contradicts its bearer is
 * still right, so nothing here forbids one whose layout holds. `value` is digits only.
 */
export function NikField({
  value,
  onChange,
  districtName,
  error,
  hint,
  name,
  ...field
}: FieldGiven & {
  value: string;
  onChange: (nik: string) => void;
  /** The name of a district by its six digits; `null` when nobody knows it. */
  districtName?: (code: string) => Promise<string | null>;
  name?: string;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const [left, setLeft] = useState(false);
  const district = useDistrict(value.slice(0, 6), districtName);
  const letters = /\D/.test(value);
  const whole = value.length === 16 && !letters;
  const check = whole ? checkNik(value, { today: dayIn('Asia/Jakarta', new Date()) }) : null;

  const input = useHoldBack(value !== '' && !whole, () => setLeft(true));
  const own = letters
    ? say(isRounded(value) ? 'nik.rounded' : 'nik.shape')
    : value.length > 16 || (left && value.length > 0 && value.length < 16)
      ? say('nik.length', { count: value.length })
      : check && check.errors.length > 0
        ? check.errors.map((code) => say(ERROR_TEXT[code])).join(' ')
        : undefined;
  const read = check?.ok && [
    district,
    check.birthDate && format.date(check.birthDate.date),
    check.sex && say(check.sex === 1 ? 'nik.male' : 'nik.female'),
  ];
  const copyPlain = (event: ClipboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const selected = event.currentTarget.value.slice(selectionStart ?? 0, selectionEnd ?? undefined);
    event.clipboardData.setData('text/plain', cleanIdentifier(selected));
    event.preventDefault();
  };
  return (
    <Field
      {...field}
      hint={hint ?? say('nik.hint')}
      error={own ?? error}
      reading={read ? read.filter(Boolean).join(' · ') : undefined}
    >
      {(tie) => (
        <input
          {...tie}
          ref={input}
          name={name}
          type="text"
          className="identifier"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          value={letters ? value : inFours(value)}
          onBlur={() => setLeft(true)}
          onCopy={copyPlain}
          onChange={(event) => onChange(keepCaret(event.target))}
        />
      )}
    </Field>
  );
}

// Grouping moves what stands behind the caret; it is put back behind the same digit.
function keepCaret(input: HTMLInputElement): string {
  const digits = cleanIdentifier(input.value);
  const before = cleanIdentifier(input.value.slice(0, input.selectionStart ?? 0)).length;
  const place = before + Math.max(0, Math.floor((before - 1) / 4));
  requestAnimationFrame(() => {
    if (document.activeElement === input) input.setSelectionRange(place, place);
  });
  return digits;
}

function useDistrict(
  code: string,
  districtName: ((code: string) => Promise<string | null>) | undefined,
): string | null {
  const [known, setKnown] = useState<{ code: string; name: string | null } | null>(null);
  useEffect(() => {
    if (!districtName || !/^\d{6}$/.test(code)) return;
    let wanted = true;
    districtName(code).then(
      (name) => wanted && setKnown({ code, name }),
      // Without the name the field still works; the reading leaves it out.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [code, districtName]);
  return known?.code === code ? known.name : null;
}
