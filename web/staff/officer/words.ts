import { en as officerEn } from '../../../src/register/officer/en.ts';
import { id as officerId } from '../../../src/register/officer/id.ts';
import { en as officeEn } from '../../../src/register/office/en.ts';
import { id as officeId } from '../../../src/register/office/id.ts';
import { useLanguage, useSay } from '../../kit/text.tsx';

const officers = { id: officerId, en: officerEn };
const SYSTEM = { id: 'sistem', en: 'the system' } as const;
const offices = { id: officeId, en: officeEn };

/** The rooms' own words for roles and kinds of office, and for what their shapes refuse. */
export function useServiceWords() {
  const sayOfficer = useSay(officers);
  const sayOffice = useSay(offices);
  const language = useLanguage();
  return {
    role: (role: string) => (`officer.role.${role}` in officerId ? sayOfficer(`officer.role.${role}` as never) : role),
    kind: (kind: string) => (`office.kind.${kind}` in officeId ? sayOffice(`office.kind.${kind}` as never) : kind),
    /** Who recorded something: a name, or which part of the system. */
    who: (name: string) => (name.startsWith('system:') ? SYSTEM[language] : name),
    fault: (key: string) =>
      key in officerId ? sayOfficer(key as never) : key in officeId ? sayOffice(key as never) : key,
  };
}
