/** The pairs to be compared, by the passes: equal keys only, never everybody with everybody. */
import type { LinkageRecord } from '../record/record.ts';
import type { Engine } from './engine.ts';
import { KEY_COLUMNS, PASSES, type KeyColumn, type Pass } from './passes.ts';

/** A pass may bring so many pairs a record on average; what exceeds it is given up from its most common key downwards. */
const PAIRS_A_RECORD = 0.25;
const PAIRS_AT_LEAST = 200_000;

/** Gives the places of the two records of each pair, the smaller first, each pair once. */
export async function findCandidates(
  engine: Engine,
  records: readonly LinkageRecord[],
  onPass: (share: number) => void = () => {},
): Promise<{ a: Int32Array; b: Int32Array }> {
  await load(engine, records);
  await engine.run('create table pair (a integer, b integer)');
  const most = Math.max(PAIRS_AT_LEAST, Math.floor(records.length * PAIRS_A_RECORD));
  for (const [place, pass] of PASSES.entries()) {
    await runPass(engine, pass, most);
    onPass((place + 1) / PASSES.length);
  }
  await engine.run('create table candidate as select distinct a, b from pair');
  await engine.run('drop table pair');
  const [count = 0] = await engine.one('select count(*)::integer from candidate');
  const a = new Int32Array(count);
  const b = new Int32Array(count);
  let at = 0;
  for await (const [left, right] of engine.stream('select a, b from candidate')) {
    a.set(left!, at);
    b.set(right!, at);
    at += left!.length;
  }
  return { a, b };
}

async function runPass(engine: Engine, pass: Pass, most: number): Promise<void> {
  const columns = pass.map((column) => (column === 'word' ? 'w.word' : `r.${column}`));
  const from = pass.includes('word') ? 'record r join word w on w.record = r.record' : 'record r';
  await engine.run(
    `create or replace temp table keyed as
       select distinct r.record, hash(${columns.join(', ')}) as key
         from ${from} where ${columns.map((column) => `${column} is not null`).join(' and ')}`,
  );
  const [empty = 0] = await engine.one('select count(*)::integer from keyed');
  if (empty === 0) return;
  await engine.run(
    `create or replace temp table block as
       select key, count(*) as n from keyed group by key having count(*) > 1`,
  );
  // The largest size of block up to which all pairs together stay within what a pass may bring.
  const [largest = 0] = await engine.one(
    `select coalesce(max(n), 0)::integer from (
       select n, sum(n * (n - 1) / 2 * count(*)) over (order by n) as pairs from block group by n
     ) where pairs <= ${most}`,
  );
  await engine.run(
    `insert into pair
       with k as (select keyed.record, keyed.key from keyed join block using (key) where block.n <= ${largest})
       select a.record, b.record from k a join k b on a.key = b.key and a.record < b.record`,
  );
}

async function load(engine: Engine, records: readonly LinkageRecord[]): Promise<void> {
  const keys = new Map<KeyColumn, (number | null)[]>(KEY_COLUMNS.map((column) => [column, []]));
  const places: number[] = [];
  const wordOf: number[] = [];
  const words: number[] = [];
  for (const [place, record] of records.entries()) {
    places.push(place);
    for (const column of KEY_COLUMNS) keys.get(column)!.push(KEYS[column](record));
    for (const sound of new Set(record.name?.words.map((word) => word.sound))) {
      wordOf.push(place);
      words.push(key32(sound));
    }
  }
  await engine.run(
    `create table record (record integer, ${KEY_COLUMNS.map((column) => `${column} integer`).join(', ')})`,
  );
  await engine.run('create table word (record integer, word integer)');
  await engine.append('record', [places, ...KEY_COLUMNS.map((column) => keys.get(column)!)], records.length);
  await engine.append('word', [wordOf, words], words.length);
}

const KEYS: Readonly<Record<KeyColumn, (record: LinkageRecord) => number | null>> = {
  name: ({ name }) => (name ? key32(name.sounds) : null),
  birth_year: ({ birth }) => birth?.year ?? null,
  birth_day: ({ birth }) =>
    birth && birth.month > 0 && birth.day > 0
      ? Math.min(birth.month, birth.day) * 100 + Math.max(birth.month, birth.day)
      : null,
  number: ({ number }) => (number ? key32(number.digits) : null),
  stem: ({ number }) => (number?.isNik ? key32(number.digits.slice(0, 15)) : null),
  span: ({ birth }) => (birth ? Math.floor((birth.year % 100) / 4) : null),
  shifted: ({ birth }) => (birth ? Math.floor(((birth.year + 2) % 100) / 4) : null),
  head: ({ number }) => (number && !number.isNik ? key32(number.digits.slice(0, number.digits.length >> 1)) : null),
  tail: ({ number }) => (number && !number.isNik ? key32(number.digits.slice(number.digits.length >> 1)) : null),
  card: ({ familyCard }) => (familyCard ? key32(familyCard) : null),
  mother: ({ mother }) => (mother ? key32(mother.sounds) : null),
  father: ({ father }) => (father ? key32(father.sounds) : null),
  place: ({ home }) => placeKey(home?.placeCode ?? home?.place ?? null),
  home: ({ home }) => (home && home.tokens.length > 1 ? key32(home.text) : null),
};

const placeKey = (place: string | null) => (place === null ? null : key32(place));

/** FNV-1a. Two texts that meet by chance make one useless pair more, nothing else. */
export function key32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
