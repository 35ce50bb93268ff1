import type { Pool } from 'pg';
import { one, sql, type Tx } from '../../../core/db/index.ts';

export interface TrialCount {
  readonly institutionId: string;
  readonly tokens: number;
  readonly questions: number;
}

/** In one order, so that two processes never wait for one another in a circle. */
export async function addTrials(pool: Pool, rows: readonly TrialCount[]): Promise<void> {
  const inOrder = rows.toSorted((a, b) => (a.institutionId < b.institutionId ? -1 : 1));
  await pool.query({
    name: 'verification.add_trials',
    text: `
      insert into verification.trial_day as t (institution_id, day, tokens, questions)
      select id, (now() at time zone 'Asia/Jakarta')::date, tokens, questions from unnest($1::uuid[], $2::int[], $3::int[]) as n (id, tokens, questions)
          on conflict (institution_id, day) do update set tokens = t.tokens + excluded.tokens, questions = t.questions + excluded.questions`,
    values: [
      inOrder.map(({ institutionId }) => institutionId),
      inOrder.map(({ tokens }) => tokens),
      inOrder.map(({ questions }) => questions),
    ],
  });
}

/** How often an institution has tried so far. */
export function countTrials(tx: Tx, institutionId: string): Promise<Omit<TrialCount, 'institutionId'>> {
  return one(
    tx,
    sql<Omit<TrialCount, 'institutionId'>>`
      select coalesce(sum(tokens), 0)::int as tokens, coalesce(sum(questions), 0)::int as questions
        from verification.trial_day where institution_id = ${institutionId}`,
  );
}
