import { Presets, SingleBar } from 'cli-progress';

export type OnProgress = (word: string, done: number, of: number) => void;

/** A bar where somebody looks at it, else nothing; it begins anew with each word. */
export async function withBar<Result>(work: (onProgress: OnProgress) => Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY) return work(() => {});
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} {word}', stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(1, 0, { word: '' });
  try {
    return await work((word, done, of) => {
      bar.setTotal(of);
      bar.update(done, { word });
    });
  } finally {
    bar.stop();
  }
}
