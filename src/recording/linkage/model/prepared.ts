/**
 * The model for one person against the register, where there is no file to learn from: how strangers agree was measured on a simulated
 * nation of a million, how records of one person agree is set.
 */
import { STARTING_M, type LinkageModel } from './model.ts';
import type { Shares } from './em.ts';

/** Of new persons at a counter one in fifty is in the register already. */
const KNOWN_ALREADY = 0.02;

/** u of a nation, in the order of the comparisons and their levels. */
export const STRANGERS: Shares = [
  [1.9e-4, 1.8e-5, 7.0e-4, 4.6e-3, 1.4e-2, 0.98],
  [3.5e-5, 1.8e-5, 1.4e-4, 9.5e-4, 2.8e-3, 1.3e-2, 0.983],
  [0.5, 0.5],
  [1e-7, 1e-6, 1e-6, 1e-6, 1.2e-5, 0.9999],
  [1.5e-5, 2.0e-3, 2.0e-3, 7.3e-3, 1.2e-5, 0.9886],
  [1e-6, 1e-2, 1e-4, 0.9899],
  [4.9e-3, 3.4e-3, 0.9917],
];

/** For a register of so many people. */
export function preparedModel(population: number): LinkageModel {
  return { m: STARTING_M, u: STRANGERS, prior: Math.min(0.5, KNOWN_ALREADY / Math.max(1, population)) };
}
