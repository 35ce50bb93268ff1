import { noun, speaksJson, type CommandSpec } from '../../core/command.ts';
import { evaluateFace } from './evaluate-face.ts';
import { humanFaceEncoder } from './face/human.ts';
import { addEvaluateFingerprint } from './finger/evaluate-command.ts';
import { addExtract } from './finger/extract-command.ts';
import { withBar } from './progress.ts';
import { asPercent } from './score/written.ts';

/** `biometric evaluate face | fingerprint`, `biometric extract`: need no register. */
export const biometricCommands: CommandSpec = {
  add(program, context) {
    const { print, fails } = context;
    const biometric = noun(program, 'biometric', 'Mesin biometrik / biometric engine');
    const evaluate = noun(biometric, 'evaluate', 'Ukur galat mesin / measure the engine’s errors');
    addExtract(speaksJson(biometric.command('extract')), context);
    addEvaluateFingerprint(speaksJson(evaluate.command('fingerprint')), context);
    speaksJson(evaluate.command('face'))
      .description('Ukur galat penyandi wajah pada gambar sendiri / error rates of the face encoder on own pictures')
      .argument('<dir>', 'folder gambar / folder of pictures')
      .requiredOption('--pairs <file>', 'CSV berkolom a, b, same / CSV with columns a, b, same')
      .action(async (folder: string, { pairs }: { pairs: string }, command) => {
        const encoder = humanFaceEncoder();
        try {
          const found = await withBar((onProgress) =>
            evaluateFace({ folder, pairs, encoder, onPicture: (done, of) => onProgress('wajah / faces', done, of) }),
          );
          print(command, found, () => [
            `EER ${asPercent(found.eer)}`,
            `FNMR pada / at FMR 1 %: ${asPercent(found.fnmrAtFmr1e2)}`,
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
