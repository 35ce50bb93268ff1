/** The people of an event: found by their references, locked, checked for where they live and in which state they are. */
import { covers, type Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { listResidentsForUpdate, type Resident } from '../resident/index.ts';
import type { RoleGiven } from './kind.ts';
import { refuse, type refusals } from './refusals.ts';
import { PRESENT } from './rules.ts';

export interface People {
  readonly byRole: ReadonlyMap<string, readonly Resident[]>;
  /** Whether somebody lives beyond the officer's region; then the act reaches beyond it too. */
  readonly beyond: boolean;
}

const here = (actor: Actor, person: Resident): boolean => covers(actor.jurisdiction, person.villageCode);

/**
 * Locks everybody the details name, in ascending order of NIK, so that two offices that record about one person take turns.
 * Looks beyond the region, because a husband or a father may live elsewhere; refuses who must live here and does not.
 */
export async function lockPeople(tx: Tx, actor: Actor, roles: readonly RoleGiven[]): Promise<People> {
  const wanted = roles.map((role) => ({ ...role, nik: nikOfRole(tx, role) }));
  const seen = new Set<Nik>();
  for (const { nik, path } of wanted) {
    if (seen.has(nik)) throw at('civil_event.person_twice', path);
    seen.add(nik);
  }
  const found = new Map(
    (await elevated(tx, () => listResidentsForUpdate(tx, [...seen]))).map((person) => [person.nik, person]),
  );
  const byRole = new Map<string, Resident[]>();
  for (const { role, nik, path, reach, states } of wanted) {
    const person = found.get(nik);
    if (!person) throw at('civil_event.person_unknown', path);
    if (reach === 'here' && !here(actor, person)) throw at('civil_event.person_elsewhere', path);
    if (!(states ?? PRESENT).includes(person.state)) throw at('civil_event.not_present', path, { state: person.state });
    byRole.set(role, [...(byRole.get(role) ?? []), person]);
  }
  return { byRole, beyond: [...found.values()].some((person) => !here(actor, person)) };
}

function nikOfRole(tx: Tx, { ref, path }: RoleGiven): Nik {
  const nik = tx.ground.personRefs.read(ref);
  if (!nik) throw at('civil_event.person_unknown', path);
  return nik;
}

function at(code: keyof typeof refusals, path: string, values?: Record<string, string>) {
  return refuse(code, {
    ...(values ? { values } : {}),
    faults: [{ path: `details.${path}`, code, ...(values ? { values } : {}) }],
  });
}

/** Runs `work` beyond the region where somebody lives there, else as the officer alone. */
export function reaching<Result>(tx: Tx, beyond: boolean, work: () => Promise<Result>): Promise<Result> {
  return beyond ? elevated(tx, work) : work();
}
