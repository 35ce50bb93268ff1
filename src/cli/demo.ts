/** `npm run demo`: a synthetic nation through every journey that exists, served while it fills. */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Option } from 'commander';
import { systemActor } from '../core/access/index.ts';
import { onRegister, type CommandSpec } from '../core/command.ts';
import type { Config } from '../core/config/index.ts';
import { runningStoryClock, type RunningStoryClock } from '../core/time/index.ts';
import { readStatement, recountStatement } from '../insight/statement/index.ts';
import {
  journeys,
  raiseCurtain,
  recallCast,
  handOutKeys,
  STORY_BEGINS,
  STORY_ENDS,
  type Cast,
  type Stage,
} from '../simulation/journey/index.ts';
import { atLeast } from './amount.ts';
import { configOf } from './options.ts';
import { progressBar } from './progress.ts';
import { openRegister, type OpenRegister } from './register.ts';
import { openServing } from './serving.ts';
import { statementLines } from './statement-lines.ts';
import { listenForStop } from './stop.ts';
import { readStory, writeStory, type Story } from './story.ts';

interface Given {
  readonly residents: number;
  readonly seed: number;
  readonly exit?: true;
}

export const demoCommand: CommandSpec = {
  add(program, { fails }) {
    onRegister(program.command('demo'))
      .description('Peragaan dengan penduduk buatan / demonstration with a synthetic nation')
      .addOption(
        new Option('--residents <n>', 'jumlah penduduk, paling sedikit 5000 / number of residents, at least 5,000')
          .default(100_000)
          .argParser(atLeast(5_000)),
      )
      .addOption(new Option('--seed <s>', 'bibit acak / seed').default(1).argParser(atLeast(0)))
      .option('--port <port>', 'bawaan 8080, atau yang bebas sesudahnya / default 8080, or the next free one')
      .option(
        '--exit',
        'selesai tanpa menunggu: 0 hanya bila semua hitungan cocok / end without a person: 0 only if all counts agree',
      )
      .action(async (given: Given, command) => {
        const config = {
          ...configOf(command),
          ...(command.opts()['data'] ? {} : { dataDir: join(process.cwd(), 'data/demo') }),
        };
        const faults = await demo(config, given);
        for (const fault of faults) say(`Tidak cocok / does not agree: ${fault}`);
        if (faults.length > 0) fails();
      });
  },
};

async function demo(config: Config, given: Given): Promise<readonly string[]> {
  const stop = listenForStop();
  try {
    const told = await readStory(config.dataDir);
    const again = told?.complete === true && !given.exit;
    if (!again) await clearStage(config.dataDir, told);
    await mkdir(config.dataDir, { recursive: true });
    const story: Story = again
      ? told
      : { residents: given.residents, seed: given.seed, complete: false, clockAt: STORY_BEGINS.toISOString() };
    await writeStory(config.dataDir, story);
    await (await import('../../web/build.ts')).buildWeb();

    const clock = runningStoryClock(new Date(story.clockAt));
    const register = await openRegister(config, { kind: 'server', name: 'jatidiri demo', clock, onSignal: 'leave' });
    try {
      return await play(register, config, { story, clock, given, stopped: stop.asked });
    } finally {
      await register.close();
    }
  } finally {
    stop.forget();
  }
}

/** An unfinished or other story makes room for a new one; a folder that no story wrote is left alone. */
async function clearStage(dataDir: string, told: Story | null): Promise<void> {
  if (!existsSync(dataDir)) return;
  if (told === null && existsSync(join(dataDir, 'postgres')))
    throw new Error(`${dataDir}: bukan data peragaan / not a demo's data`);
  if (told !== null) await rm(dataDir, { recursive: true, force: true });
}

interface Playing {
  readonly story: Story;
  readonly clock: RunningStoryClock;
  readonly given: Given;
  readonly stopped: Promise<unknown>;
}

async function play(register: OpenRegister, config: Config, playing: Playing): Promise<readonly string[]> {
  const { story, clock, given } = playing;
  const { house } = register;
  const serving = await openServing(register, config, {
    anyPort: true,
    onFault: (fault) => say(`Pengurut log mulai lagi / the sequencer begins again: ${fault.message}`),
  });
  try {
    const url = serving.url!;
    say(`Halaman / page: ${url}`);
    const cast = story.complete ? await recallCast(house.database) : await raiseCurtain(house);
    await sayLinks(register, cast, url);
    const faults = story.complete
      ? []
      : await Promise.race([tell(register, cast, playing), playing.stopped.then(() => null)]);
    if (faults === null) return [];
    clock.letRun();
    await sayStatement(register);
    await writeStory(config.dataDir, { ...story, complete: faults.length === 0, clockAt: clock.now().toISOString() });
    if (given.exit) return faults;
    for (const fault of faults) say(`Tidak cocok / does not agree: ${fault}`);
    say(`Siap / ready: ${url}  (Ctrl-C untuk berhenti / to stop)`);
    await playing.stopped;
    await writeStory(config.dataDir, { ...story, complete: faults.length === 0, clockAt: clock.now().toISOString() });
    return [];
  } finally {
    await serving.close();
  }
}

/** Every journey, then every figure counted another way. Gives what does not hold. */
async function tell({ house }: OpenRegister, cast: Cast, { story, clock }: Playing): Promise<string[]> {
  const folder = join(house.folders.files, '../story');
  await mkdir(folder, { recursive: true });
  const faults: string[] = [];
  for (const journey of journeys) {
    const bar = progressBar(`${journey.title.id} / ${journey.title.en}`);
    const stage: Stage = {
      database: house.database,
      ground: house.ground,
      clock,
      cast,
      folder,
      residents: story.residents,
      seed: story.seed,
      act: (actor, work) => house.database.transact('app', actor, work),
      progress: bar.update,
    };
    await journey.run(stage);
    bar.stop();
    faults.push(...(await journey.check(stage)).map((fault) => `${journey.name}: ${fault}`));
  }
  clock.moveTo(STORY_ENDS);
  const differing = await house.database.transact('system', systemActor('demo'), (tx) => recountStatement(tx, {}));
  return [
    ...faults,
    ...differing.map(
      ({ code, measured, recounted }) =>
        `${code}: ${measured.numerator}/${measured.denominator} ≠ ${recounted.numerator}/${recounted.denominator}`,
    ),
  ];
}

async function sayLinks({ house }: OpenRegister, cast: Cast, url: string): Promise<void> {
  const { links, password } = await handOutKeys(house.database, cast, url);
  say('Tautan masuk, masing-masing sekali pakai / sign-in links, each works once:');
  for (const { role, office, link } of links) say(`  ${role.padEnd(17)} ${link}  ${office}`);
  say(`Kata sandi semua petugas contoh, untuk menyetujui / password of all of them, for approvals: ${password}`);
}

async function sayStatement({ house }: OpenRegister): Promise<void> {
  const statement = await house.database.transact('system', systemActor('demo'), (tx) => readStatement(tx, {}));
  for (const line of statementLines(house.speaker, statement)) say(line);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
