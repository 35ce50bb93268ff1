/** The public register of agreements: who may ask, for what, about what, until when. For everyone, without a name of a person. */
import { elevated, many, one, sql, type Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/web.ts';
import { today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { countLadder } from '../figure/sql.ts';
import { KIND_NAMES, type Kind } from '../rules.ts';
import type { Contents } from '../schema.ts';
import type { AgreementLine, AgreementPage } from './schema.ts';

export const agreementsPage = publicPage<AgreementPage>({
  path: '/daftar-perjanjian',
  component: 'agreements',
  load: loadAgreements,
});

const A_PAGE = 50;

/** `?cari=` in the name, `?jenis=` of a kind, `?halaman=` from 1. */
async function loadAgreements(tx: Tx, { query }: PublicRequest): Promise<AgreementPage> {
  const search = query['cari']?.trim().slice(0, 80) ?? '';
  const kind = KIND_NAMES.find((each) => each === query['jenis']) ?? null;
  const page = Math.max(1, Math.min(1_000, Math.trunc(Number(query['halaman'] ?? 1)) || 1));
  const day = today(tx.ground.clock, ZONES.WIB);
  return elevated(tx, async () => {
    const filter = { search, kind, day, at: tx.ground.clock.now() };
    const { n } = await one<{ n: number }>(tx, sql`select count(*)::int as n ${inForce(filter)}`);
    const rows = await listAgreements(tx, { ...filter, from: (page - 1) * A_PAGE });
    const ladder = await countLadder(tx, { asOf: day, knownAt: tx.ground.clock.now() });
    return { day, search, kind, page, pages: Math.max(1, Math.ceil(n / A_PAGE)), n, ladder, lines: rows };
  });
}

interface Filter {
  readonly search: string;
  readonly kind: Kind | null;
  readonly day: CivilDate;
  readonly at: Date;
}

/** Agreements that are in force on the day, each in the version that governs. */
const inForce = ({ search, kind, day }: Filter) => sql`
  from partner.document d join partner.cooperation c on c.id = d.cooperation_id join partner.institution i on i.id = c.institution_id
 where d.kind = 'pks' and d.valid_from <= ${day}::date and d.valid_until >= ${day}::date
   and c.stage in ('AGREEMENT', 'TECHNICAL_GUIDE', 'ONBOARDING', 'CONNECTED', 'EVALUATION')
   and not exists (select from partner.document l where l.cooperation_id = d.cooperation_id and l.kind = 'pks' and l.version > d.version and l.valid_from <= ${day}::date)
   and (${search} = '' or position(lower(${search}) in lower(i.name)) > 0) and (${kind}::text is null or i.kind = ${kind})`;

async function listAgreements(tx: Tx, filter: Filter & { from: number }): Promise<AgreementLine[]> {
  const rows = await many<Omit<AgreementLine, 'place'> & { contents: Contents; regionCode: string | null }>(
    tx,
    sql`select i.name as institution, i.kind, i.region_code as "regionCode", d.number, d.version, d.valid_from as "from", d.valid_until as until, d.contents,
               c.stage in ('CONNECTED', 'EVALUATION') as connected,
               exists (select from partner.suspension u where u.cooperation_id = c.id and u.lifted_at is null
                          and (u.until_at is null or u.until_at > ${filter.at})) as suspended
        ${inForce(filter)} order by lower(i.name), i.id, d.valid_from limit ${A_PAGE} offset ${filter.from}`,
  );
  return rows.map(({ contents, regionCode, ...row }) => ({
    ...row,
    place: regionCode === null ? null : (tx.ground.regions.nameOf(regionCode) ?? regionCode),
    purposes: contents.purposes,
    elements: contents.elements,
  }));
}
