import type { CommandSpec } from './command.ts';
import type { Route } from './http/route.ts';
import type { VisitorDoor } from './http/visitor.ts';
import type { PublicPage } from './http/web.ts';
import type { Listening } from './notice/index.ts';
import type { Job } from './jobs/index.ts';
import type { RefusalTable } from './refusal/index.ts';
import type { Texts } from './text/index.ts';
import type { PaperKind } from './document/index.ts';
import type { Indicator } from './indicator.ts';
import type { Series } from './series.ts';
import type { Proposable } from './approval/index.ts';

/** What a room brings into the house; `house.ts` assembles them and nothing else does. */
export interface Room {
  readonly name: string;
  readonly texts?: Texts;
  readonly refusals?: RefusalTable;
  readonly routes?: readonly Route[];
  /** Pages for everyone, rendered on the server. */
  readonly pages?: readonly PublicPage[];
  /** Who recognises people that sign in on the public pages. */
  readonly visitors?: readonly VisitorDoor[];
  readonly listening?: readonly Listening[];
  readonly jobs?: readonly Job[];
  /** Kinds of paper that the room prints. */
  readonly papers?: readonly PaperKind[];
  readonly indicators?: readonly Indicator[];
  /** Measures of many days at once, for dashboards. */
  readonly series?: readonly Series[];
  /** Great acts that only run when a second person has approved exactly them. */
  readonly proposables?: readonly Proposable[];
  readonly commands?: readonly CommandSpec[];
}
