/** The public register of agreements: who may ask, for what, about what, until when, and how much it asks; of today or of any day before. */
import { elevated, type Tx } from '../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../core/http/web.ts';
import { parseCivilDate, today, ZONES } from '../../core/time/index.ts';
import { countAgreements, countLadder, listAgreements, type Ladder } from '../partner/index.ts';
import { PUBLISHED, type Published } from '../partner/ladder/rules.ts';
import { KIND_NAMES } from '../partner/rules.ts';
import { spanBefore } from './rules.ts';
import type { AgreementPage } from './schema.ts';
import { listUnanswered, listVolumes, sumVolume } from './sql.ts';

export const agreementsPage = publicPage<AgreementPage>({
  path: '/daftar-perjanjian',
  component: 'agreements',
  status: ({ fault }) => (fault === null ? 200 : 422),
  load: loadAgreements,
});

const A_PAGE = 50;

/** `?cari=` in the name, `?jenis=` of a kind, `?hitungan=` a counter, `?tanggal=` a day as known at `?diketahui=`, `?halaman=` from 1. */
export async function loadAgreements(tx: Tx, { query }: Pick<PublicRequest, 'query'>): Promise<AgreementPage> {
  const now = today(tx.ground.clock, ZONES.WIB);
  const typed = query['tanggal']?.trim().slice(0, 40) ?? '';
  const day = typed === '' ? now : parseCivilDate(typed);
  const fault = day === null ? 'no_such_day' : day > now ? 'in_future' : null;
  const asked = {
    search: query['cari']?.trim().slice(0, 80) ?? '',
    kind: KIND_NAMES.find((each) => each === query['jenis']) ?? null,
    counter: PUBLISHED.find((each) => each === query['hitungan']) ?? 'agreement',
  };
  const knownAt = knownOf(query['diketahui'], tx.ground.clock.now());
  const at = { asOf: fault === null ? day! : now, knownAt: knownAt ?? tx.ground.clock.now() };
  return elevated(tx, async () => {
    const wanted = { ...asked, ...at };
    const n = await countAgreements(tx, wanted);
    const pages = Math.max(1, Math.ceil(n / A_PAGE));
    const page = Math.min(pages, Math.max(1, Math.trunc(Number(query['halaman'] ?? 1)) || 1));
    const rows = await listAgreements(tx, { ...wanted, from: (page - 1) * A_PAGE, limit: A_PAGE });
    const span = spanBefore(at.asOf);
    const ids = rows.map(({ institutionId }) => institutionId);
    const volumes = await listVolumes(tx, span, ids);
    const unanswered = await listUnanswered(tx, at, ids);
    return {
      today: now,
      day: at.asOf,
      typed,
      knownAt: knownAt?.toISOString() ?? null,
      fault,
      ...asked,
      page,
      pages,
      n,
      ladder: publishedOf(await countLadder(tx, at)),
      month: span.month,
      volume: await sumVolume(tx, span),
      lines: rows.map(({ institutionId, contents, regionCode, ...row }) => ({
        ...row,
        volume: volumes.get(institutionId) ?? { month: 0, year: 0 },
        unanswered: unanswered.get(institutionId) ?? 0,
        place: regionCode === null ? null : (tx.ground.regions.nameOf(regionCode) ?? regionCode),
        purposes: contents?.purposes ?? [],
        elements: contents?.elements ?? [],
      })),
    };
  });
}

const publishedOf = (ladder: Ladder) =>
  Object.fromEntries(PUBLISHED.map((counter) => [counter, ladder[counter]])) as Record<Published, number>;

/** The instant that was asked for, where it has come; the figures of a statement open with theirs. */
function knownOf(typed: string | undefined, now: Date): Date | null {
  const instant = new Date(typed ?? '');
  return Number.isNaN(instant.getTime()) || instant > now ? null : instant;
}
