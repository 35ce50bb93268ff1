import { z } from 'zod';
import { ROLES } from './roles.ts';

export const role = z.enum(ROLES);
export const civilDate = z.iso.date('fault.date');
/** A NIP as people write it, with blanks or without; it stands under what the officer signs. */
export const employeeNumber = z
  .string()
  .overwrite((text) => text.replaceAll(/\s/g, ''))
  .regex(/^(\d{18})?$/, 'officer.employee_number_shape');

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,39}$/, 'officer.username_shape');
/** Length is what counts (NIST SP 800-63B 5.1.1): no demands on kinds of characters. */
export const newPassword = z.string().min(12).max(200);
export const personName = z.string().trim().min(2).max(120);
export const oneTimeCode = z.string().trim().min(8).max(80);

export const officerState = z.enum(['invited', 'active', 'disabled', 'retired']);

export const officer = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  employeeNumber: z.string().nullable(),
  state: officerState,
  posts: z.array(
    z.object({
      id: z.uuid(),
      officeId: z.uuid(),
      officeName: z.string(),
      role,
      from: z.string(),
      until: z.string().nullable(),
    }),
  ),
});
export type Officer = z.output<typeof officer>;

export const officerAct = z.object({
  act: z.string(),
  occurredOn: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  role: z.string().nullable(),
  officeName: z.string().nullable(),
  reason: z.string().nullable(),
});

export const delegation = z.object({
  id: z.uuid(),
  fromOfficerId: z.uuid(),
  fromName: z.string(),
  toOfficerId: z.uuid(),
  toName: z.string(),
  officeId: z.uuid(),
  officeName: z.string(),
  role,
  from: z.string(),
  until: z.string(),
  reason: z.string(),
  revoked: z.boolean(),
  /** By the calendar of the office that asks. */
  state: z.enum(['coming', 'running', 'ended', 'revoked']),
});
export type Delegation = z.output<typeof delegation>;

/** What the staff app must know about who is signed in. */
export const session = z.object({
  officer: z.object({ id: z.uuid(), username: z.string(), name: z.string(), language: z.enum(['id', 'en']) }),
  office: z.object({ id: z.uuid(), name: z.string(), regionCode: z.string().nullable(), zone: z.string() }),
  /** Where else he serves; `POST /v1/session/office` changes over. */
  offices: z.array(z.object({ id: z.uuid(), name: z.string() })),
  roles: z.array(z.string()),
  scopes: z.array(z.string()),
  purposes: z.array(z.object({ code: z.string(), label: z.string() })),
  method: z.enum(['password', 'passkey', 'link', 'code']),
  expiresAt: z.string(),
  /** What the house's clock says, by which terms run: in the demo that of a story, not the device's. */
  clock: z.string(),
});
export type Session = z.output<typeof session>;

/** A role given, ended, or taken to another office: what a second person approves. */
export const postChange = z.discriminatedUnion('change', [
  z.object({
    change: z.literal('grant'),
    officerId: z.uuid(),
    officeId: z.uuid(),
    role,
    from: civilDate,
    until: civilDate.nullable(),
  }),
  z.object({ change: z.literal('end'), officerId: z.uuid(), postId: z.uuid(), until: civilDate }),
  z.object({ change: z.literal('move'), officerId: z.uuid(), postId: z.uuid(), officeId: z.uuid(), on: civilDate }),
]);
export type PostChange = z.output<typeof postChange>;
