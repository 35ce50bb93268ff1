import { Enrol } from './account/enrol.tsx';
import { People } from './account/people.tsx';
import { SignIn } from './account/sign-in.tsx';
import { Agreement } from './agreement/agreement.tsx';
import { Keys } from './keys/keys.tsx';
import { Sandbox } from './sandbox/sandbox.tsx';
import { Changes, Status } from './status/status.tsx';
import { Log } from './usage/log.tsx';
import { Usage } from './usage/usage.tsx';
import { Reports } from './report/reports.tsx';
import { Statistics } from './statistics/statistics.tsx';
import { Start } from './start/start.tsx';
import { Webhooks } from './webhook/webhooks.tsx';

/** The pages of the portal, by the ids that its room names. */
export const portalPages = {
  'portal-sign-in': SignIn,
  'portal-enrol': Enrol,
  'portal-start': Start,
  'portal-sandbox': Sandbox,
  'portal-keys': Keys,
  'portal-log': Log,
  'portal-agreement': Agreement,
  'portal-reports': Reports,
  'portal-status': Status,
  'portal-changes': Changes,
  'portal-usage': Usage,
  'portal-people': People,
  'portal-webhook': Webhooks,
  'portal-statistics': Statistics,
} as const;
