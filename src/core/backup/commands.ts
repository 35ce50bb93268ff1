import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { configOf, noun, onRegister, speaksJson, type CommandContext, type CommandSpec } from '../command.ts';
import { makeIdentity, parseIdentities, parseRecipient, type Identity, type Recipient } from './age.ts';
import { archiveOnAndOn, archiveOnce, type Archived } from './archive.ts';
import { createBackup } from './create.ts';
import { bytesOf, listBackups } from './list.ts';
import type { Backup } from './places.ts';
import { restoreBackup } from './restore.ts';
import { verifyBackup } from './verify.ts';

/** `backup create | archive | restore | verify | list | key`. */
export const backupCommands: CommandSpec = {
  add(program, context) {
    const backup = noun(program, 'backup', 'Cadangan dan pemulihan / backups and restores');
    addCreate(backup, context);
    addArchive(backup, context);
    addRestore(backup, context);
    addVerify(backup, context);
    addList(backup, context);
    addKey(backup, context);
  },
};

function addCreate(backup: Command, { print, fails }: CommandContext): void {
  const create = onRegister(backup.command('create'))
    .description('Buat cadangan tanpa menghentikan apa pun / make a backup without stopping anything')
    .argument('<dir>', 'folder cadangan / folder of backups')
    .option('--without-database', 'basis data dicadangkan alat lain / another tool backs the database up');
  toWhom(create).action(async (dir: string, options: Target & { withoutDatabase?: boolean }, command) => {
    const config = configOf(command);
    const made = await createBackup({ config, dir, ...(await targetOptions(options)) });
    // Without a database it is only half of what is needed, unless the operator has said that he knows.
    const whole = made.manifest.database !== null || options.withoutDatabase === true;
    print(command, { ok: whole, ...described(made) }, () => [
      ...linesOf(made),
      ...(made.manifest.database === null ? ELSEWHERE : []),
      ...(made.manifest.encryptedTo.length === 0 ? OPEN : []),
    ]);
    if (!whole) fails();
  });
}

const ELSEWHERE = [
  'Basis data TIDAK ikut: cadangkan dengan pgBackRest (stanza, full + WAL), archive_timeout = 30; lalu tambahkan --without-database.',
  'The database is NOT in it: back it up with pgBackRest (a stanza, full + WAL), archive_timeout = 30; then add --without-database.',
];

const OPEN = [
  'Tidak terenkripsi: siapa pun yang memegang folder ini dapat membacanya. Buat kunci dengan "backup key", lalu pakai --recipient.',
  'Not encrypted: whoever holds this folder can read it. Make a key with "backup key", then use --recipient.',
];

function addArchive(backup: Command, { print }: CommandContext): void {
  const command = onRegister(backup.command('archive'))
    .description(
      'Teruskan cadangan terbaru sampai saat ini, sekali atau terus-menerus / bring the newest backup up to now, once or on and on',
    )
    .argument('<dir>', 'folder cadangan / folder of backups')
    .option('--every <seconds>', 'ulangi tiap sekian detik / repeat every so many seconds', seconds);
  toWhom(command).action(async (dir: string, options: Target & { every?: number }, called: Command) => {
    const asked = { config: configOf(called), dir, ...(await targetOptions(options)) };
    const told = (round: Archived) => print(called, roundDocument(round), () => roundLines(round));
    if (options.every === undefined) {
      told(await archiveOnce(asked));
      return;
    }
    const stopping = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
    await archiveOnAndOn({
      ...asked,
      everyMs: options.every * 1000,
      stopping: stopping.signal,
      onRound: (round) => {
        if (round.did !== 'idle') told(round);
      },
      onFault: (fault) => process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`),
    });
  });
}

const DID = {
  begun: 'cadangan baru / new backup',
  added: 'diteruskan sampai / brought up to',
  idle: 'tidak ada yang baru sejak / nothing new since',
} satisfies Record<Archived['did'], string>;

function roundDocument({ backup, did }: Archived) {
  return { ok: true, did, ...described(backup) };
}

function roundLines({ backup, did }: Archived): string[] {
  const last = backup.points.at(-1)!;
  return [`${backup.manifest.name}: ${DID[did]} ${last.at}`];
}

function addRestore(backup: Command, { print }: CommandContext): void {
  const restore = speaksJson(backup.command('restore'))
    .description('Pulihkan ke folder data yang kosong / restore into an empty data folder')
    .argument('<dir>', 'folder cadangan, atau satu cadangan di dalamnya / folder of backups, or one backup in it')
    .option('--data <dir>', 'folder data yang kosong, bawaan ./data/main / empty data folder')
    .option('--tombstones <file>', 'daftar yang dihapus / list of who was erased', collect);
  fromWhom(restore).action(async (dir: string, options: Source & { tombstones?: string[] }, command) => {
    const { identity, tombstones = [], ...rest } = options;
    const identities = await identitiesIn(identity);
    const done = await restoreBackup({ ...rest, tombstones, config: configOf(command), dir, identities });
    print(command, { ok: true, ...done }, () => [
      `Dipulihkan ke / restored to ${done.dataDir}: ${done.backup}, ${done.at}`,
      `  ${done.size} catatan log / ledger entries`,
      done.tombstoneLists.length > 0
        ? `  penghapusan diterapkan dari / erasures applied from: ${done.tombstoneLists.join(', ')}`
        : '  tidak ada daftar penghapusan di luar; pakai --tombstones bila ada / no list of erasures outside; use --tombstones if there is one',
      ...(done.ledgerGoesOn ? [] : STANDS_STILL),
      'Periksa cadangan dengan / check the backup with: jatidiri backup verify',
    ]);
  });
}

const STANDS_STILL = [
  '  Ada catatan yang pernah ditandatangani sesudah saat ini: register dapat dibaca, log tidak diteruskan.',
  '  Entries after this instant had been signed: the register can be read, its ledger does not go on.',
  '  Bila folder ledger yang terakhir masih ada / if the last ledger folder is still there: jatidiri ledger resume',
  '  Bila tidak / if it is not: jatidiri ledger begin',
];

function addVerify(backup: Command, { print, fails }: CommandContext): void {
  const verify = speaksJson(backup.command('verify'))
    .description(
      'Uji cadangan: pulihkan di tempat sementara, hitung ulang log, bandingkan dengan titik periksa di luar / prove a backup: restore it aside, compute the ledger anew, compare with a checkpoint outside',
    )
    .argument('<dir>', 'folder cadangan, atau satu cadangan di dalamnya / folder of backups, or one backup in it')
    .option(
      '--data <dir>',
      'folder data register, untuk checkpoint luarnya / data folder of the register, for its witness',
    )
    .option('--against <file>', 'checkpoint yang disimpan di luar / checkpoint kept outside', collect)
    .option('--scratch <dir>', 'tempat sementara / place for the trial');
  fromWhom(verify).action(async (dir: string, options: Source & { against?: string[]; scratch?: string }, command) => {
    const { identity, against = [], ...rest } = options;
    const identities = await identitiesIn(identity);
    const found = await verifyBackup({ ...rest, against, config: configOf(command), dir, identities });
    print(command, found, () => [
      found.ok
        ? `Cadangan ini sah / this backup holds: ${found.backup}, ${found.at}`
        : `Cadangan ini TIDAK terbukti / this backup does NOT hold: ${found.backup ?? dir}`,
      `  catatan / entries: ${found.size}; checkpoint: ${found.checkpointSize ?? '-'}; ${found.seconds} s`,
      `  root: ${found.root ?? '-'}`,
      ...(found.found ? [`  ${found.found.code}: ${found.found.detail}`] : []),
      ...(found.matchesCheckpoint === null && found.root !== null ? NO_CHECKPOINT : []),
    ]);
    if (!found.ok) fails();
  });
}

const NO_CHECKPOINT = [
  '  Tidak ada checkpoint dari luar untuk dibandingkan; berikan dengan --against.',
  '  No checkpoint from outside to compare with; give one with --against.',
];

function addList(backup: Command, { print }: CommandContext): void {
  speaksJson(backup.command('list'))
    .description('Daftar cadangan / list backups')
    .argument('<dir>', 'folder cadangan / folder of backups')
    .action(async (dir: string, _options, command) => {
      const backups = await listBackups(dir);
      print(command, { backups }, () =>
        backups.map(({ name, until, bytes, verified, readable }) => {
          const proof = verified
            ? `${verified.ok ? 'sah / holds' : 'TIDAK SAH / BAD'} ${verified.at.toISOString()}`
            : '-';
          return `${name}  s.d. / until ${until?.toISOString() ?? '-'}  ${inMb(bytes)}  ${readable ? proof : 'rusak / damaged'}`;
        }),
      );
    });
}

function addKey(backup: Command, { print }: CommandContext): void {
  speaksJson(backup.command('key'))
    .description(
      'Buat sepasang kunci cadangan; kunci rahasianya disimpan di luar jaringan / make a pair of keys for backups; the secret one is kept off line',
    )
    .argument('<file>', 'berkas baru untuk kunci rahasia / new file for the secret key')
    .action((file: string, _options, command) => {
      const { identity, recipient } = makeIdentity();
      writeFileSync(file, `# ${recipient}\n${identity}\n`, { flag: 'wx', mode: 0o600 });
      print(command, { recipient, file }, () => [recipient]);
    });
}

interface Target {
  readonly vaultDir?: string;
  readonly recipient?: string[];
}

interface Source {
  readonly vaultDir?: string;
  readonly identity?: string[];
  readonly to?: Date;
}

function toWhom(command: Command): Command {
  return command
    .option('--vault-dir <dir>', 'tempat salinan kunci, bawaan DIR/vault-apart / where the copy of the keys goes')
    .option('--recipient <key>', 'enkripsi untuk kunci age1... / encrypt to this key, or a file of keys', collect);
}

function fromWhom(command: Command): Command {
  return command
    .option('--to <instant>', 'saat yang dipulihkan / the instant to bring back, ISO 8601', instant)
    .option('--vault-dir <dir>', 'tempat salinan kunci / where the copy of the keys lies')
    .option('--identity <file>', 'berkas kunci rahasia / file with the secret key', collect);
}

async function targetOptions({
  vaultDir,
  recipient = [],
}: Target): Promise<{ vaultDir?: string; recipients: Recipient[] }> {
  const texts = await Promise.all(recipient.map(async (each) => (existsSync(each) ? readFile(each, 'utf8') : each)));
  const lines = texts.flatMap((text) => text.split('\n').map((line) => line.trim()));
  const recipients = lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseRecipient);
  return vaultDir === undefined ? { recipients } : { vaultDir, recipients };
}

async function identitiesIn(files: readonly string[] = []): Promise<Identity[]> {
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).flatMap(parseIdentities);
}

function described(backup: Backup) {
  const { manifest, points, folder } = backup;
  const last = points.at(-1)!;
  return {
    backup: manifest.name,
    folder,
    at: last.at,
    size: last.size,
    signed: last.signed,
    files: points.reduce((sum, point) => sum + point.files.count, 0),
    bytes: bytesOf(backup),
    database: manifest.database === null ? 'elsewhere' : 'copied',
    encrypted: manifest.encryptedTo.length > 0,
  };
}

function linesOf(backup: Backup): string[] {
  const { folder, at, size, files, bytes } = described(backup);
  return [
    `Cadangan / backup: ${folder}`,
    `  ${at}; ${size} catatan log / ledger entries; ${files} berkas / files; ${inMb(bytes)}`,
  ];
}

function inMb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function instant(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime()) || !/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    throw new InvalidArgumentError('2026-11-23T23:45:00+07:00');
  }
  return date;
}

function seconds(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 3600) throw new InvalidArgumentError('1-3600');
  return count;
}
