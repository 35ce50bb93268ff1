/** Who may act for whom now: asked of the register and of what was entered, for a pair or for all of a person's in the same few statements. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { listParentNames, listResidents, normaliseName, type Resident } from '../../../register/resident/index.ts';
import { capacityOf, parentage, parentWord, standingOf, type Capacity, type Ground } from './rules.ts';
import {
  listAdopters,
  listAuthorities,
  listCandidates,
  listExclusions,
  listOneCard,
  listRepresentatives,
  type AuthorityRow,
} from './sql.ts';

/** One pair: who, for whom, and as what; `may` is `null` where he may not (any more). */
export interface Bond {
  readonly of: Resident;
  readonly by: Resident;
  readonly may: { readonly as: Capacity; readonly ground: Ground | 'entered' } | null;
  readonly register: Ground | null;
  readonly excluded: boolean;
  readonly authorities: readonly AuthorityRow[];
}

export const todayOf = (tx: Tx): CivilDate => today(tx.ground.clock, ZONES.WIB);

/** As what `by` may act for `of` at this moment; `null`: not. */
export async function bondOf(tx: Tx, by: Nik, of: Nik): Promise<Bond | null> {
  return (await bondsOf(tx, { by: [by], of: [of] }))[0] ?? null;
}

/** Everybody for whom the person may act, or might once have acted. */
export function listRepresented(tx: Tx, by: Nik): Promise<Bond[]> {
  return elevated(tx, async () => bondsOf(tx, { by: [by], of: await listCandidates(tx, by) }));
}

/** Everybody who may act for the person, or might once have acted. */
export function listRepresenting(tx: Tx, of: Nik): Promise<Bond[]> {
  return elevated(tx, async () => bondsOf(tx, { by: await listRepresentatives(tx, of), of: [of] }));
}

function bondsOf(tx: Tx, asked: { by: readonly Nik[]; of: readonly Nik[] }): Promise<Bond[]> {
  if (asked.by.length === 0 || asked.of.length === 0) return Promise.resolve([]);
  return elevated(tx, async () => {
    const niks = [...new Set([...asked.by, ...asked.of])];
    const people = new Map((await listResidents(tx, niks)).map((each) => [each.nik, each]));
    const adopters = await listAdopters(tx, asked.of);
    const cards = await listOneCard(tx, asked.of, asked.by);
    const entered = (await listAuthorities(tx, niks)).filter(({ begunAt }) => begunAt !== null);
    const shut = await listExclusions(tx, asked.of);
    const day = todayOf(tx);
    const pairs = asked.of.flatMap((ofNik) =>
      asked.by.flatMap((byNik) => {
        const [of, by] = [people.get(ofNik), people.get(byNik)];
        if (!of || !by || ofNik === byNik) return [];
        const oneCard = cards.some(({ child, person }) => child === ofNik && person === byNik);
        return [{ of, by, oneCard }];
      }),
    );
    // The sealed names are opened for those alone whom neither a number nor an adoption decides.
    const unsure = pairs.filter(({ of, by, oneCard }) => {
      const recorded = parentWord(by) === 'mother' ? of.motherNik : of.fatherNik;
      return oneCard && recorded === null && !adopters.some(({ child }) => child === of.nik);
    });
    const named = await listParentNames(tx, [...new Set(unsure.map(({ of }) => of.nik))]);
    return pairs.map(({ of, by, oneCard }): Bond => {
      const adopting = adopters.flatMap(({ child, adopter }) => (child === of.nik ? [adopter] : []));
      const kin = { child: of, person: by, adopters: adopting, oneCard, named: named.get(of.nik) ?? null };
      const register = parentage(kin, sameName);
      const authorities = entered.filter(({ nik, representative }) => nik === of.nik && representative === by.nik);
      const excluded = shut.some(({ nik, person }) => nik === of.nik && person === by.nik);
      const incapable = entered.some(
        (each) =>
          each.kind === 'curator' &&
          each.nik === by.nik &&
          each.endedAt === null &&
          (each.until === null || each.until >= day),
      );
      const claim = { of, by, register, entered: authorities.map(withEnd), excluded, incapable };
      return { of, by, may: capacityOf(claim, day), register, excluded, authorities };
    });
  });
}

const withEnd = ({ kind, until, endedAt }: AuthorityRow) => ({ kind, until, ended: endedAt !== null });

export const authorityStanding = (tx: Tx, row: AuthorityRow, { of, by }: Pick<Bond, 'of' | 'by'>) =>
  standingOf(withEnd(row), of, by, todayOf(tx));

const sameName = (a: string, b: string): boolean => normaliseName(a) === normaliseName(b);
