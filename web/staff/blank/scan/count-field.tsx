import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** A number of pieces as it is typed, dots and spaces forgiven; `null` for anything else. */
export function readCount(text: string): number | null {
  const digits = text.replaceAll(/[\s.]/g, '');
  return /^[0-9]{1,9}$/.test(digits) ? Number(digits) : null;
}

/** How many pieces somebody has counted; empty until he types, as what should be there is not his to know. */
export function CountField(given: {
  value: string;
  onChange: (text: string) => void;
  /** Whether an empty field is a fault by now. */
  tried: boolean;
  label?: string;
  hint?: string;
  error?: string | undefined;
}) {
  const say = useSay(texts);
  const wrong = (given.tried || given.value.trim() !== '') && readCount(given.value) === null;
  return (
    <TextField
      label={given.label ?? say('count')}
      hint={given.hint}
      name="counted"
      required
      inputMode="numeric"
      autoComplete="off"
      className="short"
      maxLength={12}
      value={given.value}
      error={wrong ? say('count.wrong') : given.error}
      onChange={(event) => given.onChange(event.target.value)}
    />
  );
}
