import type { z } from 'zod';
import type { FieldFault, MessageValues } from '../refusal/index.ts';
import type { Speaker } from '../text/index.ts';

type Issue = z.core.$ZodIssue;

/**
 * What Zod found, as faults of fields. A schema may name its own text: `z.string().regex(SHAPE, 'nik.sixteen_digits')`
 * where the message is a key of the room's texts.
 */
export function faultsOf(issues: readonly Issue[], speaker: Speaker): FieldFault[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), code: 'fault.unknown' }));
    }
    const path = pathOf(issue.path);
    if (issue.message && speaker.has(issue.message)) return [{ path, code: issue.message, values: ownValues(issue) }];
    const [code, values] = codeOf(issue);
    return [{ path, code, values }];
  });
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

function ownValues(issue: Issue): MessageValues {
  return issue.code === 'custom' ? ((issue.params?.['values'] as MessageValues | undefined) ?? {}) : limits(issue);
}

function limits(issue: Issue): MessageValues {
  if (issue.code === 'too_small') return { limit: Number(issue.minimum) };
  if (issue.code === 'too_big') return { limit: Number(issue.maximum) };
  return {};
}

function codeOf(issue: Issue): [string, MessageValues] {
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined || issue.input === null ? 'fault.required' : 'fault.type', {}];
    case 'too_small':
      if (issue.origin === 'string')
        return [Number(issue.minimum) === 1 ? 'fault.required' : 'fault.too_short', limits(issue)];
      return [isCollection(issue.origin) ? 'fault.too_few' : 'fault.too_small', limits(issue)];
    case 'too_big':
      if (issue.origin === 'string') return ['fault.too_long', limits(issue)];
      return [isCollection(issue.origin) ? 'fault.too_many' : 'fault.too_big', limits(issue)];
    case 'invalid_format':
      return [issue.format === 'date' || issue.format === 'datetime' ? 'fault.date' : 'fault.format', {}];
    case 'invalid_value':
    case 'invalid_union':
      return [issue.input === undefined ? 'fault.required' : 'fault.choice', {}];
    case 'unrecognized_keys':
      return ['fault.unknown', {}];
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return ['fault.value', {}];
  }
}

function isCollection(origin: string): boolean {
  return origin === 'array' || origin === 'set' || origin === 'map' || origin === 'file';
}
