/** What every call stands on, opened once a process: the book, what bounds the calls, what compares, what signs. */
import { quietPool, type Connection } from '../../core/db/index.ts';
import type { Gatekeeper } from '../../core/http/index.ts';
import { systemClock, type Clock } from '../../core/time/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import type { RegionIndex } from '../../register/region/index.ts';
import { openBook, type Book } from './book/book.ts';
import type { Signer } from './answer/proof.ts';
import { pseudonyms, type Pseudonyms } from './answer/pseudonym.ts';
import { openMisses, type Misses } from './budget/misses.ts';
import { openPrepaid, prepaidStore, type Prepaid, type PriceOf } from './budget/prepaid.ts';
import { openQuotas, type Quotas } from './budget/quota.ts';
import { giveQuotaBack, takeAllowance, takeQuota } from './budget/sql.ts';
import { openCanaries, type Canaries } from './canary/known.ts';
import { canarySeal, type CanarySeal } from './canary/seal.ts';
import { comparison, type Comparison } from './compare/compare.ts';
import { openMeter, type Meter } from './usage/meter.ts';
import { addHours } from './usage/sql.ts';
import { accessTokens, type AccessTokens } from './token/access-token.ts';
import { openPace, type Pace } from './signal/pace.ts';
import { openPulses, type Pulses } from './signal/pulse.ts';
import { addPulses, takePace } from './signal/sql.ts';
import { openGatekeeper } from './token/gatekeeper.ts';
import { openTrialDesk, type TrialDesk } from './trial/desk.ts';
import { SANDBOX } from './trial/trial.ts';

export interface VerificationDesk {
  readonly book: Book;
  readonly quotas: Quotas;
  readonly prepaid: Prepaid;
  readonly priceOf: PriceOf;
  readonly misses: Misses;
  readonly pulses: Pulses;
  readonly pace: Pace;
  readonly comparison: Comparison;
  readonly pseudonyms: Pseudonyms;
  readonly canaries: Canaries;
  readonly canarySeal: CanarySeal;
  readonly tokens: AccessTokens;
  readonly gatekeeper: Gatekeeper;
  /** What institutions see of their own asking. */
  readonly meter: Meter;
  /** The sandbox. */
  readonly trial: TrialDesk;
  /** Signs answers; its public half is at `/v1/verifications/keys`. */
  readonly signer: Signer;
  /** The public half, 32 bytes in base64url. */
  readonly publicKey: string;
  close(): Promise<void>;
}

declare module '../../core/db/tx.ts' {
  interface Ground {
    readonly verification: VerificationDesk;
  }
}

export interface DeskGiven {
  readonly connection: Connection;
  readonly vault: Vault;
  readonly regions: RegionIndex;
  readonly priceOf: PriceOf;
  /** The house's: its days are those of bills. */
  readonly clock: Clock;
}

const ANSWER_KEY = 'verification.answer';
const SETTLE_MS = 1000;
const COUNT_MS = 5000;

/** Connects when first used. */
export function openDesk({ connection, vault, regions, clock, priceOf }: DeskGiven): VerificationDesk {
  const pool = quietPool({
    ...connection,
    max: 2,
    application_name: 'jatidiri budgets',
    options: '-c role=jatidiri_system',
  });
  const seal = canarySeal(vault);
  const canaries = openCanaries(seal);
  const book = openBook(connection, canaries);
  const quotas = openQuotas({
    take: (wanted) => takeQuota(pool, wanted),
    giveBack: (unused) => giveQuotaBack(pool, unused),
  });
  const prepaid = openPrepaid(prepaidStore(pool));
  const misses = openMisses({ take: (wanted) => takeAllowance(pool, wanted) });
  const pace = openPace({ take: (wanted) => takePace(pool, wanted) });
  const meter = openMeter((rows) => addHours(pool, rows));
  const counted = openPulses((rows) => addPulses(pool, rows));
  const pulses: Pulses = {
    ...counted,
    count(institutionId, nik, matched) {
      counted.count(institutionId, nik, matched);
      meter.asked(institutionId, matched, clock.now());
    },
  };
  const tokens = accessTokens(vault.serverKey('verification.token'));
  const publicKey = vault.publicKey(ANSWER_KEY).toString('base64url');
  // A fault leaves what is held: the next second tries again.
  const settling = setInterval(() => {
    void quotas.settle().catch(() => {});
    void prepaid.settle().catch(() => {});
    void misses.settle().catch(() => {});
    void pace.settle().catch(() => {});
  }, SETTLE_MS).unref();
  // Tokens and proofs are of true time, also in a story.
  const trial = openTrialDesk({ pool, vault, clock: systemClock });
  const counting = setInterval(() => {
    void pulses.settle().catch(() => {});
    void trial.settle().catch(() => {});
    void meter.settle().catch(() => {});
  }, COUNT_MS).unref();

  return {
    book,
    canaries,
    canarySeal: seal,
    quotas,
    prepaid,
    priceOf,
    misses,
    pulses,
    meter,
    pace,
    tokens,
    publicKey,
    comparison: comparison((code) => regions.nameOf(code)),
    pseudonyms: pseudonyms(vault.serverKey('verification.pseudonym')),
    trial,
    gatekeeper: eitherGate(openGatekeeper({ book, tokens, clock: systemClock }), trial.gatekeeper),
    signer: { key: keyName(publicKey), sign: (message) => vault.sign(ANSWER_KEY, message) },
    async close() {
      clearInterval(settling);
      clearInterval(counting);
      await pulses.settle().catch(() => {});
      await trial.settle().catch(() => {});
      await meter.settle().catch(() => {});
      await quotas.close().catch(() => {});
      await prepaid.close().catch(() => {});
      await book.close();
      await pool.end();
    },
  };
}

/** A token of the sandbox opens nothing but the sandbox, and the sandbox takes no other. */
function eitherGate(real: Gatekeeper, trial: Gatekeeper): Gatekeeper {
  return {
    // After the scheme the first stroke begins the path.
    admit: (call) => (call.url.startsWith(`${SANDBOX}/`, call.url.indexOf('/', 8)) ? trial : real).admit(call),
  };
}

/** Short, as every answer carries it. */
function keyName(publicKey: string): string {
  return `answer-${publicKey.slice(0, 8)}`;
}
