/** Files of villages that this device took along for a voting day. They tell nobody's number; each goes by itself after its day. */
import type { Region } from '../../../../src/register/region/schema.ts';
import { tagText, TAG_BYTES, type PollingDocument } from '../../../../src/sharing/voter/rules.ts';
import type { PollingFile } from '../../../../src/sharing/voter/schema.ts';
import { asked, reading, writing } from '../../device/store.ts';

export interface KeptFile extends PollingFile {
  /** As it was chosen, so that it can be chosen without a network. */
  readonly region: Region;
}

/** The morning after, wherever in the country. */
const KEPT_MS = 2 * 86_400_000;

/** @throws StoreFault */
export function keepFile(file: KeptFile): Promise<unknown> {
  return writing(['polling'], (store) => asked(store('polling').put(file, file.village.code)));
}

/** `now` by the house's clock (ms). */
export async function listFiles(now: number): Promise<KeptFile[]> {
  const all = await reading(['polling'], (store) => asked(store('polling').getAll() as IDBRequest<KeptFile[]>));
  const old = all.filter(({ votingDay }) => now - Date.parse(votingDay) > KEPT_MS);
  for (const file of old) await dropFile(file.village.code);
  return all.filter((file) => !old.includes(file)).toSorted((a, b) => a.village.place.localeCompare(b.village.place));
}

export function dropFile(village: string): Promise<unknown> {
  return writing(['polling'], (store) => asked(store('polling').delete(village)));
}

/** Whether the file has the document: then its holder votes in this village. */
export async function holds(
  { salt, tags }: PollingFile,
  { nik, document, number }: { nik: string; document: PollingDocument; number: string },
): Promise<boolean> {
  const text = new TextEncoder().encode(tagText(salt, nik, document, number));
  const tag = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).subarray(0, TAG_BYTES);
  const all = Uint8Array.from(atob(tags), (letter) => letter.charCodeAt(0));
  for (let at = 0; at < all.length; at += TAG_BYTES) if (tag.every((byte, n) => all[at + n] === byte)) return true;
  return false;
}
