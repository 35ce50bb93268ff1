import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sql } from '../../../core/db/index.ts';
import { writeResidents } from '../../../simulation/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { importResidents } from './import.ts';
import { csvOf, givenImport, importer, nikOf } from './given-import.ts';

describe('an import', async () => {
  const given = await givenImport();
  test('simulated', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'imp-')), 'p.csv');
    await writeResidents({ count: 20000, seed: 'a', asOf: asCivilDate('2018-06-30'), out });
    const done = await importResidents(
      given.house,
      { name: 'p.csv', path: out },
      { actor: importer, batchRows: 7000 },
      console.log,
    );
    console.log(done);
    console.log(
      await given.askAll(sql`select code, column_name, count(*), min(given) from resident.import_fault group by 1, 2`),
    );
  });
});
