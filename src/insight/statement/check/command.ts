/** `statement check FILE`: a press text held against the register; hung under the `statement` command. */
import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { systemActor } from '../../../core/access/index.ts';
import { onRegister, type CommandContext } from '../../../core/command.ts';
import type { Speaker } from '../../../core/text/index.ts';
import { refuse } from '../refusals.ts';
import { checkText } from './check.ts';
import { LONGEST_TEXT, type CheckedText } from './schema.ts';

/** A letter takes four bytes at most. */
const MOST_BYTES = LONGEST_TEXT * 4;

/** Ends with 1 when something in the text is contradicted. */
export function addCheckCommand(statement: Command, { withRegister, print, fails }: CommandContext): void {
  onRegister(statement.command('check').argument('<file>', 'teks siaran pers, UTF-8 / press text'))
    .description('Periksa siaran pers terhadap register / hold a press text against the register')
    .option('--as-of <date>', 'hari teks itu, YYYY-MM-DD / the day of the text')
    .option('--lang <language>', 'id atau en, bahasa penjelasan / language of the reasons', 'id')
    .action(async (file: string, _given, command: Command) => {
      const { size } = await stat(file);
      if (size > MOST_BYTES) throw refuse('statement.text_too_long', { values: { most: LONGEST_TEXT, has: size } });
      const text = await readFile(file, 'utf8');
      const options = command.optsWithGlobals<{ asOf?: string; lang?: string }>();
      const language = options.lang === 'en' ? 'en' : 'id';
      await withRegister(
        command,
        async ({ database, speaker }) => {
          const checked = await database.transact('system', systemActor('statement'), (tx) =>
            checkText(tx, { text, language, asOf: options.asOf }),
          );
          const claims = checked.claims.map((claim) => ({ ...claim, why: whyAndWhere(speaker, language, claim) }));
          print(command, { ...checked, claims }, () => checkedLines(speaker, checked, language));
          if (checked.claims.some(({ verdict }) => verdict === 'contradicted')) fails();
        },
        { existing: true },
      );
    });
}

function whyAndWhere(speaker: Speaker, language: 'id' | 'en', { why, opens }: CheckedText['claims'][number]): string {
  return opens === null ? why : `${why} ${speaker.say(language, 'statement.opens', { path: opens })}`;
}

/** For a terminal: the claim, what is true of it, why. */
export function checkedLines(speaker: Speaker, { claims }: CheckedText, language: 'id' | 'en'): string[] {
  return claims.flatMap((claim) => [
    `"${claim.text}"`,
    `  ${speaker.say(language, `statement.verdict.${claim.verdict}`)}: ${whyAndWhere(speaker, language, claim)}`,
  ]);
}
