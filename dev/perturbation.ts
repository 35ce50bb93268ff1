/**
 * `node dev/perturbation.ts`: computes `src/insight/warehouse/disclosure/table.ts` anew and prints it. For each true count the changes that
 * may be made to it, with the greatest uncertainty (entropy) among all that are right on average, have one variance, and never leave one or
 * two. After Thompson, Broadfoot and Elazar (2013) and Marley and Leaver (2011). The numbers are committed: what was published once must
 * come out the same on every machine.
 */
import { LEAST, MOST_CHANGE, RECORD_KEYS, VARIANCE } from '../src/insight/warehouse/disclosure/rules.ts';

/** From here on no change is forbidden any more. */
const ROWS = LEAST + MOST_CHANGE;

function changesOf(n: number): number[] {
  const all = Array.from({ length: 2 * MOST_CHANGE + 1 }, (_, i) => i - MOST_CHANGE);
  return all.filter((change) => n + change === 0 || n + change >= LEAST);
}

/** Probabilities p ~ exp(a v + b v²) with mean 0 and the variance, by Newton's method. */
function mostUncertain(changes: readonly number[]): number[] {
  let [a, b] = [0, 0];
  for (let step = 0; step < 500; step++) {
    const weights = changes.map((v) => Math.exp(a * v + b * v * v));
    const sum = weights.reduce((all, w) => all + w, 0);
    const moment = (power: number) => changes.reduce((all, v, i) => all + v ** power * weights[i]!, 0) / sum;
    const [m1, m2, m3, m4] = [moment(1), moment(2), moment(3), moment(4)];
    const [f, g] = [m1, m2 - VARIANCE];
    if (Math.abs(f) + Math.abs(g) < 1e-13) return weights.map((w) => w / sum);
    const [ff, fg, gg] = [m2 - m1 * m1, m3 - m1 * m2, m4 - m2 * m2];
    const det = ff * gg - fg * fg;
    const half = step < 50 ? 0.5 : 1;
    a -= (half * (gg * f - fg * g)) / det;
    b -= (half * (ff * g - fg * f)) / det;
  }
  throw new Error(`no distribution over ${changes.join(' ')}`);
}

const rows = Array.from({ length: ROWS }, (_, at) => {
  const changes = changesOf(at + 1);
  let sum = 0;
  return mostUncertain(changes).map((p, i, all) => {
    sum += p;
    return [changes[i]!, i === all.length - 1 ? RECORD_KEYS : Math.round(sum * RECORD_KEYS)];
  });
});
console.log(`/**
 * How a true count is changed, by its cell key; made by \`node dev/perturbation.ts\`, never by hand. Row n is the true count n, the last row
 * every greater one: [change, below which key].
 */
export const PERTURBATION: readonly (readonly (readonly [change: number, below: number])[])[] = ${JSON.stringify(rows)};`);
