/**
 * The list that a station takes along for work without a network: who is expected, and whether he may be recorded. Always
 * holds: it lies sealed on the device, and an officer can drop it; it never says that somebody was recorded.
 */
import { seal, unseal, type Sealed } from '../../device/secret.ts';
import { asked, reading, writing } from '../../device/store.ts';

export interface AlongPerson {
  readonly ref: string;
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
  /** Where he lives. */
  readonly place: string;
  /** In the queue; `null` where he has none, as on a visit's list. */
  readonly number: number | null;
  readonly standing: { readonly may: boolean; readonly whyText: string | null; readonly wayText: string | null };
}

export interface AlongList {
  /** Of the queue, or of the visit. */
  readonly title: string;
  readonly day: string;
  readonly officeId: string;
  /** When it was taken along, by this device's clock (ms). */
  readonly takenAt: number;
  readonly people: readonly AlongPerson[];
}

const LIST = 'list';
/** A list that nobody dropped goes by itself so long after its day. */
const KEPT_MS = 7 * 86_400_000;

/** One list at a time: taking another drops the one before. @throws StoreFault */
async function keep(list: AlongList): Promise<void> {
  const sealed = await seal('along', list);
  await writing(['along'], (store) => asked(store('along').put(sealed, LIST)));
}

async function list(): Promise<AlongList | null> {
  const sealed = await reading(['along'], (store) => asked(store('along').get(LIST) as IDBRequest<Sealed | undefined>));
  const kept = sealed && (await unseal<AlongList>('along', sealed));
  if (!kept) return null;
  if (Date.now() - Math.max(kept.takenAt, Date.parse(kept.day)) < KEPT_MS) return kept;
  await drop();
  return null;
}

async function find(ref: string): Promise<AlongPerson | null> {
  return (await list())?.people.find((person) => person.ref === ref) ?? null;
}

async function drop(): Promise<void> {
  await writing(['along'], (store) => asked(store('along').clear()));
}

export const takenAlong = { keep, list, find, drop };
