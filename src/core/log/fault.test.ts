import { expect, test } from 'vitest';
import { describeFault } from './fault.ts';

test("the database's words, which hold values, are not logged; its codes are", () => {
  const fault = Object.assign(new Error('invalid input syntax for type bigint: "SITI AMINAH"'), {
    severity: 'ERROR',
    code: '22P02',
  });
  const line = JSON.stringify(describeFault(fault));
  expect(line).not.toContain('SITI');
  expect(line).toContain('22P02');
});

test('long runs of digits are masked in our own words, and the stack keeps only places', () => {
  const line = JSON.stringify(describeFault(new Error('no region for 3175074508909001')));
  expect(line).not.toContain('317507');
  expect(line).toContain('no region for …');
  expect(line).toContain('fault.test.ts');
});
