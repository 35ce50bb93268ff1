/** `voter verify DIR`: needs no database. */
import { InvalidArgumentError } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { noun, speaksJson, type CommandSpec } from '../../../core/command.ts';
import { readManifest, verifyExtract, type Verified } from './verify.ts';
import { partsOf } from '../extract/parts.ts';
import { refuse } from '../refusals.ts';
import { readPrivateKey } from '../seal/commission-key.ts';
import { readProof, verifyProof, type ProofVerified } from './verify-proof.ts';

interface Given {
  readonly key?: string;
  readonly logKey?: string;
  readonly proof?: string;
  readonly counts?: string;
  readonly roots?: boolean;
}

export const verifyCommands: CommandSpec = {
  add(program, { print, fails }) {
    speaksJson(noun(program, 'voter', 'Pemilih / voters').command('verify'))
      .description(
        'Periksa daftar pemilih yang diterima, atau bukti seorang pemilih / check a list of voters as it was received, or a voter’s proof',
      )
      .argument('[dir]', 'folder daftar / folder of the list')
      .option(
        '--key <file>',
        'kunci privat komisi (PEM): buka dan hitung ulang / the commission’s private key: open and count anew',
      )
      .option(
        '--roots',
        'susun ulang setiap akar dari daunnya, tanpa kunci / make every root again from its leaves, without a key',
      )
      .option('--log-key <file>', 'kunci publik log, dari tempat lain / the log’s public key, from elsewhere')
      .option('--proof <file>', 'bukti seorang pemilih / a voter’s proof')
      .option(
        '--counts <file>',
        'tulis hasil hitung untuk tanda terima / write the count for the acceptance (with --key)',
      )
      .addHelpText('after', HELP)
      .action(async (dir: string | undefined, given: Given, command) => {
        if (dir === undefined && given.proof === undefined)
          throw new InvalidArgumentError('sebut folder atau --proof / name a folder or --proof');
        const logKey = given.logKey === undefined ? undefined : await readFile(given.logKey, 'utf8');
        const done =
          given.proof === undefined
            ? await checkList(dir!, { ...given, logKey })
            : await checkProof(given.proof, { dir, logKey });
        print(command, done, () => asLines(done));
        if (!done.ok) fails();
      });
  },
};

const HELP = `
Tanpa kunci: setiap berkas dibandingkan dengan manifest. Dengan --key: dibuka, setiap baris dihitung, setiap akar disusun ulang.
Without a key: every file is held against the manifest. With --key: opened, every row counted, every root made again.
Kode keluar / exit codes: 0 cocok / holds, 1 tidak cocok / does not hold, 2 salah pakai / wrong use.`;

async function checkList(dir: string, given: Given): Promise<Verified> {
  const key = given.key === undefined ? undefined : readPrivateKey(await readFile(given.key, 'utf8').catch(() => ''));
  if (key === null) throw refuse('voter.verify_key', { values: { file: given.key! } });
  const verified = await verifyExtract({ dir, key, roots: given.roots, logKey: given.logKey });
  if (given.counts !== undefined && key && verified.ok) await writeCounts(dir, given.counts);
  return verified;
}

/** What was counted, as the page of the acceptance takes it; only of a list that was counted and fits. */
async function writeCounts(dir: string, to: string): Promise<void> {
  const { manifest } = await readManifest(dir);
  const lines = partsOf(manifest.files).map(({ part, male, female }) => `${part},${male},${female}`);
  await writeFile(to, ['bagian,laki_laki,perempuan', ...lines, ''].join('\n'));
}

async function checkProof(
  file: string,
  given: { readonly dir: string | undefined; readonly logKey: string | undefined },
): Promise<ProofVerified> {
  const proof = await readProof(file);
  const list = given.dir === undefined ? null : (await readManifest(given.dir)).manifest;
  return verifyProof(proof, { file, list, logKey: given.logKey });
}

function asLines(done: Verified | ProofVerified): string[] {
  const n = (value: number) => value.toLocaleString('id-ID');
  const head =
    'place' in done
      ? [
          `${done.ok ? 'Bukti berlaku' : 'Bukti TIDAK berlaku'} / the proof ${done.ok ? 'holds' : 'does NOT hold'}`,
          `  ${done.place}, ${n(done.index + 1)} / ${n(done.size)}`,
        ]
      : [
          `${done.ok ? 'Daftar utuh' : 'Daftar TIDAK utuh'} / the list is ${done.ok ? 'whole' : 'NOT whole'}`,
          `  pemilih / voters: ${n(done.eligible)}; berkas / files: ${n(done.files)}; ${n(done.bytes)} bita / bytes`,
          `  ${done.opened ? 'dibuka dan dihitung ulang / opened and counted anew' : 'tidak dibuka / not opened'}`,
          `  manifest: ${done.manifestSha256}`,
        ];
  return [
    ...head,
    `  akar / root: ${done.root}`,
    `  log: ${done.checkpoint}`,
    ...done.faults.flatMap(({ id, en }) => [`- ${id}`, `  ${en}`]),
  ];
}
