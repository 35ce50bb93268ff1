import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROVINCES } from './province.ts';

/** A district, with how much of the nation lives there and the last four digits of its villages' codes. */
export interface District {
  /** Six digits: today's code, with a province of the 38. */
  readonly code: string;
  /** The same place before Papua was divided; equal to `code` elsewhere. */
  readonly retiredCode: string;
  /** The day (yyyymmdd) from which `code` is on the map; 0 where it always was. */
  readonly codeSince: number;
  readonly province: number;
  /** The regency or city as a birthplace is written: capitals, without its kind. */
  readonly birthplace: string;
  readonly share: number;
  readonly villages: readonly string[];
}

/** Old code -> new code of the regencies that the division of Papua (2022) renumbered, and Tarakan's before 2013. */
const RENUMBERED =
  '9101 9301, 9102 9501, 9104 9401, 9107 9402, 9108 9403, 9109 9404, 9112 9502, 9113 9503, 9114 9504, 9116 9302, ' +
  '9117 9303, 9118 9304, 9121 9505, 9122 9506, 9123 9507, 9124 9508, 9125 9405, 9126 9406, 9127 9407, 9128 9408, ' +
  '9201 9601, 9204 9602, 9205 9603, 9209 9604, 9210 9605, 9271 9671';

/** New regency code -> retired one. A retired district keeps its last two digits: so it was for most, and it is a rule. */
export const RETIRED_REGENCY: ReadonlyMap<string, string> = new Map(
  RENUMBERED.split(', ').map((pair) => [pair.slice(5), pair.slice(0, 4)]),
);

/** The days on which the provinces that Papua was divided into began to work (UU 14, 15, 16 and 29 of 2022). */
const PROVINCE_SINCE: Readonly<Record<string, number>> = { 93: 20221111, 94: 20221111, 95: 20221111, 96: 20221209 };

/** Within a province regencies have equal shares, but not the islands off Jakarta. */
const SMALL_REGENCIES: Readonly<Record<string, number>> = { '3101': 0.015 };

/** The districts of the nation in the order of today's codes (from the `idn-area-data` package, ODbL 1.0). */
export function readLand(): readonly District[] {
  const folder = dataFolder();
  const regencyName = new Map<string, string>();
  for (const line of lines(join(folder, 'regencies.csv'))) {
    const [code, , name] = line.split(',');
    regencyName.set(bare(code!), name!);
  }
  const villages = new Map<string, string[]>();
  const inRegency = new Map<string, number>();
  for (const line of lines(join(folder, 'villages.csv'))) {
    const district = line.slice(0, 2) + line.slice(3, 5) + line.slice(6, 8);
    const known = villages.get(district);
    if (known) known.push(line.slice(9, 13));
    else villages.set(district, [line.slice(9, 13)]);
    inRegency.set(district.slice(0, 4), (inRegency.get(district.slice(0, 4)) ?? 0) + 1);
  }
  const shareOf = regencyShares([...regencyName.keys()]);
  return [...villages].map(([code, list]) => {
    const regency = code.slice(0, 4);
    const old = RETIRED_REGENCY.get(regency);
    return {
      code,
      retiredCode: old ? old + code.slice(4) : code,
      codeSince: PROVINCE_SINCE[code.slice(0, 2)] ?? 0,
      province: Number(code.slice(0, 2)),
      birthplace: birthplace(regencyName.get(regency)!),
      share: (shareOf.get(regency)! * list.length) / inRegency.get(regency)!,
      villages: list,
    };
  });
}

function regencyShares(regencies: readonly string[]): Map<string, number> {
  const nation = Object.values(PROVINCES).reduce((sum, province) => sum + province.population, 0);
  const weights = new Map<string, number>();
  for (const code of regencies) {
    const province = code.slice(0, 2);
    weights.set(province, (weights.get(province) ?? 0) + (SMALL_REGENCIES[code] ?? 1));
  }
  const share = (code: string) => {
    const province = code.slice(0, 2);
    return (PROVINCES[province]!.population / nation) * ((SMALL_REGENCIES[code] ?? 1) / weights.get(province)!);
  };
  return new Map(regencies.map((code) => [code, share(code)]));
}

function birthplace(regency: string): string {
  return regency.replace(/^(Kabupaten|Kota) (Administrasi )?/, '').toUpperCase();
}

function bare(code: string): string {
  return code.replaceAll('.', '');
}

/** The rows of a CSV of the package, without the header. Codes come first and have one width; no name of a regency is quoted. */
function lines(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
}

function dataFolder(): string {
  const require = createRequire(import.meta.url);
  for (const root of require.resolve.paths('idn-area-data') ?? []) {
    const folder = join(root, 'idn-area-data', 'data');
    if (existsSync(join(folder, 'villages.csv'))) return folder;
  }
  throw new Error('the package idn-area-data is not installed');
}
