import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { mapCommands } from './commands.ts';

const given = await givenHouse();
const folder = mkdtempSync(join(tmpdir(), 'jatidiri-map-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(text: string | null): Promise<{ document?: unknown; lines?: readonly string[] }> {
  const file = join(folder, 'map.json');
  if (text === null) rmSync(file, { force: true });
  else writeFileSync(file, text);
  const result: { document?: unknown; lines?: readonly string[] } = {};
  const program = new Command().exitOverride();
  mapCommands.add(program, {
    withRegister: (_command, work) => work(given.house),
    print(_command, document, lines) {
      result.document = document;
      result.lines = lines();
    },
    fails() {
      throw new Error('refused shapes do not fail the command');
    },
  });
  await program.parseAsync(['map', 'import', file], { from: 'user' });
  return result;
}

const square = [
  [95, 1],
  [96, 1],
  [96, 2],
  [95, 1],
];
const map = (...codes: string[]) =>
  JSON.stringify({
    type: 'Topology',
    arcs: [square],
    objects: {
      any: {
        type: 'GeometryCollection',
        geometries: codes.map((code) => ({ type: 'Polygon', arcs: [[0]], properties: { code } })),
      },
    },
  });

test('a map is imported, and what was refused is said shape by shape in both languages', async () => {
  const { document, lines } = await run(map('11', '12.01', '99'));
  expect(document).toMatchObject({ read: 3, matched: 2, refused: 1 });
  expect(lines?.[0]).toContain('2 batas wilayah disimpan');
  expect(lines?.[1]).toContain('2 boundaries stored');
  expect(lines?.[2]).toBe('  99: kode tidak ada dalam daftar sekarang / code is in no list of today');
});

test('a file that is not there or no map is refused', async () => {
  await expect(run(null)).rejects.toMatchObject({ code: 'region.map_unreadable', values: { reason: 'ENOENT' } });
  await expect(run('not a map')).rejects.toMatchObject({ code: 'region.map_unreadable' });
  await expect(run(map('99'))).rejects.toMatchObject({ code: 'region.map_matches_nothing' });
});
