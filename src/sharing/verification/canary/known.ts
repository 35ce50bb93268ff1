/**
 * The invented persons that live, in the memory of every process that answers: by the hash of their number, still sealed. Read with the
 * book and compared by its versions, so that what is made or retired holds within a second everywhere.
 */
import type { CanaryPerson } from './person.ts';
import type { CanarySeal } from './seal.ts';

export interface KnownRow {
  readonly id: string;
  readonly institutionId: string;
  /** Base64. */
  readonly index: string;
  readonly sealed: Buffer;
}

export interface Canary {
  readonly id: string;
  readonly institutionId: string;
  person(): CanaryPerson;
}

export interface Canaries {
  /** Costs one hash, whoever is asked about; nothing while there is none. */
  find(nik: string): Canary | null;
  some(): boolean;
  /** Those of these institutions, or of all (`null`), as they are now. */
  take(rows: readonly KnownRow[], changed: readonly string[] | null): void;
}

export function openCanaries(seal: CanarySeal): Canaries {
  const byIndex = new Map<string, Canary>();

  function known({ id, institutionId, sealed }: KnownRow): Canary {
    let opened: CanaryPerson | null = null;
    return { id, institutionId, person: () => (opened ??= seal.unseal(id, sealed)) };
  }

  return {
    some: () => byIndex.size > 0,
    find: (nik) => (byIndex.size === 0 ? null : (byIndex.get(seal.indexOf(nik)) ?? null)),
    take(rows, changed) {
      const gone = changed === null ? null : new Set(changed);
      for (const [index, { institutionId }] of byIndex)
        if (gone === null || gone.has(institutionId)) byIndex.delete(index);
      for (const row of rows) byIndex.set(row.index, known(row));
    },
  };
}
