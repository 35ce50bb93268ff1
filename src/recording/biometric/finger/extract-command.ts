import type { Command } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CommandContext } from '../../../core/command.ts';
import { drawPrint } from './drawing/index.ts';
import { drawn } from './drawn.ts';
import { readMinutiaeRecord } from './minutiae-record.ts';
import { count, resolution } from './options.ts';
import { takeMinutiae } from './take-minutiae.ts';

interface Given {
  readonly out: string;
  readonly svg?: string;
  readonly finger: number;
  readonly dpi?: number;
}

/** `biometric extract IMAGE --out FILE`: needs no register. */
export function addExtract(command: Command, { print }: CommandContext): void {
  command
    .description('Ambil minutiae dari gambar sidik jari / take minutiae from a picture of a fingerprint')
    .argument('<image>', 'PNG, JPEG, TIFF, BMP, PGM, WSQ')
    .requiredOption('--out <file>', 'templat / template, ISO/IEC 19794-2:2005')
    .option('--svg <file>', 'gambar dengan minutiae dan arah garis / a picture with minutiae and orientation')
    .option(
      '--finger <n>',
      'jari / finger: 1 jempol kanan / right thumb .. 10 kelingking kiri / left little',
      count(1, 10),
      1,
    )
    .option(
      '--dpi <n>',
      'resolusi, bila berkas tidak mengatakannya / resolution, where the file does not say',
      resolution,
    )
    .action(async (image: string, given: Given, self: Command) => {
      const { out, svg, finger, dpi } = given;
      const taken = await takeMinutiae(await readFile(image), { dpi, finger });
      await writeFile(out, taken.template);
      const { field, minutiae } = taken.found;
      const { quality } = readMinutiaeRecord(taken.template);
      if (svg !== undefined) await writeFile(svg, drawPrint({ ...(await drawn(taken)), field }, basename(image)));
      const done = { minutiae: minutiae.length, quality, ms: Number(taken.ms.toFixed(1)) };
      print(self, done, () => [
        `${done.minutiae} minutiae, mutu / quality ${quality}, ${done.ms.toLocaleString('id-ID')} ms`,
        `Templat / template: ${out}`,
        ...(svg === undefined ? [] : [`Gambar / picture: ${svg}`]),
      ]);
    });
}
