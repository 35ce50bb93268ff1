/** What a voter takes along to prove that he is in the list. */
import { z } from 'zod';

const hash = z.base64();

export const voterProof = z.object({
  format: z.literal('jatidiri/member/1'),
  election: z.object({ nameId: z.string(), nameEn: z.string(), votingDay: z.string() }),
  extract: z.uuid(),
  fields: z.array(z.string()),
  /** As it stands in the list, without its newline. */
  row: z.string(),
  salt: hash,
  /** Where his leaf lies among those of the place, and the way up. */
  place: z.object({
    name: z.string(),
    /** As it stands in the file of places. */
    line: z.string(),
    root: z.string(),
    index: z.int().nonnegative(),
    size: z.int().positive(),
    path: z.array(hash),
  }),
  /** Where the place's line lies among those of the list. */
  list: z.object({
    root: z.string(),
    index: z.int().nonnegative(),
    size: z.int().positive(),
    path: z.array(hash),
  }),
  /** The entry of the log that names the root. */
  log: z.object({
    key: z.string(),
    checkpoint: z.string(),
    seq: z.int().nonnegative(),
    entry: z.string(),
    path: z.array(hash),
  }),
});
export type VoterProof = z.output<typeof voterProof>;
