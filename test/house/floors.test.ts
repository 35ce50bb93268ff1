import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  allImports,
  browserFaults,
  circles,
  importFault,
  importsOf,
  placeOf,
  PROJECT,
  relationFaults,
  schemaRooms,
  sourceFiles,
  sqlOf,
} from './floors.ts';

const imports = allImports();
const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8');
const migrations = globSync('migrations/[0-9]*.sql', { cwd: PROJECT }).toSorted();
const { rooms: schemas, homeless } = schemaRooms(migrations.map(read));

describe('the house as it stands', () => {
  test('a file imports its own wing’s doors and those of lower floors', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.map(importFault).filter((fault) => fault !== null)).toEqual([]);
  });

  test('rooms do not import one another in a circle', () => {
    expect(circles(imports)).toEqual([]);
  });

  test('contracts, shapes and rules can be loaded by a browser', () => {
    expect(browserFaults(imports)).toEqual([]);
  });

  test('every schema has its room', () => {
    expect(homeless.filter((schema) => schema !== 'migration')).toEqual([]);
  });

  test('a statement names its own tables and the published views of its own and lower floors', () => {
    const faults = sourceFiles().flatMap((file) => {
      const place = placeOf(file);
      return place ? relationFaults(file, place, sqlOf(read(file)), schemas) : [];
    });
    expect(faults).toEqual([]);
  });

  test('a migration touches only what it made and what lower floors publish', () => {
    const faults = migrations.flatMap((file) => {
      const sql = read(file).replace(/--.*$/gm, '');
      const own = new Set([...sql.matchAll(/^\s*create schema (?:if not exists )?(\w+)/gim)].map(([, name]) => name!));
      const others = new Map([...schemas].filter(([name]) => !own.has(name)));
      const home = [...own].map((name) => schemas.get(name)?.place).find((place) => place !== undefined);
      return home ? relationFaults(file, home, sql, others) : [];
    });
    expect(faults).toEqual([]);
  });
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
});
