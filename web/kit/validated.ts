import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import type { Say } from './text.tsx';
import type { texts } from './texts.ts';

type KitSay = Say<keyof typeof texts.id>;

/**
 * The resolver of a form whose shape a contract gives: the same rules as the server's, said in the reader's language before
 * anything is sent. `own` turns a message key that the shape itself carries (`officer.username_shape`) into words.
 */
export function validated<Values extends FieldValues>(
  shape: z.ZodType<unknown, Values>,
  say: KitSay,
  own: (key: string) => string = (key) => key,
): Resolver<Values> {
  const resolve = zodResolver(shape as z.ZodType<Values, Values>, { error: (issue) => saying(issue, say) });
  return async (values, context, options) => {
    const result = await resolve(values, context, options);
    for (const error of Object.values(result.errors as FieldErrors)) {
      if (error && typeof error.message === 'string') error.message = own(error.message);
    }
    return result;
  };
}

interface Issue {
  readonly code?: string;
  readonly input?: unknown;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

function saying(issue: Issue, say: KitSay): string {
  if (issue.input === undefined || issue.input === null || issue.input === '') return say('fault.required');
  if (issue.code === 'too_small') return say('fault.tooShort', { limit: Number(issue.minimum) });
  if (issue.code === 'too_big') return say('fault.tooLong', { limit: Number(issue.maximum) });
  return say('fault.format');
}
