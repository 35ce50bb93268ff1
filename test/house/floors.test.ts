import { describe, expect, test } from 'vitest';
import {
  allImports,
  circles,
  houseFaults,
  importFault,
  importsOf,
  migrationFaults,
  placeOf,
  relationFaults,
  schemaRooms,
  sqlOf,
} from './floors.ts';

test('imports, circles, what a browser loads, and relations in SQL keep to the floors', () => {
  expect(allImports().length).toBeGreaterThan(50);
  expect(houseFaults()).toEqual([]);
});

describe('what would break it is found', () => {
  const fault = (file: string, target: string) => importFault({ file, target, typeOnly: false });

  test.for([
    ['src/core/db/a.ts', 'src/register/region/index.ts'],
    ['src/register/region/a.ts', 'src/house.ts'],
    ['src/insight/warehouse/a.ts', 'src/standard/osia/index.ts'],
    ['src/register/family/a.ts', 'src/register/resident/sql.ts'],
    ['src/register/family/a.ts', 'test/given/house.ts'],
    ['src/house.ts', 'src/cli/program.ts'],
    ['web/staff/a.tsx', 'src/register/resident/index.ts'],
  ] as const)('%s may not import %s', ([file, target]) => {
    expect(fault(file, target)).not.toBeNull();
  });

  test.for([
    ['src/register/family/a.ts', 'src/register/resident/index.ts'],
    ['src/register/family/contract.ts', 'src/register/resident/schema.ts'],
    ['src/register/family/a.ts', 'src/core/room.ts'],
    ['src/cli/a.ts', 'src/house.ts'],
    ['src/main.ts', 'src/cli/program.ts'],
    ['web/staff/a.tsx', 'src/register/resident/contract.ts'],
    ['web/staff/a.tsx', 'react'],
  ] as const)('%s may import %s', ([file, target]) => {
    expect(fault(file, target)).toBeNull();
  });

  test('every way to write an import is seen', () => {
    const text = `import a from './a.ts';\nimport type { B } from '../b/index.ts';\nexport * from 'zod';\nimport './c.ts';\nimport {\n  d,\n} from './d.ts';\nconst e = await import('./e.ts');`;
    expect(importsOf('src/core/x/y.ts', text).map(({ target }) => target)).toEqual([
      'src/core/x/a.ts',
      'src/core/b/index.ts',
      'zod',
      'src/core/x/c.ts',
      'src/core/x/d.ts',
      'src/core/x/e.ts',
    ]);
  });

  test('a circle of rooms', () => {
    const circle = [
      { file: 'src/register/a/x.ts', target: 'src/register/b/index.ts', typeOnly: false },
      { file: 'src/register/b/x.ts', target: 'src/register/a/index.ts', typeOnly: true },
    ];
    expect(circles(circle)).toEqual(['register/a > register/b']);
  });

  test('a statement on another room’s table or a higher floor’s view', () => {
    const { rooms } = schemaRooms(['create schema resident;\ncreate schema resident_read;']);
    const code =
      'many(tx, sql<{ a: Map<string, number> }>`select * from resident.resident r join resident_read.person p on true where ${x}`)';
    const at = (file: string) => relationFaults(file, placeOf(file)!, sqlOf(code), rooms);
    expect(at('src/register/family/sql.ts')).toHaveLength(1);
    expect(at('src/core/ledger/sql.ts')).toHaveLength(2);
    expect(at('src/register/resident/sql.ts')).toEqual([]);
  });

  test('a migration that builds on another room’s private table', () => {
    const mine = 'create schema family;\ncreate view family.a as select * from resident.resident;';
    const { rooms } = schemaRooms(['create schema resident;', mine]);
    expect(migrationFaults('migrations/0007_family.sql', mine, rooms)).toHaveLength(1);
    expect(
      migrationFaults('migrations/0007_family.sql', mine.replace('resident.resident', 'family.card'), rooms),
    ).toEqual([]);
  });
});
