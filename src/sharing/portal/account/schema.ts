/** Shapes of the portal's people and of the pages on which they sign in. Safe in a browser. */
import { z } from 'zod';
import { newPassword, oneTimeCode, personName } from '../../../register/officer/schema.ts';
import { ROLES, type Role } from './rules.ts';

export { newPassword, oneTimeCode, personName };

export const mailShape = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .pipe(z.email({ message: 'portal.field.mail' }));
export const roleShape = z.enum(ROLES);

export const invitationShape = z.object({ name: personName, mail: mailShape, role: roleShape });
export type Invitation = z.output<typeof invitationShape>;

export const personShape = z.object({
  id: z.uuid(),
  name: z.string(),
  mail: z.string(),
  role: roleShape,
  state: z.enum(['invited', 'active', 'ended']),
  invitedAt: z.string(),
  /** Of an invitation that waits. */
  codeUntil: z.string().nullable(),
  seenAt: z.string().nullable(),
});
export type Person = z.output<typeof personShape>;

/** What a form could not do, said above it. `text` is a refusal's own. */
export interface Note {
  readonly look: 'stopped' | 'waiting' | 'done';
  readonly text: string;
}

/** Wrong fields by their name in the form. */
export type Faults = Readonly<Record<string, string>>;

export interface SignInPage {
  readonly step: 'password' | 'code';
  readonly note: Note | null;
  readonly mail: string;
  readonly ticket: string | null;
  /** Where the code comes from. */
  readonly by: 'message' | 'totp' | null;
  /** Whither after signing in. */
  readonly back: string;
}

export interface EnrolPage {
  readonly note: Note | null;
  readonly faults: Faults;
}

export interface PeoplePage {
  readonly institution: string;
  readonly me: { readonly id: string; readonly name: string; readonly mail: string; readonly role: Role };
  readonly mayManage: boolean;
  readonly people: readonly Person[];
  readonly sessions: readonly {
    readonly id: string;
    readonly name: string;
    readonly ip: string;
    readonly madeAt: string;
    readonly seenAt: string;
    readonly mine: boolean;
    readonly here: boolean;
  }[];
  readonly second: 'message' | 'totp';
  /** A secret that is shown and not yet confirmed: `picture` is the QR code: black squares as one path. */
  readonly pending: {
    readonly secret: string;
    readonly picture: { readonly size: number; readonly path: string };
  } | null;
  readonly typed: { readonly name: string; readonly mail: string; readonly role: string };
  readonly faults: Faults;
  readonly note: Note | null;
}
