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
    records: records.length,
    words: word.all(),
    sharedWord: word.expected(),
    name: name.others,
    word: word.others,
    birth: (year, month, day) => birth.others(dateKey(year, month, day)),
    mother: mother.others,
    father: father.others,
    birthPlace: birthPlace.others,
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
    all: () => all,
    /** Beside the two that are compared. */
    others: (key: Key): number => Math.max(0, (counts.get(key) ?? 0) - 2),
    /** The share of the value that somebody has, on average: how common what two strangers share is. */
    expected(): number {
      let sum = 0;
      for (const n of counts.values()) sum += (n / all) ** 2;
      return sum || 1;
    },
  };
}
