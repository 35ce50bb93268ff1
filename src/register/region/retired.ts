/**
 * What the lists of today no longer say: codes and names of former days, of which NIKs, cards and figures are full. A table of our
 * own, from the ministry's lists of 2016 to 2025; where a day is from memory the law stands beside it.
 * The days are those on which a new province began to work (peresmian), not those of its law.
 */

/** The first day of the provinces that were divided off, with the province they came from. */
export const DIVIDED: readonly { readonly code: string; readonly from: string; readonly since: string }[] = [
  { code: '65', from: '64', since: '2013-04-22' }, // UU 20/2012; its codes were used from 2013
  { code: '93', from: '91', since: '2022-11-11' }, // UU 14/2022
  { code: '94', from: '91', since: '2022-11-11' }, // UU 15/2022
  { code: '95', from: '91', since: '2022-11-11' }, // UU 16/2022
  { code: '96', from: '92', since: '2022-12-09' }, // UU 29/2022
];

/**
 * Regencies and cities that got a new code when their province was divided: old, new. Of the 594 districts of the Papuan ones
 * 360 kept their last two digits and name; we derive all old codes so and mark them as derived.
 */
export const RENUMBERED: readonly (readonly [old: string, now: string])[] = [
  ['6473', '6571'],
  ['9101', '9301'],
  ['9102', '9501'],
  ['9104', '9401'],
  ['9107', '9402'],
  ['9108', '9403'],
  ['9109', '9404'],
  ['9112', '9502'],
  ['9113', '9503'],
  ['9114', '9504'],
  ['9116', '9302'],
  ['9117', '9303'],
  ['9118', '9304'],
  ['9121', '9505'],
  ['9122', '9506'],
  ['9123', '9507'],
  ['9124', '9508'],
  ['9125', '9405'],
  ['9126', '9406'],
  ['9127', '9407'],
  ['9128', '9408'],
  ['9201', '9601'],
  ['9204', '9602'],
  ['9205', '9603'],
  ['9209', '9604'],
  ['9210', '9605'],
  ['9271', '9671'],
];

/** Same code, another name: the name until the day before `until`. */
export const RENAMED: readonly { readonly code: string; readonly name: string; readonly until: string }[] = [
  { code: '1212', name: 'Kabupaten Toba Samosir', until: '2020-02-26' }, // PP 14/2020
  { code: '7601', name: 'Kabupaten Mamuju Utara', until: '2017-12-22' }, // PP 61/2017
  { code: '8103', name: 'Kabupaten Maluku Tenggara Barat', until: '2019-01-23' }, // PP 2/2019
];

export interface RetiredProvince {
  readonly code: string;
  readonly name: string;
  readonly kind: 'province' | 'prefix';
  readonly until: string;
  readonly successor: string | null;
}

/** Provinces that are no more; nothing is known of their lower levels. */
export const RETIRED_PROVINCES: readonly RetiredProvince[] = [
  { code: '54', name: 'Timor Timur', kind: 'province', until: '1999-10-19', successor: null }, // TAP MPR V/1999
  // Jakarta's residents were numbered 09 before the law that made the NIK a national number (UU 23/2006).
  { code: '09', name: 'DKI Jakarta', kind: 'prefix', until: '2006-12-29', successor: '31' },
];
