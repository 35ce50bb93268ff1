/** Shapes of the commission's key, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, textShape } from '../../../register/resident/schema.ts';

export const commissionKeyGiven = z.object({
  /** PEM, base64 or hexadecimal. */
  publicKey: z.string().min(1, { message: 'voter.field.key' }).max(2000),
  issuer: textShape(120),
  number: textShape(120),
  datedOn: civilDateShape,
});
export type CommissionKeyGiven = z.output<typeof commissionKeyGiven>;
