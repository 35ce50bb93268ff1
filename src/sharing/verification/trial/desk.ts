/** What the sandbox stands on: keys, tokens and names of its own, the same code over them, and a memory of a process instead of the register. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Gatekeeper } from '../../../core/http/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import type { Clock } from '../../../core/time/index.ts';
import type { Vault } from '../../../core/vault/index.ts';
import type { Signer } from '../answer/proof.ts';
import { pseudonyms, type Pseudonyms } from '../answer/pseudonym.ts';
import { accessTokens, type AccessTokens } from '../token/access-token.ts';
import { openGatekeeper } from '../token/gatekeeper.ts';
import { openClients, type Clients } from './clients.ts';
import { openMemory, type Memory } from './memory.ts';
import { TRIAL_ROWS } from './rules.ts';
import { addTrials } from './sql.ts';

export interface TrialDesk {
  readonly clients: Clients;
  readonly tokens: AccessTokens;
  readonly gatekeeper: Gatekeeper;
  readonly signer: Signer;
  readonly publicKey: string;
  readonly pseudonyms: Pseudonyms;
  readonly memory: Memory;
  /** What an institution tried, to be added up now and then. */
  count(institutionId: string, what: 'tokens' | 'questions', n: number): void;
  settle(): Promise<void>;
}

const KEY = 'verification.sandbox';
const BEARER = /^(?:Bearer|DPoP) ([A-Za-z0-9._~+/-]{1,4096}=*)$/i;

export function openTrialDesk(given: { pool: Pool; vault: Vault; clock: Clock }): TrialDesk {
  const { pool, vault, clock } = given;
  const clients = openClients(pool);
  const tokens = accessTokens(vault.serverKey('verification.sandbox.token'));
  const publicKey = vault.publicKey(KEY).toString('base64url');
  const gate = openGatekeeper({ book: clients, tokens, clock });
  let counted = new Map<string, { tokens: number; questions: number }>();

  return {
    clients,
    tokens,
    publicKey,
    // A key that says what it is: nobody takes such an answer for one of the register.
    signer: { key: `sandbox-${publicKey.slice(0, 8)}`, sign: (message) => vault.sign(KEY, message) },
    pseudonyms: pseudonyms(vault.serverKey('verification.sandbox.pseudonym')),
    memory: openMemory(),
    gatekeeper: {
      async admit(call) {
        const token = BEARER.exec(String(call.headers['authorization'] ?? ''))?.[1];
        const facts = token === undefined ? null : await tokens.read(token, clock.now());
        if (facts && facts !== 'expired' && isUuid(facts.institutionId)) await clients.know(facts.institutionId);
        const admitted = await gate.admit(call);
        return { ...admitted, body: slowly(admitted.body) };
      },
    },
    count(institutionId, what, n) {
      const mine = counted.get(institutionId) ?? { tokens: 0, questions: 0 };
      mine[what] += n;
      counted.set(institutionId, mine);
    },
    async settle() {
      if (counted.size === 0) return;
      const rows = [...counted].map(([institutionId, mine]) => ({ institutionId, ...mine }));
      counted = new Map();
      await addTrials(pool, rows);
    },
  };
}

const SLOW = TRIAL_ROWS.flatMap((row) => (row.is === 'slow' ? [row] : []));

/** Whoever asks about a slow number waits before his call holds anything of ours. */
function slowly(check: ((raw: string) => void | Promise<void>) | null) {
  return (raw: string): void | Promise<void> => {
    const checked = check?.(raw);
    const slow = SLOW.find(({ nik }) => raw.includes(nik));
    return slow ? sleep(slow.seconds * 1000) : checked;
  };
}
