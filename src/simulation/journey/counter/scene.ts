/** A scene: what happens to one family, beginning on a day. Gives how many people take part; 0 where no family fits. */
import type { CivilDate } from '../../../core/time/index.ts';
import type { Desk } from './desk.ts';
import type { Troupe } from './troupe.ts';

export interface Play {
  readonly desk: Desk;
  readonly troupe: Troupe;
  /** The first twelve digits of the NIKs that the second wave will bring: nobody is born on these days in these places. */
  readonly takenPrefixes: ReadonlySet<string>;
}

export type Scene = (play: Play, day: CivilDate) => number;
