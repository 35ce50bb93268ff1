// The thread that sets pages: Typst with our own fonts only, rooted at `src/`, no packages, no network.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Answer } from './crew.ts';

const FONTS = [
  '400Regular/NotoSans_400Regular.ttf',
  '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  '600SemiBold/NotoSans_600SemiBold.ttf',
  '700Bold/NotoSans_700Bold.ttf',
];

const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('../../', import.meta.url)),
  fontArgs: [
    {
      fontBlobs: FONTS.map((font) =>
        readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/noto-sans/${font}`))),
      ),
    },
  ],
});

parentPort!.on('message', ({ source, inputs }: { source: string; inputs: Record<string, string> }) => {
  parentPort!.postMessage(set(source, inputs));
});

function set(source: string, inputs: Record<string, string>): Answer {
  try {
    const result = compiler.compile({ mainFilePath: fileURLToPath(source), inputs });
    const error = result.takeError();
    if (error) return { fault: JSON.stringify(compiler.fetchDiagnostics(error)) };
    // Archived for decades: PDF/A-2b (ISO 19005-2) embeds all that a reader needs.
    return { pdf: compiler.pdf(result.result!, { pdfStandard: 'a-2b' }) };
  } catch (fault) {
    return { fault: String(fault) };
  } finally {
    // Memoised layouts of other people's papers must not pile up.
    compiler.evictCache(2);
  }
}
