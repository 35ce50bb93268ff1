/** How far institutions have come; `partner.connected` is counted where the calls are (src/sharing/verification). */
import type { Indicator } from '../../../core/indicator.ts';
import type { Counter } from '../ladder/rules.ts';
import { recountLadder } from './recount.ts';
import { countLadder } from './sql.ts';

const SHOWN = ['mou', 'agreement', 'technical_guide', 'suspended'] as const satisfies readonly Counter[];

export const indicators: Indicator[] = SHOWN.map((counter) => ({
  code: `partner.${counter}`,
  unit: 'lembaga',
  since: null,
  measure: async (tx, at) => ({ numerator: (await countLadder(tx, at))[counter], denominator: null }),
  recount: async (tx, at) => ({ numerator: (await recountLadder(tx, at))[counter], denominator: null }),
}));
