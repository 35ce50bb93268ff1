/** Who sees and does what for an institution, as data, and how long what is valid. Pure, safe in a browser. */

/** What can be done on the portal, with the roles that may. */
export const ACTS = {
  'portal.people': ['administrator'],
  'portal.keys': ['administrator'],
  'portal.keys_seen': ['administrator', 'developer'],
  'portal.try': ['administrator', 'developer'],
  'portal.log': ['administrator', 'developer', 'reporter'],
  'portal.usage': ['administrator', 'developer', 'reporter'],
  'portal.agreement': ['administrator', 'developer', 'reporter'],
  'portal.report': ['administrator', 'reporter'],
  'portal.appeal': ['administrator'],
  'portal.webhooks': ['administrator', 'developer'],
} as const satisfies Record<string, readonly Role[]>;
export type PortalAct = keyof typeof ACTS;

export const ROLES = ['administrator', 'developer', 'reporter'] as const;
export type Role = (typeof ROLES)[number];

export function actsOf(role: Role): ReadonlySet<PortalAct> {
  return new Set((Object.keys(ACTS) as PortalAct[]).filter((act) => (ACTS[act] as readonly Role[]).includes(role)));
}

/** An invitation is answered within three days, over a weekend. */
export const INVITATION_HOURS = 72;
/** An institution needs no more; what is more looks like a list that somebody lost sight of. */
export const MOST_PEOPLE = 30;

/** Between password and second factor. */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
/** Another code by message at the earliest. */
export const CODE_AGAIN_SECONDS = 60;

/** A working day, and half an hour away from the desk. */
export const SESSION_HOURS = 12;
export const IDLE_MINUTES = 30;
