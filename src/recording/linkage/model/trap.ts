/** What Fellegi and Sunter's independence does not know: brothers, sisters and twins agree in everything but the name. Pure. */
import { levelNumber, type Pattern } from '../compare/level.ts';

/**
 * `twins`: one family or home, one birth date, another name; `siblings`: one family or home, another birth date and another name;
 * `perhapsTwins`: twins whose names are a letter apart, with neighbouring numbers: a person with a slip looks the same on paper.
 * `namesakes`: a family in which two bear one name, born on quite other days: father and son, or one person with a wrong date.
 */
export type Trap = 'twins' | 'siblings' | 'perhapsTwins' | 'namesakes';

/** No pair that a trap holds is likelier than this, whatever its weights say. */
export const AT_MOST = { twins: 0.01, siblings: 0.01, perhapsTwins: 0.5, namesakes: 0.5 } as const satisfies Record<
  Trap,
  number
>;

const NAME = { slip: levelNumber('name', 'slip'), some: levelNumber('name', 'some') };
const BIRTH = {
  same: levelNumber('birth', 'same'),
  swapped: levelNumber('birth', 'swapped'),
  year: levelNumber('birth', 'year'),
};
const NUMBER = {
  same: levelNumber('number', 'same'),
  slip: levelNumber('number', 'slip'),
  neighbour: levelNumber('number', 'neighbour'),
};
const FAMILY_OTHER = levelNumber('family', 'other');
const HOME_SAME = levelNumber('home', 'same');

export function trapOf(pattern: Pattern): Trap | null {
  const [name = 0, birth = 0, , number = 0, family = 0, home = 0] = pattern;
  const together = (family > 0 && family < FAMILY_OTHER) || home === HOME_SAME;
  // The same number is one person's, whatever the name became.
  if (!together || number === NUMBER.same) return null;
  const born = birth === BIRTH.same || birth === BIRTH.swapped;
  // A slip of it is not surely so: twins are numbered one after the other.
  if (number === NUMBER.slip) return name >= NAME.some && born ? 'perhapsTwins' : null;
  if (name >= NAME.some) return born ? 'twins' : 'siblings';
  if (name > 0 && birth >= BIRTH.year) return 'namesakes';
  return name === NAME.slip && born && number === NUMBER.neighbour ? 'perhapsTwins' : null;
}
