/** Who may try: every institution that has handed in a key, whether it has an agreement or not. Read when it asks for a token. */
import type { Pool } from 'pg';
import { NATION, systemActor, type Actor } from '../../../core/access/index.ts';
import type { Book } from '../book/book.ts';
import { keysOf, type Partner } from '../book/partner.ts';
import type { PartnerRow } from '../book/sql.ts';
import { trialGrant } from './table.ts';

/** What acts in the sandbox is called otherwise than the partner itself: no true call is ever judged by it. */
const PREFIX = 'sandbox:';

export interface Clients extends Pick<Book, 'open' | 'partner'> {
  /** Reads an institution's keys where they were not read within a few seconds. */
  know(institutionId: string): Promise<void>;
}

const KNOWN_MS = 5_000;
const MOST_KNOWN = 5_000;

type Row = Pick<PartnerRow, 'institutionId' | 'institution' | 'kind' | 'sector' | 'keys' | 'published'>;

const CLIENT = `
  select i.institution_id as "institutionId", i.name as institution, i.kind, i.sector,
         coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'kid', k.kid, 'thumbprint', k.thumbprint, 'algorithm', k.algorithm, 'jwk', k.jwk))
                     from verification.key k where k.institution_id = i.institution_id and k.ended_at is null), '[]') as keys,
         (select jsonb_build_object('url', p.url, 'keys', p.keys) from verification.key_set p where p.institution_id = i.institution_id) as published
    from partner_read.institution i where i.institution_id = $1 and i.state = 'active'`;

export function openClients(pool: Pool): Clients {
  const known = new Map<string, { at: number; partner: Partner | null }>();
  return {
    open: () => Promise.resolve(),
    partner: (id) => known.get(id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id)?.partner ?? null,
    async know(institutionId) {
      const before = known.get(institutionId);
      if (before && performance.now() - before.at < KNOWN_MS) return;
      const { rows } = await pool.query<Row>({
        name: 'verification.trial_client',
        text: CLIENT,
        values: [institutionId],
      });
      const partner = rows[0] ? await clientOf(rows[0]) : null;
      known.delete(institutionId);
      if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!);
      known.set(institutionId, { at: performance.now(), partner });
    },
  };
}

async function clientOf(row: Row): Promise<Partner> {
  return {
    institutionId: row.institutionId,
    cooperationId: row.institutionId,
    name: row.institution,
    kind: row.kind,
    sector: row.sector,
    actor: actorOf(row.institutionId),
    keys: await keysOf(row),
    slowUntil: 0,
    publishedAt: row.published?.url ?? null,
    grantFor: (purpose) => trialGrant(purpose) ?? 'partner.not_granted',
    // Grants are found by their purpose here; files have no sandbox.
    grant: () => null,
  };
}

function actorOf(institutionId: string): Actor {
  return {
    ...systemActor('partner'),
    kind: 'partner',
    id: `${PREFIX}${institutionId}`,
    pseudonym: `${PREFIX}${institutionId}`,
    jurisdiction: NATION,
    roles: ['partner'],
  };
}
