import { z } from 'zod';
import type { Template } from './press.ts';
import { printed } from './shape.ts';

const shape = z.object({ title: printed(200), pages: z.int().min(1).max(2000), number: z.int().min(1).max(9999) });

/** For tests of the press. */
export const givenTemplate: Template<z.output<typeof shape>> = {
  name: 'given',
  source: new URL('./given-template.typ', import.meta.url),
  shape,
};
