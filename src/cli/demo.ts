/** `npm run demo`: a synthetic nation through every journey that exists, served while it fills. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { systemActor } from '../core/access/index.ts';
import { onRegister, type CommandSpec } from '../core/command.ts';
import { refuseConfig, type Config } from '../core/config/index.ts';
import { clusterFolder, removeData } from '../core/db/embedded/index.ts';
import { parseCivilDate, runningStoryClock, type CivilDate, type RunningStoryClock } from '../core/time/index.ts';
import { recountStatement } from '../insight/statement/index.ts';
import {
  journeys,
  raiseCurtain,
  recallCast,
  openStage,
  storyCalendar,
  STORY_BEGINS,
  STORY_ENDS,
  STORY_TARIFF_FROM,
  type Calendar,
  type Cast,
  type Journey,
  type OpenStage,
} from '../simulation/journey/index.ts';
import { atLeast } from './amount.ts';
import { say, sayCitizen, sayLinks, sayMessages, sayPage, sayPortal, sayStatement, sayStation } from './demo-words.ts';
import { configOf } from './options.ts';
import { pressAgrees, pressCheckLines } from './press-check.ts';
import { progressBar } from './progress.ts';
import { openRegister, type OpenRegister } from './register.ts';
import { openServing } from './serving.ts';
import { listenForStop } from './stop.ts';
import { readStory, writeStory, type Story } from './story.ts';

interface Given {
  readonly residents: number;
  readonly seed: number;
  readonly exit?: true;
  readonly continueTo?: CivilDate;
}

function dayAfterStory(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === null || endOf(day) <= STORY_ENDS)
    throw new InvalidArgumentError('sesudah / after 2018-12-11, YYYY-MM-DD');
  return day;
}

export const demoCommand: CommandSpec = {
  add(program, { print, fails }) {
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
      .addOption(
        new Option(
          '--continue-to <date>',
          'sesudah cerita, teruskan sampai tanggal ini / after the story, play on to this day (YYYY-MM-DD)',
        ).argParser(dayAfterStory),
      )
      .action(async (given: Given, command) => {
        const config = {
          ...configOf(command),
          tariffFrom: STORY_TARIFF_FROM,
          ...(command.opts()['data'] ? {} : { dataDir: join(process.cwd(), 'data/demo') }),
        };
        const explicit = (name: 'residents' | 'seed') => command.getOptionValueSource(name) === 'cli';
        const told = await readStory(config.dataDir);
        const other =
          told && servesAgain(told, given)
            ? (['residents', 'seed'] as const).some((name) => explicit(name) && told[name] !== given[name])
            : false;
        // Neither thrown away nor served as if it were the one that was asked for.
        if (other) command.error(`${hereIs(told!, config)}\n${howToMakeAnother(config)}`, { exitCode: 2 });
        const faults = await demo(config, given);
        for (const fault of faults) say(`Tidak cocok / does not agree: ${fault}`);
        print(command, { ok: faults.length === 0, dataDir: config.dataDir, faults }, () => []);
        if (faults.length > 0) fails();
      });
  },
};

async function demo(config: Config, given: Given): Promise<readonly string[]> {
  const stop = listenForStop();
  let stopping = false;
  void stop.asked.then(() => (stopping = true));
  try {
    const told = await readStory(config.dataDir);
    const again = told !== null && servesAgain(told, given);
    if (again) say(hereIs(told, config));
    else await clearStage(config.dataDir, told);
    await mkdir(config.dataDir, { recursive: true });
    const story: Story = again
      ? told
      : { residents: given.residents, seed: given.seed, complete: false, clockAt: STORY_BEGINS.toISOString() };
    if (!again) await writeStory(config.dataDir, story);
    await (await import('../../web/build.ts')).buildWeb();

    const clock = runningStoryClock(new Date(story.clockAt));
    const register = await openRegister(config, { kind: 'server', name: 'jatidiri demo', clock, onSignal: 'leave' });
    try {
      return await play(register, config, { story, clock, given, stopped: stop.asked, stopping: () => stopping });
    } finally {
      await register.close();
    }
  } finally {
    stop.forget();
  }
}

/** A finished nation is served as it is; with `--exit` it is made and counted anew. */
const servesAgain = (told: Story, given: Given): boolean => told.complete && !given.exit;

function hereIs({ residents, seed }: Story, { dataDir }: Config): string {
  const here = shown(dataDir);
  return (
    `Di ${here} sudah ada peragaan dengan ${new Intl.NumberFormat('id-ID').format(residents)} penduduk, bibit ${seed}.\n` +
    `The nation in ${here} has ${new Intl.NumberFormat('en').format(residents)} residents, seed ${seed}.`
  );
}

/** As a person would name it from where he stands. */
function shown(folder: string): string {
  const near = relative(process.cwd(), folder);
  return near.startsWith('..') ? folder : near;
}

function howToMakeAnother({ dataDir }: Config): string {
  const here = shown(dataDir);
  return (
    `Untuk membuat yang lain pilih folder lain dengan --data, atau hapus ${here} dahulu. Tanpa --residents dan --seed yang ada itu disajikan.\n` +
    `To make another choose another folder with --data, or delete ${here} first. Without --residents and --seed the one that is there is served.`
  );
}

/** An unfinished or other story makes room for a new one; a folder that no story wrote is left alone. */
async function clearStage(dataDir: string, told: Story | null): Promise<void> {
  if (!existsSync(dataDir)) return;
  if (told === null && existsSync(clusterFolder(dataDir)))
    throw refuseConfig('config.not_a_story', { values: { folder: dataDir } });
  if (told !== null) await removeData(dataDir);
}

interface Playing {
  readonly story: Story;
  readonly clock: RunningStoryClock;
  readonly given: Given;
  readonly stopped: Promise<unknown>;
  readonly stopping: () => boolean;
}

async function play(register: OpenRegister, config: Config, playing: Playing): Promise<readonly string[]> {
  const { story, clock, given, stopping } = playing;
  const { house } = register;
  const serving = await openServing(register, config, {
    anyPort: true,
    onFault: (fault) => say(`Pengurut log mulai lagi / the sequencer begins again: ${fault.message}`),
  });
  const keep = (complete: boolean) =>
    writeStory(config.dataDir, { ...story, complete, clockAt: clock.now().toISOString() });
  try {
    const url = serving.url!;
    sayPage(url, config);
    const cast = story.complete ? await recallCast(house.database) : await raiseCurtain(house);
    const told: Telling = { register, cast, password: await sayLinks(register, cast, url), playing };
    const faults: string[] = story.complete ? [] : await tell(told);
    if (stopping()) return [];
    const complete = faults.length === 0;
    await keep(complete);
    if (given.continueTo && complete) faults.push(...(await goOn(told, endOf(given.continueTo))));
    // What was played on stands, wherever it was stopped.
    if (stopping()) {
      await keep(complete);
      return [];
    }
    clock.letRun();
    await sayStatement(register);
    await sayOutcome(told);
    for (const line of await pressCheckLines(register)) say(line);
    await keep(complete);
    if (given.exit) return faults;
    for (const fault of faults) say(`Tidak cocok / does not agree: ${fault}`);
    await sayStation(register, cast);
    await sayCitizen(register, cast, url);
    sayMessages(register.house.folders.messages);
    await sayPortal(register, told.password);
    say(`Siap / ready: ${url}  (Ctrl-C untuk berhenti / to stop)`);
    await playing.stopped;
    await keep(complete);
    return [];
  } finally {
    await serving.close();
  }
}

/** 16.00 WIB of the day: when a statement is read out. */
const endOf = (day: CivilDate): Date => new Date(`${day}T09:00:00Z`);

/** Every journey, then every figure counted another way. Gives what does not hold. */
async function tell(told: Telling): Promise<string[]> {
  const faults = await playThrough(told, STORY_ENDS, 'Cerita 2013-2018 / the story', async ({ journey, stage }) => {
    await journey.run(stage);
  });
  return [...faults, ...(await figuresAgree(told.register)), ...(await pressAgrees(told.register))];
}

/** Plays on after the end, day after day. */
async function goOn(told: Telling, until: Date): Promise<string[]> {
  const from = told.playing.clock.now();
  const faults = await playThrough(told, until, 'Cerita berlanjut / the story goes on', async ({ journey, stage }) => {
    await journey.goOn?.(stage, from, until);
  });
  return [...faults, ...(await figuresAgree(told.register)), ...(await pressAgrees(told.register))];
}

interface Telling {
  readonly register: OpenRegister;
  readonly cast: Cast;
  readonly password: string;
  readonly playing: Playing;
}

type Staged = { readonly journey: Journey; readonly stage: OpenStage };

/** Lets all journeys enter their happenings, plays them in the order of their days, and checks what each says must hold. */
async function playThrough(
  telling: Telling,
  until: Date,
  title: string,
  enter: (staged: Staged) => Promise<void>,
): Promise<string[]> {
  const { playing } = telling;
  const { clock, stopping } = playing;
  const bar = progressBar(title);
  const calendar = storyCalendar(clock);
  let word = '';
  const staged = await stagesOf(telling, calendar, (said) => void (word = said));
  for (const one of staged) await enter(one);
  // Asked to stop, it does not wait for a long happening: what that has not committed is rolled back when the house closes.
  await Promise.race([
    calendar.play(until, { mayEnd: stopping, told: ({ share }) => bar.update(share, word) }),
    playing.stopped,
  ]);
  bar.stop();
  for (const { journey, stage } of staged)
    say(`  ${journey.title.id} / ${journey.title.en}: ${(stage.spentMs() / 1000).toFixed(1)} s`);
  if (stopping()) return [];
  const faults: string[] = [];
  const checking = progressBar('Pemeriksaan / checks');
  for (const { journey, stage } of staged)
    faults.push(...[...stage.faults, ...(await journey.check(stage))].map((fault) => `${journey.name}: ${fault}`));
  checking.stop();
  return faults;
}

async function stagesOf(
  { register: { house }, cast, password, playing }: Telling,
  calendar: Calendar,
  told: (word: string) => void,
): Promise<Staged[]> {
  const { clock, story } = playing;
  const folder = join(house.folders.files, '../story');
  await mkdir(folder, { recursive: true });
  const { database, ground } = house;
  const { residents, seed } = story;
  const given = { database, ground, clock, cast, password, folder, residents, seed, calendar, told };
  return journeys.map((journey) => ({ journey, stage: openStage(given) }));
}

/** Each figure of the statement, counted another way. */
async function figuresAgree({ house }: OpenRegister): Promise<string[]> {
  const differing = await house.database.transact('system', systemActor('demo'), (tx) => recountStatement(tx, {}));
  return differing.map(
    ({ code, measured, recounted }) => `${code}: ${JSON.stringify(measured)} ≠ ${JSON.stringify(recounted)}`,
  );
}

/** What a journey says of how it went, by the register as it is now. */
async function sayOutcome(telling: Telling): Promise<void> {
  for (const { journey, stage } of await stagesOf(telling, storyCalendar(telling.playing.clock), () => {})) {
    const lines = (await journey.tell?.(stage)) ?? [];
    if (lines.length > 0) say(`${journey.title.id} / ${journey.title.en}`);
    for (const line of lines) say(`  ${line}`);
  }
}
