/** How alike two names are, in steps of ten. Words, spellings and slips are the linkage room's comparison; the steps stand here. */
import { formMaker, nameComparer, type NameForm } from '../../../recording/linkage/index.ts';

export interface NameScorer {
  /**
   * 100: the same letters; 90: they sound the same (old spelling, short forms, exchanged or joined words); 80: a slip of the
   * pen; 50 to 70: one is a part of the other; 10 to 40: some words in common; 0: none. Symmetric.
   */
  score(one: string, other: string): number;
}

/** What partners send is not bounded, so what is remembered of it must be. */
const MOST_REMEMBERED = 50_000;

export function nameScorer(): NameScorer {
  let forms = formMaker();
  let names = nameComparer();
  let made = 0;

  return {
    score(one, other) {
      if (one === other) return 100;
      // Forms are numbered by their maker: both memories begin anew together.
      if ((made += 2) > MOST_REMEMBERED) {
        forms = formMaker();
        names = nameComparer();
        made = 0;
      }
      const a = forms.name(one);
      const b = forms.name(other);
      if (!a || !b) return 0;
      switch (names.level(a, b)) {
        case 'same':
          return 100;
        case 'sounds':
          return 90;
        case 'slip':
          return 80;
        case 'part':
          return 50 + step(shareOf(lettersOf(a), lettersOf(b)), 3);
        case 'some':
          return 10 + step(sharedLetters(names.shared(a, b), a, b), 4);
        case 'other':
          return 0;
      }
    },
  };
}

/** A share of 0 to 1 as one of `steps` tens, from 0. */
function step(share: number, steps: number): number {
  return 10 * Math.min(steps - 1, Math.floor(share * steps));
}

function lettersOf(form: NameForm): number {
  return form.words.reduce((sum, word) => sum + word.text.length, 0);
}

/** How much of both names the shorter one is. */
function shareOf(a: number, b: number): number {
  return (2 * Math.min(a, b)) / (a + b);
}

function sharedLetters(sounds: readonly string[], a: NameForm, b: NameForm): number {
  const inCommon = new Set(sounds);
  const shared = [...a.words, ...b.words].reduce(
    (sum, { sound, text }) => sum + (inCommon.has(sound) ? text.length : 0),
    0,
  );
  return shared / (lettersOf(a) + lettersOf(b));
}
