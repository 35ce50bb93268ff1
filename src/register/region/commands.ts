import { readFile } from 'node:fs/promises';
import { systemActor } from '../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../core/command.ts';
import { importMap } from './import-map.ts';
import { refuse } from './refusals.ts';

// A nation's boundaries, simplified for the screen, take some hundred kilobytes; a gigabyte is a mistake.
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * `map import FILE`, as the system: boundaries are reference data about no person, loaded by whoever runs the register (as `resident
 * import` is), before there need be an officer. Refused shapes are listed and leave the exit code 0, a file that cannot be
 * read does not.
 */
export const mapCommands: CommandSpec = {
  add(program, { withRegister, print }) {
    onRegister(noun(program, 'map', 'Batas wilayah / boundaries').command('import'))
      .description('Simpan batas wilayah dari TopoJSON / store boundaries from TopoJSON (property "code")')
      .argument('<file>', 'berkas TopoJSON / TopoJSON file')
      .action(async (file: string, _options, command) => {
        const text = await readMap(file);
        await withRegister(command, async ({ database, speaker }) => {
          const operator = systemActor('map import');
          const result = await database.transact('system', operator, (tx) => importMap(tx, operator, text));
          const { read, matched, refused, faults } = result;
          print(command, result, () => [
            speaker.say('id', 'region.map.imported', { read, matched, refused }),
            speaker.say('en', 'region.map.imported', { read, matched, refused }),
            ...faults.map(({ code, fault }) => {
              const key = `region.map.${fault}`;
              return `  ${code ?? '-'}: ${speaker.say('id', key)} / ${speaker.say('en', key)}`;
            }),
          ]);
        });
      });
  },
};

async function readMap(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw refuse('region.map_unreadable', { values: { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' } });
  });
  if (bytes.length > MOST_BYTES) throw refuse('region.map_unreadable', { values: { reason: '> 64 MB' } });
  return bytes.toString('utf8');
}
