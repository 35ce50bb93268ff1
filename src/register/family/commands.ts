import { InvalidArgumentError, type Command } from 'commander';
import { may } from '../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../core/command.ts';
import { asFamilyCardNumber, asNik } from '../../core/id/index.ts';
import { civilDateOf, partsOf, type CivilDate } from '../../core/time/index.ts';
import { asOfficer, askPassword } from '../officer/index.ts';
import { groupNik } from '../resident/nik.ts';
import {
  FAMILY_RELATION,
  MARITAL_STATUS,
  openPerson,
  RELIGION,
  searchResidents,
  SEX,
  type FoundPerson,
  type PersonView,
} from '../resident/index.ts';
import { openFamily } from './open.ts';
import type { FamilyView } from './schema.ts';
import { findCard } from './sql.ts';

/** `resident show` and `resident search`: an officer looks, with a purpose and an entry, as on the screen. */
export const lookCommands = {
  add(program, { withRegister, print }) {
    const residents = noun(program, 'resident', 'Penduduk / residents');
    const looking = (command: Command) =>
      onRegister(command)
        .requiredOption('--as <officer>', 'nama pengguna petugas / user name of the officer who looks')
        .option('--purpose <code>', 'keperluan / purpose: service, correction, audit, ...', 'service');

    looking(residents.command('show'))
      .description('Tampilkan seorang penduduk / show a resident')
      .argument('<nik>', '16 angka, spasi diabaikan / 16 digits, blanks are ignored', nikArgument)
      .action(async (nik: string, given: Given, command: Command) => {
        const acting = await actingAs(given, 'jatidiri resident show');
        const person = await withRegister(command, (register) =>
          asOfficer(register, acting, (tx, actor) =>
            openPerson(tx, actor, { ref: tx.ground.personRefs.of(asNik(nik)) }),
          ),
        );
        print(command, person, () => personLines(person));
      });

    looking(residents.command('search'))
      .description('Cari penduduk / find residents')
      .argument(
        '<text...>',
        'NIK, nomor KK, atau nama dengan tanggal lahir / NIK, family card, or name with birth date',
      )
      .action(async (words: string[], given: Given, command: Command) => {
        const wanted = readSearch(words.join(' '));
        const acting = await actingAs(given, 'jatidiri resident search');
        const found = await withRegister(command, (register) =>
          asOfficer(register, acting, async (tx, actor) => {
            if (!('number' in wanted)) return { ...(await searchResidents(tx, actor, wanted)), family: null };
            const card = await findCard(tx, asFamilyCardNumber(wanted.number));
            const family = card && (await openFamily(tx, actor, { ref: tx.ground.familyRefs.of(card.number) }));
            return { ...(await searchResidents(tx, actor, { nik: wanted.number })), family: family ?? null };
          }),
        );
        print(command, found, () => [
          ...found.people.map(foundLine),
          ...(found.family ? familyLines(found.family) : []),
          ...(found.more ? ['… masih ada lagi, tambahkan tanggal lahir / there are more, add a birth date'] : []),
          ...(found.people.length === 0 && !found.family ? ['Tidak ditemukan / nobody found'] : []),
        ]);
      });
  },
} satisfies CommandSpec;

interface Given {
  readonly as: string;
  readonly purpose: string;
}

async function actingAs(given: Given, command: string) {
  const access = may('resident.read', { purpose: 'stated' });
  return { username: given.as, password: await askPassword(), purpose: given.purpose, command, access };
}

function nikArgument(text: string): string {
  const digits = text.replaceAll(/\s/g, '');
  if (!/^[0-9]{16}$/.test(digits)) throw new InvalidArgumentError('16 angka / 16 digits');
  return digits;
}

type Wanted = { readonly number: string } | { readonly name?: string; readonly birthDate?: CivilDate };

/** Sixteen digits are a NIK or a family card's number; else a name, a birth date (`05-08-1990`) or both. */
export function readSearch(text: string): Wanted {
  const digits = text.replaceAll(/\s/g, '');
  if (/^[0-9]{16}$/.test(digits)) return { number: digits };
  const dated = /\b(\d{1,2})-(\d{1,2})-(\d{4})\b/.exec(text);
  const birthDate = dated && civilDateOf(Number(dated[3]), Number(dated[2]), Number(dated[1]));
  if (dated && !birthDate) throw new InvalidArgumentError(`tidak ada tanggal / no such day: ${dated[0]}`);
  const name = (dated ? text.replace(dated[0], ' ') : text).replaceAll(/\s+/g, ' ').trim();
  if (/\d/.test(name)) throw new InvalidArgumentError('NIK, nomor KK, atau nama dengan tanggal lahir dd-mm-yyyy');
  return { ...(name && { name }), ...(birthDate && { birthDate }) };
}

const spoken = (date: string): string => {
  const { year, month, day } = partsOf(date as CivilDate);
  return `${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}`;
};

const grouped = (nik: string): string => (nik.includes('*') ? nik : groupNik(nik));

function foundLine({ nik, name, sex, birthDate, place, state, masked }: FoundPerson): string {
  const where = masked ? `${place} (di luar wilayah / outside the region)` : place;
  return `${grouped(nik)}  ${name}  ${sex === 1 ? 'L' : 'P'}  ${spoken(birthDate)}  ${where}  ${state}`;
}

function familyLines(family: FamilyView): string[] {
  return [
    `KK ${grouped(family.number)}  ${family.state}  ${family.address}`,
    ...family.members.map(
      ({ nik, name, relation, birthDate }) =>
        `  ${grouped(nik)}  ${FAMILY_RELATION.label(relation, 'id')}  ${name}  ${spoken(birthDate)}`,
    ),
  ];
}

function personLines(person: PersonView): string[] {
  const line = (label: string, value: string | null) => (value ? [`  ${label}: ${value}`] : []);
  return [
    `${groupNik(person.nik)}  ${person.name}`,
    ...line('status / state', `${person.state} (${spoken(person.stateSince)})`),
    ...line('lahir / born', `${person.birthPlace}, ${spoken(person.birthDate)} (${person.age})`),
    ...line('jenis kelamin / sex', SEX.label(person.sex, 'id')),
    ...line('agama / religion', RELIGION.label(person.religion, 'id')),
    ...line('status kawin / marital status', MARITAL_STATUS.label(person.maritalStatus, 'id')),
    ...line('alamat / address', [person.address, ...person.place.map(({ name }) => name)].join(', ')),
    ...line('wajib KTP / must hold a card', person.cardObligated ? 'ya / yes' : 'tidak / no'),
    ...line('catatan NIK / notes on the NIK', person.nikFaults.join(', ')),
  ];
}
