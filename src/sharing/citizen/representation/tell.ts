/** Messages about somebody's own matters reach him; where he left no contact, who may act for him now. As `system`. */
import type { Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { tellHolder } from '../../../cards/card/index.ts';
import { listRepresenting } from './find.ts';

export async function tellOrRepresentatives(
  tx: Tx,
  nik: Nik,
  key: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  if (await tellHolder(tx, nik, key, () => values)) return;
  for (const { by, may } of await listRepresenting(tx, nik)) if (may) await tellHolder(tx, by.nik, key, () => values);
}
