import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

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
