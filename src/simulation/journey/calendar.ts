/** The story's calendar: all journeys enter what happens and when; one player plays it day after day, never backwards. */
import type { StoryClock } from '../../core/time/index.ts';

export type Happening = () => Promise<void>;

interface Entered {
  readonly at: Date;
  readonly work: Happening;
  weight: number;
}

export interface Played {
  /** Of all that is entered so far, 0 to 1. */
  readonly share: number;
  readonly at: Date;
}

export interface Watch {
  readonly mayEnd?: () => boolean;
  readonly told?: (played: Played) => void;
}

export interface Calendar {
  /**
   * Enters what happens at an instant of the story; what lies in the past happens at once when it is its turn. What was
   * entered first comes first at the same instant. `weight` is about how many milliseconds it takes, with all that it enters
   * itself, so that progress does not go back.
   */
  readonly enter: (at: Date, work: Happening, weight?: number) => void;
  /** How far the happening that plays now has come, 0 to 1. */
  readonly come: (share: number) => void;
  /** Plays what is entered up to `until`, also what is entered meanwhile. Ends after the present one where it `mayEnd`. */
  readonly play: (until: Date, watch?: Watch) => Promise<void>;
}

const USUAL_WEIGHT = 20;

export function storyCalendar(clock: StoryClock): Calendar {
  const entries: Entered[] = [];
  let done = 0;
  let all = 0;
  let present: Entered | undefined;
  let told: ((played: Played) => void) | undefined;

  const tell = (share: number) =>
    told?.({ share: all === 0 ? 1 : (done + share * (present?.weight ?? 0)) / all, at: clock.now() });

  return {
    enter(at, work, weight = USUAL_WEIGHT) {
      const place = entries.findLastIndex((entry) => entry.at <= at) + 1;
      entries.splice(place, 0, { at, work, weight });
      const foreseen = Math.min(weight, present?.weight ?? 0);
      if (present) present.weight -= foreseen;
      all += weight - foreseen;
    },
    come: tell,
    async play(until, watch = {}) {
      told = watch.told;
      while (entries[0] && entries[0].at <= until && !watch.mayEnd?.()) {
        present = entries.shift()!;
        if (present.at > clock.now()) clock.moveTo(present.at);
        tell(0);
        await present.work();
        done += present.weight;
      }
      present = undefined;
      if (!watch.mayEnd?.() && until > clock.now()) clock.moveTo(until);
    },
  };
}
