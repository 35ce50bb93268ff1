/** What a quality of 0 to 100 means to a person. Pure. */
export type Grade = 'good' | 'fair' | 'low';

/** From which a thing is good, and below which it should be taken again. Rules of thumb, not of the law. */
const GOOD_FROM = 60;
const FAIR_FROM = 40;

export function gradeOf(quality: number): Grade {
  if (quality >= GOOD_FROM) return 'good';
  return quality >= FAIR_FROM ? 'fair' : 'low';
}

/** After as many tries nobody is asked for another: worn hands and old eyes are what they are. */
export const TRIES_ASKED = 3;
