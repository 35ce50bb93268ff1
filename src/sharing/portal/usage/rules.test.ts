import { expect, test } from 'vitest';
import { kindOf } from './rules.ts';

test.for([
  ['http.input_invalid', 'input'],
  ['verification.other_question', 'input'],
  ['verification.proof_demanded', 'proof'],
  ['verification.used_before', 'proof'],
  ['partner.suspended_misuse', 'agreement'],
  ['partner.outside_hours', 'agreement'],
  ['verification.too_few_granted', 'agreement'],
  ['verification.quota_spent', 'pace'],
  ['verification.slowed_down', 'pace'],
  ['verification.balance_spent', 'balance'],
  ['metering.package_not_covered', 'balance'],
  ['verification.not_ready', 'ours'],
  ['http.fault_of_ours', 'ours'],
] as const)('%s is mended by whom %s says', ([code, kind]) => {
  expect(kindOf(code)).toBe(kind);
});
