/** The institution's agreements: the stages, what was cut off and the way back, the papers by version and hash, and the grants in words. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { Download, type Elsewhere } from '../../../core/http/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import { usedOfPackages } from '../../matching/index.ts';
import { openPartnerDocument } from '../../partner/index.ts';
import type { Pass } from '../../partner/view/schema.ts';
import { portalPage, type Visit } from '../page.ts';
import { wayOf } from '../start/page.ts';
import { ownInstitution, type Own } from '../start/view.ts';
import { appealFiled, takeAppeal, type Said } from './appeal.ts';
import type { AgreementPassPage, OwnAgreementPage, OwnSuspension } from './schema.ts';

export const agreementPage = portalPage<OwnAgreementPage>({
  path: '/mitra/perjanjian',
  component: 'portal-agreement',
  act: 'portal.agreement',
  takesForm: true,
  takesFile: true,
  rate: { perMinute: 20 },
  load: loadAgreement,
});

export async function loadAgreement(tx: Tx, visit: Visit): Promise<OwnAgreementPage | Download | Elsewhere> {
  const { actor, institutionId, query, form } = visit;
  const wanted = query['dokumen'];
  // The policies show an institution its own papers alone.
  if (wanted !== undefined && isUuid(wanted)) return new Download(await openPartnerDocument(tx, actor, { id: wanted }));
  const own = await ownInstitution(tx, actor, institutionId);
  if (form === null) return shown(tx, visit, own, appealFiled(tx, visit));
  const said = await takeAppeal(tx, visit, own);
  return 'path' in said ? said : shown(tx, visit, own, said);
}

async function shown(tx: Tx, { may }: Visit, { page }: Own, said: Said): Promise<OwnAgreementPage> {
  const grants = page.passes.flatMap((pass) => pass.grants.map(({ id }) => id));
  // The page is the institution's own; rows of files are read as the house.
  const used = await elevated(tx, () => usedOfPackages(tx, grants));
  return {
    institution: page.name,
    passes: page.passes.map((pass) => passOf(pass, page.day, used)),
    mayAppeal: may('portal.appeal'),
    typed: null,
    faults: {},
    note: null,
    ...said,
  };
}

function passOf(pass: Pass, day: string, used: ReadonlyMap<string, number>): AgreementPassPage {
  return {
    way: wayOf(pass),
    suspensions: pass.suspensions.map((one) => suspensionOf(one, day)),
    documents: pass.documents
      .toReversed()
      .map(({ id, kind, number, version, sha256, hasFile, latest, signedOn, validFrom, validUntil }) => {
        const term = { signedOn, validFrom, validUntil };
        return { id, kind, number, version, sha256, hasFile, latest, ...term };
      }),
    grants: pass.grants.map((grant) => {
      const { id, purpose, elements, threshold, dailyQuota, packageRows, hoursFrom, hoursUntil, networks, place } =
        grant;
      const { dpop, signed, tells, validFrom, validUntil, endedAt } = grant;
      const bounds = { threshold, dailyQuota, packageRows, hoursFrom, hoursUntil, networks, place, dpop, signed };
      const packageUsed = used.get(id) ?? 0;
      return { id, purpose, elements, ...bounds, packageUsed, tells, validFrom, validUntil, endedAt };
    }),
  };
}

function suspensionOf(one: Pass['suspensions'][number], day: string): OwnSuspension {
  const { id, cause, from, until, reason, inForce, liftedAt, liftedHow, liftWhy } = one;
  const appeals = one.appeals.map((appeal) => {
    const { id: appealId, words, receivedOn, dueOn, documentId, outcome, why, decidedAt } = appeal;
    const late = outcome === null && dueOn < day;
    return { id: appealId, words, receivedOn, dueOn, documentId, outcome, why, decidedAt, late };
  });
  return { id, cause, from, until, reason, inForce, liftedAt, liftedHow, liftWhy, appeals };
}
