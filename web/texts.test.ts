import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = globSync('{kit,staff,public}/**/{id,en}.ts', { cwd: here }).map((file) => dirname(file));

async function messages(folder: string, language: 'id' | 'en'): Promise<Record<string, string>> {
  const module = (await import(pathToFileURL(`${here}${folder}/${language}.ts`).href)) as Record<
    string,
    Record<string, string>
  >;
  return module[language]!;
}

describe.each([...new Set(folders)].toSorted())('the texts of %s', (folder) => {
  test('have the same keys in both languages, all parse, none is empty', async () => {
    const [id, en] = await Promise.all([messages(folder, 'id'), messages(folder, 'en')]);
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(id).toSorted());
    for (const message of [...Object.values(id), ...Object.values(en)]) {
      expect(message.trim()).not.toBe('');
      expect(() => new IntlMessageFormat(message, 'id-ID', undefined, { ignoreTag: true })).not.toThrow();
    }
  });
  test('ask for the same values in both languages', async () => {
    const [id, en] = await Promise.all([messages(folder, 'id'), messages(folder, 'en')]);
    for (const key of Object.keys(id)) expect(namesIn(en[key]!), key).toEqual(namesIn(id[key]!));
  });
});

test('every act that the rooms write into the log has its words', async () => {
  const words = await messages('staff/ledger/label', 'id');
  const rooms = globSync('{core,register,insight}/**/*.ts', {
    cwd: `${here}../src`,
    exclude: ['**/*.test.ts', '**/given-*.ts'],
  });
  const written = rooms.flatMap((file) =>
    [...readFileSync(`${here}../src/${file}`, 'utf8').matchAll(/(?:\blabel: |\bwrites\()'([a-z_]+\.[a-z_]+)'/g)].map(
      ([, label]) => label!,
    ),
  );
  expect(written.length).toBeGreaterThan(80);
  expect([...new Set(written)].filter((label) => !(label in words))).toEqual([]);
});

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
const LITERAL = 0;
const POUND = 7;

/** The names of a message's arguments, those inside plural branches too. */
function namesIn(message: string): string[] {
  const ast = new IntlMessageFormat(message, 'id-ID', undefined, { ignoreTag: true }).getAst() as readonly Part[];
  const names = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) => [
      ...(part.type === LITERAL || part.type === POUND || !part.value ? [] : [part.value]),
      ...Object.values(part.options ?? {}).flatMap((option) => names(option.value)),
    ]);
  return [...new Set(names(ast))].toSorted();
}
