import { sql, type RawBuilder } from 'kysely';

/**
 * A column with a NIK or family card number as the 16 digits it is: stored as `bigint`, and old Jakarta numbers begin with 0.
 *
 * @example
 * sql`select ${nikText('r.nik')} as nik from resident.resident r`
 */
export function nikText(column: string): RawBuilder<string> {
  return sql<string>`lpad(${sql.ref(column)}::text, 16, '0')`;
}
