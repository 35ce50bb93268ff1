/** `blank receive | ship | count | trace | balance`: as on the screens, by an officer who signs in. */
import { InvalidArgumentError, type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { may, type Actor } from '../../core/access/index.ts';
import { noun, onRegister, type CommandContext, type CommandSpec } from '../../core/command.ts';
import type { Tx } from '../../core/db/index.ts';
import { readTable } from '../../core/table/index.ts';
import { parseCivilDate } from '../../core/time/index.ts';
import { asOfficer, askPassword } from '../../register/officer/index.ts';
import { receiveDelivery, takeManifest } from './delivery/deliver.ts';
import { manifestLines } from './delivery/manifest.ts';
import { difference, type Span } from './rules.ts';
import type { Traced } from './schema.ts';
import { countShipment } from './shipment/receive.ts';
import { sendShipment } from './shipment/send.ts';
import { balanceIn, plain } from './stock/view.ts';
import { countDelivery, countStock } from './tally/count.ts';
import { traceBlank } from './trace/trace.ts';

interface As {
  readonly as: string;
}

export const blankCommands: CommandSpec = {
  add(program, context) {
    const blanks = noun(program, 'blank', 'Blangko / blanks');
    const command = (name: string, text: string) =>
      onRegister(blanks.command(name))
        .description(text)
        .requiredOption('--as <officer>', 'nama pengguna petugas / user name of the officer who acts');
    addReceive(command('receive', 'Catat kiriman pemasok / record a delivery by the supplier'), context);
    addShip(command('ship', 'Kirim blangko ke gudang berikutnya / send blanks to the next store'), context);
    addCount(command('count', 'Catat hitungan / enter a count'), context);
    addTrace(command('trace', 'Telusuri satu blangko / trace a blank'), context);
    addBalance(command('balance', 'Saldo gudang / balance of stores'), context);
  },
};

function addReceive(command: Command, { withRegister, print }: CommandContext): void {
  interface Given extends As {
    number: string;
    supplier: string;
    contract: string;
    deliveredOn: string;
    store: string;
    serials: Span[];
    manifest?: string;
  }
  command
    .requiredOption('--number <text>', 'nomor kiriman / number of the delivery')
    .requiredOption('--supplier <name>', 'pemasok / supplier')
    .requiredOption('--contract <text>', 'nomor kontrak / number of the contract')
    .requiredOption('--delivered-on <date>', 'tanggal tiba / day of arrival (YYYY-MM-DD)', dayArgument)
    .requiredOption('--store <id>', 'gudang pusat / store of the centre')
    .requiredOption('--serials <spans>', 'awal-akhir,awal-akhir / first-last,first-last', spansArgument)
    .option('--manifest <file>', 'daftar serial,uid (CSV, XLSX, ODS) / list of chip UIDs')
    .action(async (given: Given, self: Command) => {
      const done = await acting(withRegister, self, given, 'blank.deliver', async (tx, actor) => {
        const { number, supplier, contract: contractNo, deliveredOn, store: storeId, serials: spans } = given;
        const delivery = { number, supplier, contractNo, deliveredOn, storeId, spans, boxes: [] };
        const { id, n } = await receiveDelivery(tx, actor, delivery);
        if (!given.manifest) return { id, n: Number(n), uids: 0 };
        const table = await readTable({ name: basename(given.manifest), bytes: await readFile(given.manifest) });
        const { uids } = await takeManifest(tx, actor, { batchId: id, lines: manifestLines(table) });
        return { id, n: Number(n), uids: Number(uids) };
      });
      print(self, done, () => [
        `${many(done.n)} keping dicatat, ${many(done.uids)} UID / pieces recorded, UIDs`,
        `menunggu dihitung petugas lain / another officer counts it: jatidiri blank count --delivery ${done.id}`,
      ]);
    });
}

function addShip(command: Command, { withRegister, print }: CommandContext): void {
  interface Given extends As {
    from: string;
    to: string;
    serials: Span[];
    seal: string[];
    carrier: string;
    expectedOn: string;
  }
  command
    .requiredOption('--from <id>', 'gudang asal / store of departure')
    .requiredOption('--to <id>', 'gudang tujuan / store of arrival')
    .requiredOption('--serials <spans>', 'awal-akhir,awal-akhir / first-last,first-last', spansArgument)
    .requiredOption('--seal <number...>', 'nomor segel / seals')
    .requiredOption('--carrier <name>', 'pembawa / carrier')
    .requiredOption('--expected-on <date>', 'perkiraan tiba / expected on (YYYY-MM-DD)', dayArgument)
    .action(async (given: Given, self: Command) => {
      const done = await acting(withRegister, self, given, 'blank.keep', (tx, actor) =>
        sendShipment(tx, actor, {
          fromStore: given.from,
          toStore: given.to,
          spans: given.serials,
          seals: given.seal,
          carrier: given.carrier,
          expectedOn: given.expectedOn,
        }),
      );
      print(self, done, () => [`Terkirim / sent: ${done.number}`]);
    });
}

function addCount(command: Command, { withRegister, print, fails }: CommandContext): void {
  interface Given extends As {
    pieces: bigint;
    shipment?: string;
    delivery?: string;
    store?: string;
    sealsBroken?: boolean;
  }
  command
    .requiredOption('--pieces <n>', 'jumlah keping yang dihitung / pieces counted', countArgument)
    .option('--shipment <id>', 'pengiriman yang tiba / a shipment that has arrived')
    .option('--delivery <id>', 'kiriman pemasok / a delivery')
    .option('--store <id>', 'opname gudang / stock-take of a store')
    .option('--seals-broken', 'ada segel yang rusak / a seal is broken')
    .action(async (given: Given, self: Command) => {
      const { shipment, delivery, store, pieces: counted } = given;
      if ([shipment, delivery, store].filter(Boolean).length !== 1)
        self.error('pilih satu: --shipment, --delivery, atau --store / choose one of them', { exitCode: 2 });
      const done = await acting(withRegister, self, given, store ? 'blank.count' : 'blank.keep', async (tx, actor) => {
        if (shipment) {
          const count = await countShipment(tx, actor, { id: shipment, counted, sealsWhole: !given.sealsBroken });
          return { agrees: count.agrees, expected: Number(count.sent), counted: Number(counted) };
        }
        const count = delivery
          ? await countDelivery(tx, actor, { batchId: delivery, counted })
          : await countStock(tx, actor, { storeId: store!, counted });
        return { agrees: count.agrees, expected: Number(count.expected), counted: Number(counted) };
      });
      print(self, done, () => [
        done.agrees
          ? `Cocok: ${many(done.counted)} keping / agrees`
          : `Jumlah tidak cocok: seharusnya ${many(done.expected)}, dihitung ${many(done.counted)} / does not agree`,
      ]);
      if (!done.agrees) fails();
    });
}

function addTrace(command: Command, { withRegister, print }: CommandContext): void {
  command
    .argument('<serial-or-uid>', 'nomor seri, atau UID cip 14 angka heksadesimal / serial or chip UID')
    .action(async (what: string, given: As, self: Command) => {
      const traced = await acting(withRegister, self, given, 'blank.trace', (tx, actor) =>
        traceBlank(tx, actor, { what }),
      );
      print(self, traced, () => traceLines(traced));
    });
}

function traceLines({ serial, uid, batch, box, now, custody }: Traced): string[] {
  return [
    `Nomor seri ${serial}${uid ? `, UID ${uid}` : ''}`,
    `Kiriman / delivery ${batch.number}, ${batch.supplier}, ${batch.contractNo}, ${batch.deliveredOn}`,
    ...(box ? [`Boks / box ${box.code}: ${box.first}-${box.last}`] : []),
    ...custody.map(
      ({ store, office, from, until, keepers }) =>
        `  ${from.slice(0, 16)} - ${until?.slice(0, 16) ?? 'sekarang / now'}  ${store}, ${office}: ${keepers.map(({ name }) => name).join(', ')}`,
    ),
    `Sekarang / now: ${now.state} di ${now.store}, ${now.office}${now.keeper ? ` (${now.keeper})` : ''}${now.frozen ? ', DIBEKUKAN / FROZEN' : ''}`,
  ];
}

function addBalance(command: Command, { withRegister, print, fails }: CommandContext): void {
  command
    .option('--region <code>', 'wilayah, bawaan: wilayah petugas / region, default: the officer’s own')
    .action(async (given: As & { region?: string }, self: Command) => {
      const sums = await acting(withRegister, self, given, 'blank.read', (tx, actor) =>
        balanceIn(tx, actor, { region: given.region }),
      );
      const balance = plain(sums);
      const left = Number(difference(sums));
      print(self, { ...balance, difference: left }, () => [
        ...Object.entries(balance).map(([name, n]) => `  ${name.padEnd(14)} ${many(n).padStart(15)}`),
        `  ${'difference'.padEnd(14)} ${many(left).padStart(15)}`,
      ]);
      if (left !== 0) fails();
    });
}

async function acting<Result>(
  withRegister: CommandContext['withRegister'],
  command: Command,
  given: As,
  scope: string,
  work: (tx: Tx, actor: Actor) => Promise<Result>,
): Promise<Result> {
  const name = `jatidiri blank ${command.name()}`;
  const who = {
    username: given.as,
    password: await askPassword(),
    purpose: 'service',
    command: name,
    access: may(scope),
  };
  return withRegister(command, (register) => asOfficer(register, who, work));
}

const many = (n: number) => n.toLocaleString('id-ID');

function spansArgument(text: string): Span[] {
  return text.split(',').map((part) => {
    const match = /^\s*([0-9]{1,18})(?:\s*-\s*([0-9]{1,18}))?\s*$/.exec(part);
    if (!match) throw new InvalidArgumentError('awal-akhir, dipisah koma / first-last, separated by commas');
    const first = BigInt(match[1]!);
    const last = BigInt(match[2] ?? match[1]!);
    if (last < first) throw new InvalidArgumentError('nomor akhir lebih kecil / the last is smaller than the first');
    return { first, last };
  });
}

function countArgument(text: string): bigint {
  if (!/^[0-9]{1,10}$/.test(text)) throw new InvalidArgumentError('bilangan bulat / a whole number');
  return BigInt(text);
}

function dayArgument(text: string): string {
  const day = parseCivilDate(text);
  if (day === null) throw new InvalidArgumentError('YYYY-MM-DD');
  return day;
}
