import { Refusal, type RefusalTable } from '../refusal/index.ts';

/** From a constraint's name to what it means. */
export type ConstraintRefusals = ReadonlyMap<string, { readonly code: string; readonly status: Refusal['status'] }>;

/** Reads the `constraints` of the rooms' refusals. Refuses to let one constraint mean two things. */
export function constraintRefusals(tables: readonly RefusalTable[]): ConstraintRefusals {
  const meanings = new Map<string, { code: string; status: Refusal['status'] }>();
  for (const table of tables) {
    for (const [code, { status, constraints = [] }] of Object.entries(table)) {
      for (const name of constraints) {
        if (meanings.has(name))
          throw new Error(`constraint ${name} stands for ${meanings.get(name)!.code} and ${code}`);
        meanings.set(name, { code, status });
      }
    }
  }
  return meanings;
}

/** The refusal that a violated constraint means, or null. The server's DETAIL stays behind: it holds the values. */
export function refusalOf(error: unknown, meanings: ConstraintRefusals): Refusal | null {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (typeof code !== 'string' || !code.startsWith('23') || typeof constraint !== 'string') return null;
  const meaning = meanings.get(constraint);
  return meaning ? new Refusal(meaning.code, meaning.status, { detail: `constraint ${constraint}` }) : null;
}
