/**
 * Divorce (UU 23/2006 art. 40), after a court's final ruling; `occurredOn` is the day on which it became final. The
 * religious court's ruling comes as a notification and yields no certificate. Who is not head leaves with a new card.
 */
import type { Tx } from '../../../core/db/index.ts';
import { nikOf, listResidents, type Resident } from '../../resident/index.ts';
import { named, type EventKind, type Given, type Plan } from '../kind.ts';
import { DEEDS } from '../deed.ts';
import { DIVORCED, divorceFaults } from '../rules.ts';
import { mustHold, refuse } from '../refusals.ts';
import type { DetailsOf } from '../schema.ts';
import { mustBeOfHere } from './marriage.ts';
import { addressChanges, addressOf, HEAD, homesOf, RELATION, spousesIn, together } from '../seats.ts';

type Parting = Pick<
  DetailsOf<'divorce'>,
  'husband' | 'wife' | 'children' | 'address' | 'court' | 'rulingNumber' | 'rulingDate'
>;

const roles = ({ husband, wife, children }: Parting) =>
  [
    { role: 'husband', ref: husband, path: 'husband', reach: 'anywhere' },
    { role: 'wife', ref: wife, path: 'wife', reach: 'anywhere' },
    ...children.map((ref, n) => ({ role: 'child', ref, path: `children.${n}`, reach: 'here' }) as const),
  ] as const;

export const divorce: EventKind<DetailsOf<'divorce'>> = {
  kind: 'divorce',
  deed: () => DEEDS.divorce,
  roles,
  plan: (tx, _actor, given) =>
    planParting(tx, given, { by: 'civil_office', certificate: given.number, marriage: given.details }),
};

export const divorceNotification: EventKind<DetailsOf<'divorce_notification'>> = {
  kind: 'divorce_notification',
  roles,
  plan: (tx, _actor, given) =>
    planParting(tx, given, { by: 'religious_office', certificate: given.details.deedNumber }),
};

async function planParting(
  tx: Tx,
  given: Given<Parting>,
  ruling: {
    by: 'civil_office' | 'religious_office';
    certificate: string | null;
    marriage?: Pick<DetailsOf<'divorce'>, 'marriageDeedNumber' | 'marriageDate'>;
  },
): Promise<Plan> {
  const husband = given.one('husband');
  const wife = given.one('wife');
  mustBeOfHere(given, husband, wife);
  const homes = await homesOf(tx, [husband.nik, wife.nik]);
  const his = homes.get(husband.nik);
  const hers = homes.get(wife.nik);
  const oneCard = his !== undefined && his.card.number === hers?.card.number;
  mustHold(divorceFaults({ ...ruling.marriage, husband, wife, by: ruling.by, oneCard }));
  const status = {
    maritalStatus: DIVORCED,
    divorceCertificate: ruling.certificate,
    divorceDate: given.occurredOn,
  };
  // A man with another wife stays married; the ruling is noted all the same.
  const staysMarried = spousesIn(his, husband.nik).some((other) => other !== wife.nik);
  const { maritalStatus: _, ...noted } = status;
  const leaver = hers?.relation === HEAD ? husband : wife;
  const address = given.details.address ?? (oneCard ? addressOf(his.card) : null);
  const seats =
    oneCard && address && given.here(leaver)
      ? await leaving(
          tx,
          given,
          leaver,
          his.members.map((m) => m.nik),
        )
      : [];
  return {
    participants: named(given, ['husband', 'wife', 'child']),
    changes: together(
      [
        { nik: husband.nik, delta: staysMarried ? noted : status },
        { nik: wife.nik, delta: status },
      ],
      seats.length && address
        ? addressChanges(
            seats.map((seat) => seat.person),
            address,
          )
        : [],
    ),
    seats: () =>
      seats.length && address
        ? { form: [{ address, members: seats.map(({ person, relation }) => ({ nik: person.nik, relation })) }] }
        : {},
    legalBasis: `${given.details.court} ${given.details.rulingNumber}`,
  };
}

async function leaving(
  tx: Tx,
  given: Given<Parting>,
  leaver: Resident,
  members: readonly string[],
): Promise<{ person: Resident; relation: number }[]> {
  const niks = given.details.children.map((ref) => nikOf(tx, ref));
  niks.forEach((nik, n) => {
    if (!members.includes(nik))
      throw refuse('civil_event.not_in_card', {
        faults: [{ path: `details.children.${n}`, code: 'civil_event.not_in_card' }],
      });
  });
  const children = await listResidents(tx, niks);
  return [
    { person: leaver, relation: HEAD },
    ...children.map((person) => ({ person, relation: RELATION.child as number })),
  ];
}
