/** The institution's agreements: the stages, the papers by version and hash, and the grants in words. */
import type { Tx } from '../../../core/db/index.ts';
import { Download } from '../../../core/http/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import { openPartnerDocument } from '../../partner/index.ts';
import type { Pass } from '../../partner/view/schema.ts';
import { portalPage, type Visit } from '../page.ts';
import { wayOf } from '../start/page.ts';
import { ownInstitution } from '../start/view.ts';
import type { AgreementPassPage, OwnAgreementPage } from './schema.ts';

export const agreementPage = portalPage<OwnAgreementPage>({
  path: '/mitra/perjanjian',
  component: 'portal-agreement',
  act: 'portal.agreement',
  load: loadAgreement,
});

export async function loadAgreement(
  tx: Tx,
  { actor, institutionId, query }: Visit,
): Promise<OwnAgreementPage | Download> {
  const wanted = query['dokumen'];
  // The policies show an institution its own papers alone.
  if (wanted !== undefined && isUuid(wanted)) return new Download(await openPartnerDocument(tx, actor, { id: wanted }));
  const { page } = await ownInstitution(tx, actor, institutionId);
  return { institution: page.name, passes: page.passes.map(passOf) };
}

function passOf(pass: Pass): AgreementPassPage {
  return {
    way: wayOf(pass),
    documents: pass.documents
      .toReversed()
      .map(({ id, kind, number, version, sha256, hasFile, latest, signedOn, validFrom, validUntil }) => {
        const term = { signedOn, validFrom, validUntil };
        return { id, kind, number, version, sha256, hasFile, latest, ...term };
      }),
    grants: pass.grants.map((grant) => {
      const { id, purpose, elements, threshold, dailyQuota, hoursFrom, hoursUntil, networks, place, dpop, signed } =
        grant;
      const { tells, validFrom, validUntil, endedAt } = grant;
      const bounds = { threshold, dailyQuota, hoursFrom, hoursUntil, networks, place, dpop, signed };
      return { id, purpose, elements, ...bounds, tells, validFrom, validUntil, endedAt };
    }),
  };
}
