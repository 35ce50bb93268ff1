/**
 * Whose page it is: the person's own, or of somebody for whom he acts. The choice stands in the session; whether he may is asked at every
 * request. Where it has ended, or was changed in another window, nothing is done and the person is told.
 */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { Download, Elsewhere, publicPage, type PublicPage, type PublicRequest } from '../../../core/http/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { concerning, OWN, representing, type Hand } from '../hand.ts';
import { citizenOf } from '../sign-in/session.ts';
import type { SessionRow } from '../sign-in/sql.ts';
import { bondOf } from './find.ts';
import type { Acting, News, Whose as ShownWhose } from './schema.ts';

export interface Whose {
  readonly session: SessionRow;
  /** Whose data it is about. */
  readonly nik: Nik;
  readonly hand: Hand;
  readonly acting: Acting | null;
}

/** `null`: he chose somebody for whom he may not act any more. Refuses `citizen.not_signed_in`. */
async function whoseOf(tx: Tx, actor: Actor): Promise<Whose | null> {
  const session = await citizenOf(tx, actor);
  const { nik, actingFor } = session;
  if (actingFor === null) return { session, nik, hand: OWN, acting: null };
  const bond = await bondOf(tx, nik, actingFor);
  if (!bond?.may) return null;
  const acting = { ref: tx.ground.personRefs.of(actingFor), name: bond.of.name, as: bond.may.as };
  return { session, nik: actingFor, hand: representing(nik, bond.may.as), acting };
}

export const PATH = '/warga/mewakili';
export const NEWS_WORDS = { ended: 'berakhir', changed: 'beralih', own: 'sendiri', back: 'kembali' } as const;
export const withNews = (news: News): Elsewhere => new Elsewhere(`${PATH}?kabar=${NEWS_WORDS[news]}`);

type Loaded<Data> = Promise<Data | Elsewhere | Download | null>;

/** A page that a person opens for himself or for whom he represents; each of them says for whom it is. */
export function personPage<Data extends object>(
  given: Omit<PublicPage<Data>, 'load' | 'visitor'> & {
    load: (tx: Tx, request: PublicRequest, whose: Whose) => Loaded<Data>;
  },
): PublicPage {
  const { load, ...page } = given;
  return publicPage<Data & ShownWhose>({
    ...page,
    visitor: 'citizen',
    async load(tx, request): Loaded<Data & ShownWhose> {
      const whose = await whoseOf(tx, request.actor);
      if (whose === null) return withNews('ended');
      // The form was of another's page: what it says must not be done to whoever is chosen now.
      if (request.form !== null && (request.form['untuk'] ?? '') !== (whose.acting?.ref ?? ''))
        return withNews('changed');
      const data = await load(tx, request, whose);
      if (data === null || data instanceof Elsewhere || data instanceof Download) return data;
      return { ...data, acting: whose.acting };
    },
  });
}

/** Ways to sign in, sessions and contact are nobody's but one's own. */
export const ownAlone = ({ actingFor }: SessionRow): Elsewhere | null => (actingFor === null ? null : withNews('own'));

/** That a page was looked at is an entry too: the person's, and of who looked for him. */
export async function noteLook(
  tx: Tx,
  actor: Actor,
  { nik, hand }: Pick<Whose, 'nik' | 'hand'>,
  page: string,
): Promise<void> {
  await record(tx, actor, { label: 'citizen.page_seen', subjects: concerning(nik, hand), facts: { page } });
}
