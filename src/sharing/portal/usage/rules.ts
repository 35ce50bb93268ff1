/** Of what kind a refusal is, by its code. Pure. */
import type { ErrorKind } from './schema.ts';

const PACE = ['quota_spent', 'misses_spent', 'person_misses_spent', 'slowed_down', 'in_progress'];
const PROOF = /^verification\.(assertion|token|proof|signature|used_before|client|grant_type)/;

export function kindOf(code: string): ErrorKind {
  if (code === 'verification.balance_spent' || code === 'metering.package_not_covered') return 'balance';
  if (
    code === 'verification.not_ready' ||
    code === 'http.fault_of_ours' ||
    code.startsWith('ledger.') ||
    code.startsWith('db.')
  )
    return 'ours';
  if (code.startsWith('partner.') || code === 'verification.too_few_granted') return 'agreement';
  if (PACE.some((name) => code === `verification.${name}`)) return 'pace';
  return PROOF.test(code) ? 'proof' : 'input';
}
