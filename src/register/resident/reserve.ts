/**
 * Numbers that are kept back for whoever above needs one that nobody has: they look like those of their district and day, and no issue
 * gives them to anybody. The register knows their keyed hashes only. A person who brings such a number from elsewhere is right: he
 * takes it, and whoever had it kept back is told.
 */
import type { Actor } from '../../core/access/index.ts';
import { many, one, run, sql, type Tx } from '../../core/db/index.ts';
import { asNik, type Nik } from '../../core/id/index.ts';
import { speak } from '../../core/notice/index.ts';
import { reservedTaken } from './notices.ts';
import { refuse } from './refusals.ts';
import { issueNiks } from './sql.ts';

const hashOf = (tx: Tx, nik: string): Buffer => tx.ground.vault.blindIndex('resident.reserved', nik, 16);

/** Takes prefixes of 12 digits (`nikPrefix`), gives one number for each: the next that is free. */
export async function reserveNumbers(tx: Tx, prefixes: readonly string[]): Promise<Nik[]> {
  const inOrder = [...new Set(prefixes)].toSorted();
  const { tops } = await one(
    tx,
    sql<{
      tops: number[];
    }>`select resident.last_serials(${inOrder}::bigint[], ${tx.ground.config.firstSerial}::int) as tops`,
  );
  const last = new Map(inOrder.map((prefix, at) => [prefix, tops[at]!]));
  const reserved: Nik[] = [];
  for (const prefix of prefixes) reserved.push(await reserveNext(tx, prefix, last.get(prefix)!));
  return reserved;
}

/** A prefix has few that are kept back, so this ends soon. */
async function reserveNext(tx: Tx, prefix: string, last: number): Promise<Nik> {
  for (let serial = last + 1; serial <= 9999; serial++) {
    const nik = asNik(prefix + String(serial).padStart(4, '0'));
    const hash = hashOf(tx, nik);
    const inserted = await run(
      tx,
      sql`insert into resident.reserved_number (hash) values (${hash}) on conflict do nothing`,
    );
    if (inserted === 1) return nik;
  }
  throw refuse('resident.no_serial_left');
}

/** As `issueNiks`, past the numbers that are kept back: an issue that meets one goes on to the next. */
export async function issueFreeNiks(tx: Tx, prefixes: readonly string[], firstSerial: number): Promise<Nik[]> {
  const free: Nik[] = [];
  let wanted = prefixes;
  while (wanted.length > 0) {
    const issued = await issueNiks(tx, wanted, firstSerial);
    const kept = await reservedAmong(tx, issued);
    free.push(...issued.filter((nik) => !kept.has(nik)));
    wanted = [...kept].map((nik) => nik.slice(0, 12));
  }
  return free.toSorted();
}

async function reservedAmong(tx: Tx, niks: readonly Nik[]): Promise<Set<Nik>> {
  const byHash = new Map(niks.map((nik) => [hashOf(tx, nik).toString('hex'), nik]));
  const rows = await many(
    tx,
    sql<{ hash: string }>`select encode(hash, 'hex') as hash from resident.reserved_number
                           where hash = any(${[...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'))}::bytea[])`,
  );
  return new Set(rows.map(({ hash }) => byHash.get(hash)!));
}

const AT_ONCE = 500;

/** People come with these numbers: those that were kept back are theirs now. An import brings many, so all hashes are read once. */
export async function takeReserved(tx: Tx, actor: Actor, niks: readonly Nik[]): Promise<void> {
  if (niks.length === 0) return;
  const rows = await many(tx, sql<{ hash: string }>`select encode(hash, 'hex') as hash from resident.reserved_number`);
  if (rows.length === 0) return;
  const kept = new Set(rows.map(({ hash }) => hash));
  const taken: Nik[] = [];
  for (const [at, nik] of niks.entries()) {
    if (kept.has(hashOf(tx, nik).toString('hex'))) taken.push(nik);
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  if (taken.length === 0) return;
  await run(
    tx,
    sql`delete from resident.reserved_number where hash = any(${taken.map((nik) => hashOf(tx, nik))}::bytea[])`,
  );
  await speak(
    tx,
    actor,
    reservedTaken,
    taken.map((nik) => ({ nik })),
  );
}
