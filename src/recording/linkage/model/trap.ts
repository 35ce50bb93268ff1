/** What Fellegi and Sunter's independence does not know: brothers, sisters and twins agree in everything but the name. Pure. */
import { levelNumber, type Pattern } from '../compare/level.ts';

/**
 * `twins`: one family or home, one birth date, another name; `siblings`: one family or home, another birth date and another name;
 * `perhapsTwins`: twins whose names are a letter apart, with neighbouring serials: a person with a slip looks the same on paper.
 */
export type Trap = 'twins' | 'siblings' | 'perhapsTwins';

/** No pair that a trap holds is likelier than this, whatever its weights say. */
export const AT_MOST: Readonly<Record<Trap, number>> = { twins: 0.01, siblings: 0.01, perhapsTwins: 0.5 };

const NAME = { slip: levelNumber('name', 'slip'), some: levelNumber('name', 'some') };
const BIRTH = { same: levelNumber('birth', 'same'), swapped: levelNumber('birth', 'swapped') };
const NUMBER = { serial: levelNumber('number', 'serial'), other: levelNumber('number', 'other') };
const FAMILY_OTHER = levelNumber('family', 'other');
const HOME_SAME = levelNumber('home', 'same');

export function trapOf(pattern: Pattern): Trap | null {
  const [name = 0, birth = 0, , number = 0, family = 0, home = 0] = pattern;
  const together = (family > 0 && family < FAMILY_OTHER) || home === HOME_SAME;
  // A number that is the same, or a slip of the same, is one person's, whatever the name became.
  if (!together || (number > 0 && number < NUMBER.serial)) return null;
  const born = birth === BIRTH.same || birth === BIRTH.swapped;
  if (name >= NAME.some) return born ? 'twins' : 'siblings';
  return name === NAME.slip && born && number === NUMBER.serial ? 'perhapsTwins' : null;
}
