/** "Anak dan perwalian": for whom the person may act, the choice, and the way back to himself. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { Elsewhere, publicPage, type PublicRequest } from '../../../core/http/index.ts';
import { addDays } from '../../../core/time/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { concerning, OWN, representing, SELF } from '../hand.ts';
import { citizenOf } from '../sign-in/session.ts';
import type { SessionRow } from '../sign-in/sql.ts';
import { authorityStanding, bondOf, listRepresented, listRepresenting, type Bond } from './find.ts';
import { NEWS, type RepresentationPage, type ShownBond, type Whose } from './schema.ts';
import { ownFrom } from './rules.ts';
import { setActingFor } from './sql.ts';
import { NEWS_WORDS, noteLook, PATH, withNews } from './whose.ts';

export const representationPage = publicPage<RepresentationPage & Whose>({
  path: PATH,
  component: 'citizen-representation',
  visitor: 'citizen',
  takesForm: true,
  rate: { perMinute: 60 },
  load: loadRepresentation,
});

async function loadRepresentation(
  tx: Tx,
  { actor, form, query }: PublicRequest,
): Promise<(RepresentationPage & Whose) | Elsewhere> {
  const session = await citizenOf(tx, actor);
  const wanted = form?.['siapa'];
  if (form?.['aksi'] === 'kembali') return back(tx, actor, session);
  if (wanted !== undefined) return begin(tx, actor, session, wanted);
  const { nik, actingFor } = session;
  const chosen = actingFor === null ? null : await bondOf(tx, nik, actingFor);
  // It ended while he was there: from here on he is himself again.
  if (actingFor !== null && !chosen?.may) await elevated(tx, () => setActingFor(tx, session.id, null));
  await noteLook(tx, actor, { nik, hand: OWN }, 'representation');
  const news = NEWS.find((each) => NEWS_WORDS[each] === query['kabar']) ?? null;
  const represented = (await listRepresented(tx, nik)).flatMap((bond) => shownBond(tx, bond));
  const representing = (await listRepresenting(tx, nik)).flatMap((bond) => shownBond(tx, bond));
  return {
    news,
    represented: represented.map(({ byName: _name, ...shown }) => shown),
    representing: representing.map(({ byName, as, ground, until }) => ({ name: byName, as, ground, until })),
    acting: chosen?.may
      ? { ref: tx.ground.personRefs.of(chosen.of.nik), name: chosen.of.name, as: chosen.may.as }
      : null,
  };
}

function shownBond(tx: Tx, bond: Bond): (ShownBond & { byName: string })[] {
  const { of, by, may } = bond;
  if (!may) return [];
  const held = bond.authorities.find((row) => authorityStanding(tx, row, bond) === 'in_force');
  const term = may.ground === 'entered' ? (held?.until ?? null) : null;
  const grown = may.as === 'curator' ? null : addDays(ownFrom(of), -1);
  const until = term !== null && (grown === null || term < grown) ? term : grown;
  return [
    {
      ref: tx.ground.personRefs.of(of.nik),
      name: of.name,
      byName: by.name,
      birthDate: of.birthDate,
      as: may.as,
      ground: may.ground,
      until,
    },
  ];
}

/** From now on the pages are of whom he chose; both find it in their lists. Somebody for whom he may not act looks like nobody. */
async function begin(tx: Tx, actor: Actor, session: SessionRow, wanted: string): Promise<Elsewhere> {
  const nik = tx.ground.personRefs.read(wanted);
  const bond = nik && nik !== session.nik ? await bondOf(tx, session.nik, nik) : null;
  if (!bond?.may) return withNews('ended');
  await record(tx, actor, {
    label: 'citizen.acting_begun',
    subjects: concerning(bond.of.nik, representing(session.nik, bond.may.as)),
    facts: { session: session.id, as: bond.may.as },
  });
  await elevated(tx, () => setActingFor(tx, session.id, bond.of.nik));
  return new Elsewhere('/warga');
}

async function back(tx: Tx, actor: Actor, session: SessionRow): Promise<Elsewhere> {
  if (session.actingFor === null) return new Elsewhere('/warga');
  await record(tx, actor, {
    label: 'citizen.acting_ended',
    subjects: [{ nik: session.nik, detail: SELF }],
    facts: { session: session.id },
  });
  await elevated(tx, () => setActingFor(tx, session.id, null));
  return withNews('back');
}
