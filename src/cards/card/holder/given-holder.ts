import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { GivenCards } from '../given-card.ts';

/** What went out to a telephone (`0812...`), the oldest first. */
export function textsTo(given: Pick<GivenCards, 'folders'>, phone: string): string[] {
  const to = `+62${phone.slice(1)}`;
  const names = (): string[] => {
    try {
      return readdirSync(given.folders.messages).filter((name) => name.endsWith('.sms'));
    } catch {
      return [];
    }
  };
  // Their names are ids, which grow with time.
  return names()
    .toSorted()
    .map((name) => readFileSync(join(given.folders.messages, name), 'utf8'))
    .filter((text) => text.startsWith(to))
    .map((text) => text.slice(to.length).trim());
}

/** The `n`th code that went to a telephone, once it is there. */
export async function codeTo(given: Pick<GivenCards, 'folders'>, phone: string, n = 1): Promise<string> {
  const codes = () =>
    textsTo(given, phone).flatMap((text) => /^(?:Kode KTP-el|Identity card code): (\d{6})/.exec(text)?.[1] ?? []);
  await expect.poll(() => codes().length).toBeGreaterThanOrEqual(n);
  return codes()[n - 1]!;
}
