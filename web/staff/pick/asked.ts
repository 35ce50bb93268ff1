import type { searchResidentsContract } from '../../../src/register/resident/contract.ts';
import type { CallOf } from '../../../src/core/http/contract.ts';
import { cleanIdentifier, readTypedDate } from '../../kit/typing.ts';

export type Asked =
  | { readonly at: 'nothing' | 'yearAlone' }
  | { readonly at: 'digits'; readonly count: number }
  | { readonly at: 'asked'; readonly search: CallOf<typeof searchResidentsContract> };

/** Reads `3175...`, `siti rahayu`, `siti 1990` or `siti 05-08-1990` as a search. */
export function readAsked(typed: string): Asked {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '') return { at: 'nothing' };
  const digits = cleanIdentifier(text);
  if (/^\d+$/.test(digits) && digits.length > 8)
    return digits.length === 16 ? { at: 'asked', search: { nik: digits } } : { at: 'digits', count: digits.length };
  const [, name = '', birth = ''] = /^(.*?)\s*([\d][\d\-/.]*)?$/.exec(text) ?? [];
  const born = readTypedDate(birth);
  const search = {
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(born.state === 'date' ? { birthDate: born.date } : {}),
    ...(/^\d{4}$/.test(birth) ? { birthYear: Number(birth) } : {}),
  };
  if (!search.name && !search.birthDate)
    return search.birthYear ? { at: 'yearAlone' } : { at: 'digits', count: digits.length };
  return { at: 'asked', search };
}
