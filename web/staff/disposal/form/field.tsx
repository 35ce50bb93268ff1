import { DateField } from '../../../kit/date-field.tsx';
import { Field } from '../../../kit/field.tsx';
import { NikField } from '../../../kit/nik-field.tsx';
import { ChoiceField, TextField, type Choice } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { texts } from './texts.ts';

/** One thing that a form asks. */
export interface Question {
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'words' | 'count' | 'date' | 'time' | 'nik' | 'choice' | 'tick' | 'code';
  readonly hint?: string;
  readonly optional?: boolean;
  /** The fewest letters that say something. */
  readonly least?: number;
  readonly most?: number;
  readonly choices?: readonly Choice[];
  /** What is wrong with what was typed, in words. */
  readonly check?: (value: string) => string | undefined;
}

export type Values = Readonly<Record<string, string>>;

/** A number of pieces as it is typed, dots and spaces forgiven; `null` for anything else. */
export function readNumber(text: string): number | null {
  const digits = text.replaceAll(/[\s.]/g, '');
  return /^[0-9]{1,9}$/.test(digits) ? Number(digits) : null;
}

export const TIME = /^([01]?[0-9]|2[0-3])[.:]([0-5][0-9])$/;

/** Says what is wrong with a value, `undefined` when nothing is. */
export function useFaultOf() {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  return (question: Question, value: string): string | undefined => {
    const { kind, optional, least, check } = question;
    const typed = value.trim();
    if (kind === 'tick') return undefined;
    if (typed === '') return optional ? undefined : kitSay('fault.required');
    if (kind === 'count' && readNumber(typed) === null) return say('count');
    if (kind === 'time' && !TIME.test(typed)) return say('time');
    if (least !== undefined && typed.length < least) return say('short', { least });
    return check?.(typed);
  };
}

export function QuestionField({
  question,
  value,
  error,
  onChange,
}: {
  question: Question;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const say = useSay(texts);
  const { name, label, kind = 'text', hint, optional, most = 500, choices } = question;
  const shared = { label, hint, name, error, required: !optional };
  if (kind === 'tick')
    return (
      <label className="tick">
        <input
          type="checkbox"
          name={name}
          checked={value !== ''}
          onChange={(event) => onChange(event.target.checked ? 'ya' : '')}
        />
        <span>{label}</span>
      </label>
    );
  if (kind === 'date') return <DateField {...shared} value={value} onChange={onChange} />;
  if (kind === 'nik') return <NikField {...shared} value={value} onChange={onChange} />;
  if (kind === 'choice')
    return (
      <ChoiceField
        {...shared}
        none={say('choose')}
        choices={choices ?? []}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  if (kind === 'words')
    return (
      <Field label={label} hint={hint} error={error} required={!optional}>
        {(tie) => (
          <textarea
            {...tie}
            name={name}
            rows={4}
            maxLength={most}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    );
  const short = kind === 'count' || kind === 'time';
  return (
    <TextField
      {...shared}
      autoComplete="off"
      maxLength={short ? 12 : most}
      value={value}
      {...(short ? { inputMode: 'numeric', className: 'short' } : {})}
      {...(kind === 'code' ? { className: 'identifier', spellCheck: false } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
