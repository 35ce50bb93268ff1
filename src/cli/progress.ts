import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `share` 0 to 1. */
  readonly update: (share: number, word: string) => void;
  stop(): void;
}

/** A bar on a terminal; elsewhere one line at the beginning and one at the end. */
export function progressBar(title: string): Progress {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  if (!process.stderr.isTTY) {
    process.stderr.write(`${title} ...\n`);
    return { update: () => {}, stop: () => process.stderr.write(`${title}: ${seconds()} s\n`) };
  }
  const bar = new SingleBar(
    { format: `{bar} {percentage} % ${title} {word}`, stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(1, 0, { word: '' });
  return {
    update: (share, word) => bar.update(Math.min(1, share), { word }),
    stop() {
      bar.update(1, { word: `${seconds()} s` });
      bar.stop();
    },
  };
}
