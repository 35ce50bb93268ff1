import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runningStoryClock, type Clock } from '../core/time/index.ts';

const storyShape = z.object({ residents: z.number(), seed: z.number(), complete: z.boolean(), clockAt: z.string() });
/** What the demo's folder says of itself: its presence marks simulated data, on which tampering may be tried. */
export type Story = z.output<typeof storyShape>;

const pathOf = (dataDir: string) => join(dataDir, 'story.json');

/** The story of a data folder, or `null` where none was told. */
export async function readStory(dataDir: string): Promise<Story | null> {
  const text = await readFile(pathOf(dataDir), 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  });
  return text === null ? null : storyShape.parse(JSON.parse(text));
}

export async function writeStory(dataDir: string, story: Story): Promise<void> {
  const aside = `${pathOf(dataDir)}.writing`;
  await writeFile(aside, `${JSON.stringify(story)}\n`);
  await rename(aside, pathOf(dataDir));
}

/**
 * The clock by which a command joins a story: where the story stands still, that instant; where its server runs, as much
 * later as has passed since the server wrote it down. `null` where there is no story.
 */
export async function clockOfStory(dataDir: string, given: { running: boolean }): Promise<Clock | null> {
  const story = await readStory(dataDir);
  if (!story) return null;
  const { mtimeMs } = await stat(pathOf(dataDir));
  const since = given.running && story.complete ? Date.now() - mtimeMs : 0;
  const clock = runningStoryClock(new Date(Date.parse(story.clockAt) + since));
  if (given.running) clock.letRun();
  return clock;
}
