import { useMemo } from 'react';
import { en as applicationEn } from '../../../src/register/application/en.ts';
import { id as applicationId } from '../../../src/register/application/id.ts';
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
  OCCUPATION,
  RELIGION,
  SEX,
  type CodeTable,
} from '../../../src/register/resident/rules.ts';
import type { MessageValues } from '../../../src/core/refusal/index.ts';
import { useLanguage, useSay } from '../../kit/text.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { texts } from './texts.ts';

const rooms: { id: Readonly<Record<string, string>>; en: Readonly<Record<string, string>> } = {
  id: { ...residentId, ...familyId, ...applicationId, ...eventId },
  en: { ...residentEn, ...familyEn, ...applicationEn, ...eventEn },
};

const TABLES: Readonly<Record<string, CodeTable>> = {
  sex: SEX,
  religion: RELIGION,
  bloodGroup: BLOOD_GROUP,
  education: EDUCATION,
  occupation: OCCUPATION,
  relation: FAMILY_RELATION,
  disability: DISABILITY,
};

/** What the rooms themselves call their kinds, states, roles and faults, and the labels of the form's fields. */
export function useEventWords() {
  const language = useLanguage();
  const own = useSay(texts);
  const kit = useSay(kitTexts);
  const room = useSay(rooms);
  return useMemo(() => {
    const owned = (key: string) => (key in texts.id ? own(key as keyof typeof texts.id) : undefined);
    const roomed = (key: string, values?: MessageValues) => (key in rooms.id ? room(key, values) : undefined);
    return {
      kind: (kind: string) => roomed(`civil_event.kind.${kind}`) ?? kind,
      state: (state: string) => roomed(`civil_event.state.${state}`) ?? state,
      role: (role: string) => roomed(`civil_event.role.${role}`) ?? role,
      service: (kind: string) => roomed(`service.${kind}`) ?? kind,
      applicationState: (state: string) => roomed(`application.state.${state}`) ?? state,
      document: (code: string) => roomed(`document.${code}`) ?? code,
      label: (kind: string, name: string) => owned(`f.${kind}.${name}`) ?? owned(`f.${name}`) ?? name,
      hint: (kind: string, name: string) => owned(`h.${kind}.${name}`) ?? owned(`h.${name}`),
      choice: (words: string, value: string) => owned(`${words}.${value}`) ?? roomed(`${words}.${value}`) ?? value,
      /** A fault by its key, as a shape or the server names it. */
      fault: (key: string) => roomed(key, { n: 1 }) ?? kit('fault.required'),
      code: (table: string, value: number) =>
        table === 'permit'
          ? (owned(`permit.${value}`) ?? String(value))
          : (TABLES[table]?.label(value, language) ?? String(value)),
      choices: (table: string) =>
        table === 'permit'
          ? [1, 2].map((value) => ({ value: String(value), label: owned(`permit.${value}`) ?? '' }))
          : (TABLES[table]?.entries ?? []).map((entry) => ({ value: String(entry.code), label: entry[language] })),
    };
  }, [language, own, kit, room]);
}
