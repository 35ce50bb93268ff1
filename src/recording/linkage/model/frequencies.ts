/** How common names, words, dates and places are among the records that are compared. Pure. */
import type { LinkageRecord, NameForm } from '../record/record.ts';
import type { Frequencies } from './model.ts';

export function frequenciesOf(records: readonly LinkageRecord[]): Frequencies {
  const name = counter<string>();
  const word = counter<string>();
  const birth = counter<number>();
  const mother = counter<string>();
  const father = counter<string>();
  const birthPlace = counter<string>();
  const add = (into: ReturnType<typeof counter<string>>, form: NameForm | null) => form && into.add(form.sounds);
  for (const record of records) {
    add(name, record.name);
    add(mother, record.mother);
    add(father, record.father);
    add(birthPlace, record.birthPlace);
    for (const { sound } of record.name?.words ?? []) word.add(sound);
    if (record.birth) birth.add(dateKey(record.birth.year, record.birth.month, record.birth.day));
  }
  return {
    name: name.share,
    word: word.share,
    sharedWord: word.expected(),
    birth: (year, month, day) => birth.share(dateKey(year, month, day)),
    mother: mother.share,
    father: father.share,
    birthPlace: birthPlace.share,
  };
}

const dateKey = (year: number, month: number, day: number) => year * 10_000 + month * 100 + day;

function counter<Key>() {
  const counts = new Map<Key, number>();
  let all = 0;
  return {
    add(key: Key) {
      all++;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    share: (key: Key): number | null => (counts.has(key) ? counts.get(key)! / all : null),
    /** The share of the value that somebody has, on average: how common what two strangers share is. */
    expected(): number {
      let sum = 0;
      for (const n of counts.values()) sum += (n / all) ** 2;
      return sum || 1;
    },
  };
}
