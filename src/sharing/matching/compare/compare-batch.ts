/** A batch beside what the register gave for it, line by line. Pure but for opening what is sealed. */
import type { Nik } from '../../../core/id/index.ts';
import type { Compared, Comparison, Leave, Subject } from '../../verification/compare/index.ts';
import { stateOf } from '../../verification/compare/index.ts';
import type { PersonState } from '../../verification/schema.ts';
import type { AskedRow } from './read-row.ts';

export interface FoundPerson {
  readonly subject: Subject;
  readonly state: PersonState;
}

export interface Opened {
  readonly motherName: string | null;
  readonly fatherName: string | null;
}

/** What was not asked for is not read; nothing is compared with it. */
const NOTHING = {
  name: '',
  birthPlace: '',
  birthDate: '',
  sex: 0,
  bloodGroup: 0,
  religion: 0,
  maritalStatus: 0,
  education: 0,
  occupation: 0,
  address: '',
  rt: null,
  rw: null,
  familyCard: null,
  motherName: null,
  fatherName: null,
};

type Setting = (subject: Record<string, unknown>, text: string | null, nik: Nik) => void;

/** How each column of the register's answer goes into a subject. `open` opens what is sealed. */
function settingsOf(columns: readonly string[], open: (nik: Nik, sealed: Buffer) => Opened): Setting[] {
  const text =
    (name: string): Setting =>
    (subject, value) =>
      (subject[name] = value);
  const number =
    (name: string): Setting =>
    (subject, value) =>
      (subject[name] = value === null ? null : Number(value));
  const all: Readonly<Record<string, Setting>> = {
    name: text('name'),
    birth_place: text('birthPlace'),
    birth_date: text('birthDate'),
    sex: number('sex'),
    blood_group: number('bloodGroup'),
    religion: number('religion'),
    marital_status: number('maritalStatus'),
    education: number('education'),
    occupation: number('occupation'),
    address: text('address'),
    rt: number('rt'),
    rw: number('rw'),
    family_card: (subject, value) => (subject['familyCard'] = value === null ? null : value.padStart(16, '0')),
    sealed: (subject, value, nik) => {
      if (value !== null) Object.assign(subject, open(nik, Buffer.from(value.slice(2), 'hex')));
    },
  };
  return columns.map((column) => all[column]!);
}

/** Reads what COPY writes of a batch, piece by piece; gives whom the register has under a number. */
export function foundReader(columns: readonly string[], open: (nik: Nik, sealed: Buffer) => Opened) {
  const settings = settingsOf(columns, open);
  const found = new Map<number | string, FoundPerson>();
  let rest: Buffer = Buffer.alloc(0);

  function line(text: string): void {
    const fields = text.split('\t');
    const nik = fields[0]!.padStart(16, '0') as Nik;
    const subject: Record<string, unknown> = { ...NOTHING, villageCode: fields[1]!.padStart(10, '0') };
    for (let i = 0; i < settings.length; i++) settings[i]!(subject, unescaped(fields[i + 3]!), nik);
    found.set(keyOf(nik), { subject: subject as unknown as Subject, state: stateOf(Number(fields[2])) });
  }

  return {
    take(piece: Buffer): void {
      const end = piece.lastIndexOf(0x0a) + 1;
      if (end === 0) {
        rest = Buffer.concat([rest, piece]);
        return;
      }
      const whole = rest.length === 0 ? piece.subarray(0, end) : Buffer.concat([rest, piece.subarray(0, end)]);
      rest = piece.subarray(end);
      const lines = whole.toString('utf8').split('\n');
      lines.pop();
      for (const each of lines) line(each);
    },
    person: (nik: string): FoundPerson | undefined => found.get(keyOf(nik)),
  };
}

/** Numbers are found faster than texts cut out of a file; those of the easternmost provinces are too large to be exact. */
function keyOf(nik: string): number | string {
  return nik < '9007199254740992' ? Number(nik) : nik;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unescaped(field: string): string | null {
  if (!field.includes('\\')) return field;
  return field === '\\N' ? null : field.replaceAll(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
}

/** As single questions are compared: who lives outside the region is nobody, and so is who has locked it. */
export function compareRow(
  comparison: Comparison,
  { given }: AskedRow,
  person: FoundPerson | undefined,
  { leave, region }: { leave: Leave; region: string },
): Compared {
  if (person?.state === 'locked') return { ...comparison.compare(given, null, 'locked', leave), locked: true };
  const inside = person !== undefined && person.subject.villageCode.startsWith(region);
  return comparison.compare(given, inside ? person.subject : null, inside ? person.state : 'absent', leave);
}
