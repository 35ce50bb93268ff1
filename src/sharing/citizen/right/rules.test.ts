import { expect, test } from 'vitest';
import { DECISIONS, dueOf, EXCEPTION_NAMES, exceptionFault, RIGHT_NAMES, RIGHTS } from './rules.ts';

test('where the law gives a term it is three times 24 hours', () => {
  const opened = new Date('2018-12-08T03:00:00Z');
  for (const right of RIGHT_NAMES)
    if (RIGHTS[right].clock !== null) expect(dueOf(right, opened)).toEqual(new Date('2018-12-11T03:00:00Z'));
});

test('what is not granted whole names an article that fits the right; what is granted names none', () => {
  for (const right of RIGHT_NAMES)
    for (const decision of DECISIONS)
      for (const exception of [null, ...EXCEPTION_NAMES]) {
        const fits = exception !== null && (RIGHTS[right].exceptions as readonly string[]).includes(exception);
        const wrong = decision === 'granted' ? exception !== null : !fits;
        expect(exceptionFault(right, decision, exception)).toBe(wrong);
      }
});
