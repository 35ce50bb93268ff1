import type { Tx } from '../../core/db/index.ts';
import type { Language } from '../../core/text/index.ts';
import { MEASURES } from './rules.ts';
import type { NamedMeasure } from './schema.ts';

/** Indicators have their names already. */
export function labelOf(tx: Tx, language: Language, measure: string): string {
  const known = tx.ground.indicators.some(({ code }) => code === measure);
  return tx.ground.speaker.say(language, known ? `indicator.${measure}` : `dashboard.measure.${measure}`);
}

export function namedOf(tx: Tx, language: Language, measure: string): NamedMeasure {
  const { unit, more, of } = MEASURES[measure]!;
  return { measure, label: labelOf(tx, language, measure), unit, more, of: of ? labelOf(tx, language, of) : null };
}
