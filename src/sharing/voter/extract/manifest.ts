/** What an extract says of itself, plain: which files there are, how many voters are in each, and the root over them. Pure, safe to read anywhere. */
import { z } from 'zod';
import { REASONS } from '../eligibility/rules.ts';
import { FILE_KINDS } from './layout.ts';

export const FORMAT = 'jatidiri/voter/extract/1';

const count = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestFile = z.object({
  /** Never leads out of the folder. */
  path: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?(\.[a-z0-9]+)+$/),
  kind: z.enum(FILE_KINDS),
  part: z.string(),
  sealed: z.boolean(),
  rows: count,
  male: count,
  female: count,
  bytes: count,
  sha256: digest,
  plainBytes: count,
  plainSha256: digest,
});
export type ManifestFile = z.output<typeof manifestFile>;

export const manifestShape = z.object({
  format: z.literal(FORMAT),
  extract: z.uuid(),
  /** Tells this making from every other; it stands in the names of files, never in a row. */
  mark: z.string(),
  election: z.object({
    id: z.uuid(),
    nameId: z.string(),
    nameEn: z.string(),
    kind: z.string(),
    votingDay: z.string(),
    cutoff: z.string(),
    area: z.array(z.string()),
  }),
  knownAt: z.string(),
  fields: z.array(z.string()),
  maskedFields: z.array(z.string()),
  eligible: count,
  male: count,
  female: count,
  /** How many do not vote, by reason; several may hold of one person. */
  excluded: z.record(z.enum(REASONS), count),
  excludedPeople: count,
  places: count,
  root: digest,
  /** The last signed checkpoint of the log when it was made; `null` where none was signed yet. */
  checkpoint: z.string().nullable(),
  files: z.array(manifestFile),
});
export type Manifest = z.output<typeof manifestShape>;

/** The bytes of the file `manifest.json`, whose hash the proposal names. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`;
