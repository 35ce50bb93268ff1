import { noun, speaksJson, type CommandSpec } from '../../core/command.ts';
import { parseCivilDate, systemClock, today, ZONES, type CivilDate } from '../../core/time/index.ts';
import { InvalidArgumentError } from 'commander';
import { speaker } from '../../core/text/index.ts';
import { openRegionIndex } from '../region/index.ts';
import { SEX } from './code-table.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { checkNik, groupNik, type NikCheck } from './nik.ts';

/** `nik check NIK`: needs no database. Exit 1 when it is no NIK; warnings leave it 0. */
export const nikCommands = {
  add(program, { print, fails }) {
    speaksJson(noun(program, 'nik', 'Nomor induk kependudukan / resident identification numbers').command('check'))
      .description('Periksa susunan sebuah NIK / check the layout of a NIK')
      .argument('<nik>', '16 angka, spasi diabaikan / 16 digits, blanks are ignored')
      .option('--birth-date <date>', 'tanggal lahir dalam biodata / birth date in the biodata, YYYY-MM-DD', civilDate)
      .option('--sex <sex>', 'jenis kelamin dalam biodata / sex in the biodata, L | P', sexCode)
      .action((text: string, given: Given, command) => {
        const check = checkNik(text.replace(/\s/g, ''), {
          today: today(systemClock, ZONES.WIB),
          birthDate: given.birthDate,
          sex: given.sex,
          regions: openRegionIndex(),
        });
        print(command, asJson(check), () => asLines(check));
        if (!check.ok) fails();
      });
  },
} satisfies CommandSpec;

interface Given {
  readonly birthDate?: CivilDate;
  readonly sex?: number;
}

function asJson({ nik, ok, errors, warnings, infos, district, birthDate, sex }: NikCheck) {
  return {
    nik,
    ok,
    errors,
    warnings,
    infos,
    district: district?.state === 'unknown' ? null : district,
    birthDate: birthDate?.date ?? null,
    birthDateInferred: birthDate?.inferred ?? null,
    sex: sex && (['male', 'female'] as const)[sex - 1],
  };
}

/** Indonesian first, English second. */
function asLines(check: NikCheck): string[] {
  const texts = speaker([{ id, en }]);
  const place =
    check.district && [check.district.name, check.district.regency, check.district.province].filter(Boolean);
  const judged = [...check.errors, ...check.warnings, ...check.infos];
  const lines = [
    `${groupNik(check.nik)}: ${check.ok ? 'susunannya benar / well-formed' : 'bukan NIK / not a NIK'}`,
    place && place.length > 0 ? `  terdaftar di / registered in: ${place.join(', ')}` : '',
    check.birthDate
      ? `  lahir / born: ${check.birthDate.date}${check.birthDate.inferred ? ' (abad diduga / century inferred)' : ''}`
      : '',
    check.sex ? `  ${SEX.label(check.sex, 'id')} / ${SEX.label(check.sex, 'en')}` : '',
    ...judged.flatMap((code) => [`  ${code}: ${texts.say('id', code)}`, `    ${texts.say('en', code)}`]),
  ];
  return lines.filter(Boolean);
}

function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new InvalidArgumentError('YYYY-MM-DD');
  return date;
}

function sexCode(text: string): number {
  const code = SEX.read(text);
  if (code === null) throw new InvalidArgumentError('L | P');
  return code;
}
