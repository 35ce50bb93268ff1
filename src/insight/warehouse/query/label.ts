/** A value of the store in words. */
import type { Tx } from '../../../core/db/index.ts';
import type { Language } from '../../../core/text/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { BAND_YEARS, LAST_BAND, type Column, type TableName } from '../catalogue/rules.ts';

/** Words that the rooms below have already. */
const ELSEWHERE_SAID: Readonly<Record<string, string>> = {
  'event.kind': 'civil_event.kind',
  'card.cause': 'card.cause',
  'disposal.cause': 'disposal.cause',
  'verification.purpose': 'partner.purpose',
};

export interface Labelled {
  readonly table: TableName;
  readonly column: Column;
  readonly value: string;
  readonly on: CivilDate;
}

export function labelOf(tx: Tx, language: Language, { table, column, value, on }: Labelled): string {
  const { speaker, regions } = tx.ground;
  switch (column.kind) {
    case 'region':
      return (
        (regions.at(value, on) ?? regions.versionsOf(value).at(-1))?.name ??
        speaker.say(language, 'warehouse.elsewhere')
      );
    case 'codes':
      return column.codes!.find(({ code }) => String(code) === value)?.[language] ?? value;
    case 'band':
      return Number(value) >= LAST_BAND ? `${value}+` : `${value}–${Number(value) + BAND_YEARS - 1}`;
    case 'word': {
      const keys = [
        `warehouse.word.${table}.${column.name}.${value}`,
        `${ELSEWHERE_SAID[`${table}.${column.name}`]}.${value}`,
      ];
      const key = keys.find((each) => speaker.has(each));
      return key === undefined ? value : speaker.say(language, key);
    }
    case 'month':
    case 'number':
      return value;
  }
}
