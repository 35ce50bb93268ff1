/** What came once in the sandbox, and calls that come again: in the memory of a process, as nothing tried is worth a row. */
import type { Once } from '../../../core/http/index.ts';
import type { Uuid } from '../../../core/id/index.ts';

export interface Repeatable extends Once {
  readonly entry: Uuid;
  readonly request: Buffer;
}

export interface Memory {
  /** False for what came before. */
  takeOnce(mark: Once, now: Date): boolean;
  /** What was answered under this key before; remembers this call where nothing was. */
  before(key: Repeatable, now: Date): Repeatable | null;
  forget(key: Repeatable): void;
}

const MOST = 20_000;

export function openMemory(): Memory {
  const once = new Map<string, number>();
  const calls = new Map<string, Repeatable>();
  const name = ({ hash }: Once) => hash.toString('base64url');
  return {
    takeOnce(mark, now) {
      const key = name(mark);
      if ((once.get(key) ?? 0) > now.getTime()) return false;
      keep(once, key, mark.until.getTime());
      return true;
    },
    before(key, now) {
      const known = calls.get(name(key));
      if (known && known.until > now) return known;
      keep(calls, name(key), key);
      return null;
    },
    forget(key) {
      if (calls.get(name(key)) === key) calls.delete(name(key));
    },
  };
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  if (map.size >= MOST) map.delete(map.keys().next().value!);
  map.set(key, value);
}
