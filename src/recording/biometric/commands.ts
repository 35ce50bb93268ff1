import { noun, speaksJson, type CommandSpec } from '../../core/command.ts';
import { evaluateFace } from './evaluate-face.ts';
import { humanFaceEncoder } from './face/human.ts';

/** `biometric evaluate face DIR --pairs FILE.csv`: needs no register. */
export const biometricCommands: CommandSpec = {
  add(program, { print, fails }) {
    const biometric = noun(program, 'biometric', 'Mesin biometrik / biometric engine');
    const evaluate = noun(biometric, 'evaluate', 'Ukur galat mesin / measure the engine’s errors');
    speaksJson(evaluate.command('face'))
      .description('Ukur galat penyandi wajah pada gambar sendiri / error rates of the face encoder on own pictures')
      .argument('<dir>', 'folder gambar / folder of pictures')
      .requiredOption('--pairs <file>', 'CSV berkolom a, b, same / CSV with columns a, b, same')
      .action(async (folder: string, { pairs }: { pairs: string }, command) => {
        const encoder = humanFaceEncoder();
        try {
          const onPicture = process.stderr.isTTY ? progress : undefined;
          const found = await evaluateFace({ folder, pairs, encoder, onPicture });
          print(command, found, () => [
            `EER ${percent(found.eer)}`,
            `FNMR pada / at FMR 1 %: ${percent(found.fnmrAtFmr1e2)}`,
            `Waktu per gambar / time per picture: ${found.encodeMs} ms`,
            `Tanpa wajah / without a face: ${found.failedToDetect}`,
          ]);
          if (found.eer === null) fails();
        } finally {
          await encoder.close();
        }
      });
  },
};

function progress(done: number, of: number): void {
  process.stderr.write(`\r${done}/${of}${done === of ? '\n' : ''}`);
}

function percent(rate: number | null): string {
  if (rate === null) return 'tidak terukur / not measured';
  return `${(100 * rate).toLocaleString('id-ID', { maximumFractionDigits: 2 })} %`;
}
