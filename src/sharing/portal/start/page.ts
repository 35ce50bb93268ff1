/** Where the institution stands, what it must see to, and how far its own software has come. */
import type { Tx } from '../../../core/db/index.ts';
import { dayIn, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import type { Pass } from '../../partner/view/schema.ts';
import { countTrials, hasAsked, viewKeys, type KeysView } from '../../verification/index.ts';
import { portalPage, type Visit } from '../page.ts';
import { expiryOf, inOrder, keyExpiry, type Expiry } from './rules.ts';
import type { StartPage, Way } from './schema.ts';
import { ownInstitution, type Own } from './view.ts';

export const startPage = portalPage<StartPage>({ path: '/mitra', component: 'portal-start', load: loadStart });

export async function loadStart(tx: Tx, { actor, institutionId }: Visit): Promise<StartPage> {
  const own = await ownInstitution(tx, actor, institutionId);
  const closed = own.page.state === 'closed';
  const keys = closed ? NO_KEYS : await viewKeys(tx, actor, { id: institutionId });
  const trials = await countTrials(tx, institutionId);
  const asked = await hasAsked(tx, institutionId);
  const { pass } = own;
  const on = today(tx.ground.clock, ZONES.WIB);
  return {
    institution: own.page.name,
    closed,
    way: pass && wayOf(pass),
    whyNot: whyNotOf(tx, own, actor.language),
    stops: pass ? stopsOf(pass) : [],
    warnings: pass ? warningsOf(pass) : [],
    checks: {
      key: hasKey(keys),
      token: trials.tokens > 0 || asked,
      trial: trials.questions > 0,
      production: asked,
    },
    expiries: expiriesOf(pass, keys, on),
  };
}

const NO_KEYS: KeysView = { keys: [], published: null };

const hasKey = ({ keys, published }: KeysView) =>
  keys.some(({ endedAt }) => endedAt === null) || (published?.kids.length ?? 0) > 0;

export function wayOf(pass: Pass): Way {
  const steps = pass.steps.filter(({ takesBack, takenBack }) => takesBack === null && !takenBack);
  const last = steps.at(-1);
  const { number, stage, ended, nextUp, acts, dueOn, lacking } = pass;
  return {
    number,
    stage,
    ended,
    steps: steps.map((step) => ({ stage: step.stage, on: step.occurredOn })),
    endWords: ended ? (last?.words ?? null) : null,
    endReason: ended ? (last?.reason ?? null) : null,
    nextUp,
    acts,
    dueOn,
    lacking,
  };
}

function whyNotOf(tx: Tx, { pass }: Own, language: 'id' | 'en'): string | null {
  // A pass that has ended has no row among the standings, so nothing says why.
  const code = pass ? (pass.ended ? 'partner.not_connected' : pass.whyNot) : 'partner.not_connected';
  return code === null ? null : tx.ground.speaker.say(language, code);
}

function stopsOf(pass: Pass): StartPage['stops'] {
  return pass.suspensions
    .filter(({ inForce }) => inForce)
    .map(({ cause, from, until, reason, appeals }) => ({
      cause,
      from,
      until,
      reason,
      appealed: appeals.some(({ outcome }) => outcome === null),
    }));
}

/** Reports that have not come, with the latest letter about each. */
function warningsOf(pass: Pass): StartPage['warnings'] {
  return pass.reports
    .filter(({ filedOn }) => filedOn === null)
    .map(({ semester, dueOn, warnings, cutDue }) => {
      const latest = warnings.toSorted((a, b) => b.level - a.level)[0];
      return { semester, dueOn, level: latest?.level ?? 0, madeOn: latest?.madeOn ?? null, cutDue };
    });
}

export function expiriesOf(pass: Pass | null, { keys }: KeysView, on: CivilDate): Expiry[] {
  const day = (instant: string) => dayIn(ZONES.WIB, new Date(instant));
  const papers = (pass?.ended === false ? pass.documents : []).flatMap(({ kind, number, latest, validUntil }) =>
    latest && validUntil && (kind === 'pks' || kind === 'mou')
      ? [expiryOf(kind, number, validUntil as CivilDate, on)]
      : [],
  );
  const grants = (pass?.ended === false ? pass.grants : []).flatMap(({ purpose, validUntil, endedAt }) =>
    endedAt === null
      ? // The first instant at which it is no more; its last day is the one before.
        [expiryOf('grant', purpose, day(new Date(Date.parse(validUntil) - 1).toISOString()), on)]
      : [],
  );
  const living = keys.filter(({ endedAt }) => endedAt === null);
  return inOrder([...papers, ...grants, ...living.map(({ kid, addedAt }) => keyExpiry(kid, day(addedAt), on))]);
}
