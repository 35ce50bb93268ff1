/** The catalogue's shape, safe in a browser. */
import { z } from 'zod';
import { TABLES } from './rules.ts';

export const catalogueShape = z.object({
  snapshots: z.array(
    z.object({ asOf: z.string(), knownAt: z.string(), people: z.number(), root: z.string(), entryId: z.string() }),
  ),
  tables: z.array(
    z.object({
      name: z.enum(TABLES),
      label: z.string(),
      about: z.string(),
      columns: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          /** What a filter may choose from; empty where the value is typed. */
          values: z.array(z.object({ value: z.string(), label: z.string() })),
        }),
      ),
    }),
  ),
  quota: z.object({ limit: z.number(), asked: z.number() }),
});
export type Catalogue = z.output<typeof catalogueShape>;
