import { useMemo } from 'react';
import { en as eventEn } from '../../../src/register/civil-event/en.ts';
import { id as eventId } from '../../../src/register/civil-event/id.ts';
import { en as familyEn } from '../../../src/register/family/en.ts';
import { id as familyId } from '../../../src/register/family/id.ts';
import { en as residentEn } from '../../../src/register/resident/en.ts';
import { id as residentId } from '../../../src/register/resident/id.ts';
import {
  BLOOD_GROUP,
  DISABILITY,
  EDUCATION,
  FAMILY_RELATION,
  MARITAL_STATUS,
  OCCUPATION,
  RELIGION,
  SEX,
  type CodeTable,
} from '../../../src/register/resident/rules.ts';
import type { ResidentState } from '../../../src/register/resident/schema.ts';
import type { Standing } from '../../kit/tag.tsx';
import { useFormat, useLanguage, useSay } from '../../kit/text.tsx';
import { texts } from './texts.ts';

/** The tables of the elements that hold a code. */
export const TABLES: Readonly<Record<string, CodeTable>> = {
  sex: SEX,
  bloodGroup: BLOOD_GROUP,
  religion: RELIGION,
  maritalStatus: MARITAL_STATUS,
  education: EDUCATION,
  occupation: OCCUPATION,
  disability: DISABILITY,
  relation: FAMILY_RELATION,
};

export const STATE_STANDING = {
  HIDUP: 'done',
  MENINGGAL: 'plain',
  PINDAH_LUAR_NEGERI: 'plain',
  LEPAS_WNI: 'plain',
  GANDA: 'stopped',
  NONAKTIF: 'stopped',
  BATAL: 'stopped',
} as const satisfies Record<ResidentState, Standing>;

const DATES = /(Date|Until|Since|On)$/;

/** The register's own words, code tables and elements in the reader's language: what the server says is said the same here. */
export function useRegisterWords() {
  const language = useLanguage();
  const say = useSay(texts);
  const format = useFormat();
  return useMemo(() => {
    const room: Readonly<Record<string, string>> =
      language === 'id' ? { ...residentId, ...familyId, ...eventId } : { ...residentEn, ...familyEn, ...eventEn };
    const own = (key: string) => (key in texts.id ? say(key as keyof typeof texts.id) : undefined);
    const code = (table: string, value: number | null) =>
      value === null ? null : (TABLES[table]?.label(value, language) ?? String(value));
    return {
      code,
      /** A message of the register's rooms by its key; `undefined` when there is none. */
      room: (key: string): string | undefined => room[key],
      state: (state: string) => room[`state.${state}`] ?? state,
      element: (name: string) => own(`element.${name}`) ?? name,
      act: (kind: string) => room[`act.${kind}`] ?? own(`act.${kind}`) ?? say('act.other', { kind }),
      paper: (kind: string) => own(`paper.${kind}`) ?? say('paper.other', { kind }),
      /** An element's value as people read it; `null` where there is none. */
      value(element: string, value: unknown): string | null {
        if (value === null || value === undefined || value === '') return null;
        if (element in TABLES && typeof value === 'number') return code(element, value);
        if (element === 'permit') return say(value === 2 ? 'permit.permanent' : 'permit.limited');
        if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
        if (typeof value !== 'string') return JSON.stringify(value);
        if (element === 'state') return room[`state.${value}`] ?? value;
        if (DATES.test(element)) return format.date(value);
        if (element === 'nationality')
          return value === 'IDN' ? say('nationality.own') : `${say('nationality.other')} (${value})`;
        return value;
      },
      choices: (table: string, without: readonly number[] = []) =>
        (TABLES[table]?.entries ?? [])
          .filter((entry) => !without.includes(entry.code))
          .map((entry) => ({ value: String(entry.code), label: entry[language] })),
    };
  }, [language, say, format]);
}
