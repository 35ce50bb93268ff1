/**
 * Marriage (UU 23/2006 art. 34-35). Before the civil office: a certificate. Between Muslims the KUA marries and tells the
 * register, which changes status and card and writes no certificate (art. 34 (4)-(6)).
 */
import type { Tx } from '../../../core/db/index.ts';
import type { Resident, ResidentChange } from '../../resident/index.ts';
import { named, type EventKind, type Given, type Plan, type Seats } from '../kind.ts';
import { DEEDS } from '../deed.ts';
import { MARRIED, marriageFaults, marriageWarnings, type Warning } from '../rules.ts';
import { mustHold, refuse } from '../refusals.ts';
import type { DetailsOf } from '../schema.ts';
import { addressChanges, addressOf, HEAD, homesOf, RELATION, spouseRelation, together } from '../seats.ts';

type Wedding = Pick<
  DetailsOf<'marriage'>,
  'husband' | 'wife' | 'household' | 'address' | 'dispensationNumber' | 'polygamyPermit'
>;

const roles = ({ husband, wife }: Wedding) =>
  [
    { role: 'husband', ref: husband, path: 'husband', reach: 'anywhere' },
    { role: 'wife', ref: wife, path: 'wife', reach: 'anywhere' },
  ] as const;

export const marriage: EventKind<DetailsOf<'marriage'>> = {
  kind: 'marriage',
  deed: () => DEEDS.marriage,
  roles,
  plan: (tx, _actor, given) =>
    planWedding(tx, given, {
      by: 'civil_office',
      certificate: given.number,
      courtRuling: given.details.courtRuling,
      legalBasis: given.details.courtRuling,
    }),
};

export const marriageNotification: EventKind<DetailsOf<'marriage_notification'>> = {
  kind: 'marriage_notification',
  roles,
  plan: (tx, _actor, given) =>
    planWedding(tx, given, {
      by: 'religious_office',
      certificate: given.details.bookNumber,
      courtRuling: null,
      legalBasis: `${given.details.office} ${given.details.bookNumber}`,
    }),
};

interface Ceremony {
  readonly by: 'civil_office' | 'religious_office';
  readonly certificate: string | null;
  readonly courtRuling: string | null;
  readonly legalBasis: string | null;
}

async function planWedding(tx: Tx, given: Given<Wedding>, ceremony: Ceremony): Promise<Plan> {
  const husband = given.one('husband');
  const wife = given.one('wife');
  const { details, occurredOn } = given;
  mustBeOfHere(given, husband, wife);
  mustHold(
    marriageFaults({
      husband,
      wife,
      occurredOn,
      by: ceremony.by,
      courtRuling: ceremony.courtRuling,
      dispensationNumber: details.dispensationNumber,
      polygamyPermit: details.polygamyPermit,
    }),
  );
  const warnings: Warning[] = marriageWarnings({ husband, wife, occurredOn });
  const status = {
    maritalStatus: MARRIED,
    maritalRegistered: true,
    marriageCertificate: ceremony.certificate,
    marriageDate: occurredOn,
  };
  const home = await household(tx, given, husband, wife);
  return {
    participants: named(given, ['husband', 'wife']),
    changes: together(
      [husband, wife].map((one): ResidentChange => ({ nik: one.nik, delta: status })),
      home.changes,
    ),
    seats: () => home.seats,
    warnings: [...warnings, ...home.warnings],
    ...(ceremony.legalBasis ? { legalBasis: ceremony.legalBasis } : {}),
  };
}

/** One of a couple lives in the officer's region; the other may live anywhere. */
export function mustBeOfHere(given: Given<unknown>, husband: Resident, wife: Resident): void {
  if (!given.here(husband) && !given.here(wife))
    throw refuse('civil_event.person_elsewhere', {
      faults: [{ path: 'details.husband', code: 'civil_event.person_elsewhere' }],
    });
}

/** Where the couple lives afterwards. Whoever lives in another office's region keeps his card until he moves here. */
async function household(tx: Tx, given: Given<Wedding>, husband: Resident, wife: Resident) {
  const { details } = given;
  const stay = { seats: {} as Seats, changes: [] as ResidentChange[], warnings: [] as Warning[] };
  const homes = await homesOf(tx, [husband.nik, wife.nik]);
  const his = homes.get(husband.nik);
  const hers = homes.get(wife.nik);
  if (details.household === 'stay' || (his && his.card.number === hers?.card.number)) return stay;
  if (!given.here(husband) || !given.here(wife))
    return { ...stay, warnings: [{ code: 'civil_event.warning.spouse_elsewhere' }] satisfies Warning[] };

  if (details.household === 'new_card') {
    const address = details.address ?? addressOf(his?.card ?? husband);
    const headless = [his, hers].some((home) => home?.relation === HEAD && home.members.length > 1);
    return {
      seats: {
        form: [
          {
            address,
            members: [
              { nik: husband.nik, relation: HEAD },
              { nik: wife.nik, relation: RELATION.wife },
            ],
          },
        ],
      },
      changes: addressChanges([husband, wife], address),
      warnings: headless ? ([{ code: 'civil_event.warning.headless' }] satisfies Warning[]) : [],
    };
  }
  const [host, guest, as] =
    details.household === 'join_husband' ? ([his, wife, 'wife'] as const) : ([hers, husband, 'husband'] as const);
  if (!host)
    throw refuse('civil_event.no_card', { faults: [{ path: 'details.household', code: 'civil_event.no_card' }] });
  const left = as === 'wife' ? hers : his;
  return {
    seats: { join: [{ nik: guest.nik, card: host.card.number, relation: spouseRelation(host.relation, as) }] },
    changes: addressChanges([guest], host.card),
    warnings:
      left?.relation === HEAD && left.members.length > 1
        ? ([{ code: 'civil_event.warning.headless' }] satisfies Warning[])
        : [],
  };
}
