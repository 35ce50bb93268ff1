/** For promise 18: many officers ship, receive, print and spoil the same blanks at once, while their connections are cut. */
import type { Client } from 'pg';
import type { Actor } from '../../core/access/index.ts';
import { many, sql, type Tx } from '../../core/db/index.ts';
import { givenBatch } from './given-blank.ts';
import { readBooks } from './given-books.ts';
import { dice, type LineOfStores, type Transact } from './given-model.ts';
import { deliverBlanks, moveBlanks } from './movement/move.ts';
import type { Span } from './rules.ts';
import { countShipment } from './shipment/receive.ts';
import { sendShipment } from './shipment/send.ts';
import { listShipments } from './shipment/sql.ts';

/** Cuts one of the register's connections, as a superuser can. */
export async function cutOne(superuser: Client): Promise<void> {
  await superuser.query(
    `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
      where datname = current_database() and usename = 'jatidiri' order by random() limit 1) one`,
  );
}

/** A fault that says the line or the server is gone, not that a rule was broken: whether the act was done is not known. */
export const isCut = (fault: unknown): boolean => (fault as { code?: unknown }).code === 'db.away';

export interface CrowdVerdict {
  /** Acts that were acknowledged, refused by a rule, and of which nobody knows, as the line was cut. */
  readonly done: number;
  readonly refused: number;
  readonly cut: number;
  readonly kills: number;
  /** Acknowledged to somebody: printed or spoiled. */
  readonly used: readonly bigint[];
  readonly faults: readonly string[];
}

interface Given {
  readonly rounds: number;
  readonly blanks: number;
  readonly seed: number;
  /** Cuts one connection, or ends the server. */
  readonly kill: (nth: number) => Promise<void>;
  readonly kills: number;
  /** How a blank of the province is printed; by a bare movement where nothing is said. */
  readonly print?: (keeper: Actor, serial: bigint) => Promise<void>;
  /** Whether a fault is a cut line. */
  readonly isCut: (fault: unknown) => boolean;
}

/** Every keeper of the line is an officer of his own; all of them want the blanks that lie in the province. */
export async function tryCrowd(transact: Transact, line: LineOfStores, given: Given): Promise<CrowdVerdict> {
  const { stores, keepers, clerk } = line;
  const FIRST = 800_000_000n;
  const province = stores[1]!;
  await transact(clerk, (tx) => stockProvince(tx, line, FIRST, BigInt(given.blanks)));
  const told = { done: 0, refused: 0, cut: 0, kills: 0 };
  const faults: string[] = [];
  /** Serials that somebody was told he had printed or spoiled. */
  const acknowledged: bigint[] = [];
  let working = keepers.length;

  const officer = async (at: number) => {
    const roll = dice(given.seed + 7 * at);
    const keeper = keepers[at]!;
    for (let round = 0; round < given.rounds; round++) {
      const serial = FIRST + BigInt(roll(given.blanks));
      const what = roll(100);
      const act = what < 65 ? useUp(serial, what < 45) : what < 82 ? send(at, serial) : receive(at);
      await act.then(
        () => told.done++,
        (fault: { code?: string; message?: string }) => {
          if (given.isCut(fault)) {
            told.cut++;
            return new Promise((resolve) => setTimeout(resolve, 20 + roll(200)));
          }
          if (/^(blank|card)\./.test(fault.code ?? '')) told.refused++;
          else faults.push(`${fault.code ?? ''} ${fault.message ?? ''}`);
          return undefined;
        },
      );
    }
    working--;

    async function useUp(wanted: bigint, prints: boolean): Promise<void> {
      const spans = [{ first: wanted, last: wanted }];
      const from = { store: province, state: 'IN_STOCK' } as const;
      if (prints && given.print) await given.print(keeper, wanted);
      else
        await transact(keeper, (tx) =>
          moveBlanks(tx, keeper, { kind: prints ? 'personalised' : 'spoiled', spans, from }),
        );
      acknowledged.push(wanted);
    }
    async function receive(store: number): Promise<void> {
      const open = await transact(keeper, (tx) => listShipments(tx, stores[store]!, new Date(0)));
      const shipment = open.find(({ state, toStore }) => state === 'sent' && toStore === stores[store]);
      if (!shipment) return;
      const count = { id: shipment.id, counted: shipment.n, sealsWhole: true };
      await transact(keeper, (tx) => countShipment(tx, keeper, count));
    }
  };

  async function send(to: number, serial: bigint): Promise<void> {
    const sender = keepers[1]!;
    if (to < 2) return;
    await transact(sender, (tx) =>
      sendShipment(tx, sender, {
        fromStore: province,
        toStore: stores[to]!,
        spans: [{ first: serial, last: serial }],
        seals: ['SEGEL-CONTOH'],
        carrier: 'KURIR CONTOH',
        expectedOn: '2018-03-04',
      }),
    );
  }

  const killer = async () => {
    while (working > 0 && told.kills < given.kills) {
      await given.kill(told.kills++);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  await Promise.all([...keepers.map((_, at) => officer(at)), killer()]);

  await backAgain(() => transact(clerk, () => Promise.resolve()), given.isCut);
  const books = await transact(clerk, (tx) => readBooks(tx, stores));
  faults.push(...books.faults);
  const lying = [...books.where.keys()].filter((serial) => serial >= Number(FIRST));
  if (lying.length !== given.blanks)
    faults.push(`${lying.length} blanks lie somewhere, ${given.blanks} were delivered`);
  const used = await transact(clerk, listUsed);
  for (const { serial, n } of used) if (n > 1) faults.push(`${serial} was used up ${n} times`);
  const usedUp = new Set(used.map(({ serial }) => BigInt(serial)));
  for (const serial of acknowledged) if (!usedUp.has(serial)) faults.push(`${serial}: acknowledged and not there`);
  if (new Set(acknowledged).size < acknowledged.length) faults.push('one blank was acknowledged to two officers');
  return { ...told, used: acknowledged, faults: faults.slice(0, 20) };
}

/** After the last kill the server may still be mending itself; whoever was cut off just then takes a new line. */
async function backAgain(look: () => Promise<unknown>, cut: (fault: unknown) => boolean): Promise<void> {
  for (let tries = 0; ; tries++) {
    const fault = await look().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (fault === null) return;
    if (tries >= 200 || !cut(fault)) throw fault;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function stockProvince(tx: Tx, { stores, clerk }: LineOfStores, first: bigint, n: bigint): Promise<void> {
  const spans: Span[] = [{ first, last: first + n - 1n }];
  const batch = await givenBatch(tx, first, n);
  const store = stores[1]!;
  await deliverBlanks(tx, clerk, { batch, store, spans });
  await moveBlanks(tx, clerk, { kind: 'counted_in', spans, from: { store, state: 'RECEIVED' } });
}

/** Of each serial, how many movements have printed or spoiled it. */
function listUsed(tx: Tx): Promise<{ serial: string; n: number }[]> {
  return many(
    tx,
    sql<{ serial: string; n: number }>`
      select lower(s.serials)::text as serial, count(*)::int as n from blank.movement_serials s join blank.movement m on m.id = s.movement_id
       where m.kind in (6, 7) and m.from_state = 2 group by s.serials`,
  );
}
