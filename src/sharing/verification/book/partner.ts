/** A partner as calls need him: everything read and taken apart once, so that a call only compares. */
import { NATION, systemActor, type Actor } from '../../../core/access/index.ts';
import {
  maySayWhy,
  standingOf,
  type GrantStanding,
  type Kind,
  type Sector,
  type SuspensionStanding,
  type WhyNot,
} from '../../partner/index.ts';
import { ATTRIBUTE_NAMES, BODY_PARTS, type Attribute, type BodyPart } from '../attribute.ts';
import type { Leave } from '../compare/compare.ts';
import type { PersonState, Purpose } from '../schema.ts';
import { readKey, storedKey, type PartnerKey } from '../token/key.ts';
import type { PartnerRow } from './sql.ts';

export interface Grant {
  readonly id: string;
  readonly purpose: Purpose;
  readonly leave: Leave;
  /** Which parts of a body may be compared, one to one. */
  readonly bodies: ReadonlyMap<BodyPart, 'check' | 'score'>;
  readonly dailyQuota: number;
  /** Whose people alone may be asked about; '' for the nation. */
  readonly region: string;
  readonly dpop: boolean;
  readonly signed: boolean;
}

export interface Partner {
  readonly institutionId: string;
  readonly cooperationId: string;
  readonly name: string;
  /** Says whether it pays. */
  readonly kind: Kind;
  readonly sector: Sector;
  readonly actor: Actor;
  /** Those that he handed in, then those that he publishes. */
  readonly keys: readonly (PartnerKey & { readonly id: string })[];
  /** Until when he is slowed down; milliseconds of true time, 0 where he is not. */
  readonly slowUntil: number;
  /** Where he publishes them, if he does. */
  readonly publishedAt: string | null;
  /** A grant by its id, in force or not. */
  grant(id: string): Grant | null;
  /** The grant for a purpose, or why he may not ask for it now from this address. */
  grantFor(purpose: Purpose, asking: { readonly now: Date; readonly address: string }): Grant | WhyNot;
}

const LIVE: readonly string[] = ['CONNECTED', 'EVALUATION'];

/** Of the rows of one institution the one in use; while it climbs for the first time, that one. */
export function chosenRow(rows: readonly PartnerRow[]): PartnerRow {
  return rows.find(({ stage }) => LIVE.includes(stage)) ?? rows[0]!;
}

export async function partnerOf(row: PartnerRow): Promise<Partner> {
  const { institutionId } = row;
  const { suspensions, grants: standings } = standingOf(row);
  const byPurpose = new Map<Purpose, { grant: Grant; standing: GrantStanding }[]>();
  for (const given of row.grants) {
    const purpose = given.purpose;
    const grant: Grant = {
      id: given.id,
      purpose,
      leave: leaveOf(given),
      bodies: bodiesOf(given),
      dailyQuota: given.dailyQuota,
      region: given.region ?? '',
      dpop: given.dpop,
      signed: given.signed,
    };
    byPurpose.set(purpose, [...(byPurpose.get(purpose) ?? []), { grant, standing: standings.get(given.id)! }]);
  }
  return {
    institutionId,
    cooperationId: row.cooperationId,
    name: row.institution,
    kind: row.kind,
    sector: row.sector,
    actor: actorOf(institutionId, row.region),
    keys: await keysOf(row),
    slowUntil: row.slowUntil === null ? 0 : Date.parse(row.slowUntil),
    publishedAt: row.published?.url ?? null,
    grant: (id) => [...byPurpose.values()].flat().find(({ grant }) => grant.id === id)?.grant ?? null,
    grantFor: remembered(byPurpose, suspensions),
  };
}

function leaveOf(given: PartnerRow['grants'][number]): Leave {
  const methods = new Map(given.elements.map(({ element, method }) => [element, method]));
  const elements = ATTRIBUTE_NAMES.flatMap((name): [Attribute, 'check' | 'score'][] => {
    const method = methods.get(elementOf(name));
    // Values are not given away here, also where a PKS names them: whoever may have one may at least compare it.
    return method === undefined ? [] : [[name, method === 'check' ? 'check' : 'score']];
  });
  return {
    elements: new Map(elements),
    // Where nothing is scored no threshold is agreed: then only the same name is the same.
    threshold: given.threshold ?? 100,
    // Who may tell records apart is told too that a person has locked his.
    tells: new Set(given.tells.length === 0 ? [] : [...(given.tells as readonly PersonState[]), 'locked']),
  };
}

function bodiesOf(given: PartnerRow['grants'][number]): Grant['bodies'] {
  const methods = new Map(given.elements.map(({ element, method }) => [element, method]));
  return new Map(
    BODY_PARTS.flatMap((part) =>
      methods.has(part) ? [[part, methods.get(part) === 'score' ? 'score' : 'check'] as const] : [],
    ),
  );
}

/** As agreements write it: `birth_date`. */
export function elementOf(attribute: Attribute): string {
  return attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function actorOf(institutionId: string, region: string | null): Actor {
  return {
    ...systemActor('partner'),
    kind: 'partner',
    id: institutionId,
    pseudonym: `partner:${institutionId}`,
    jurisdiction: region === null ? NATION : { code: region },
    roles: ['partner'],
  };
}

/** Those that he handed in, then those that he publishes. */
export async function keysOf({
  institutionId,
  keys,
  published,
}: Pick<PartnerRow, 'institutionId' | 'keys' | 'published'>): Promise<(PartnerKey & { id: string })[]> {
  const own = keys.map((row) => ({ id: row.id, ...storedKey(row) }));
  const theirs = await Promise.all(
    (published?.keys ?? []).map(async (jwk) => {
      const key = await readKey({ ...jwk });
      return { id: `${institutionId}:${key.thumbprint}`, ...key };
    }),
  );
  return [...own, ...theirs];
}

/** Terms, hours and suspensions begin and end at whole seconds or later than they were decided: an answer holds for one. */
function remembered(
  byPurpose: ReadonlyMap<Purpose, readonly { grant: Grant; standing: GrantStanding }[]>,
  suspensions: readonly SuspensionStanding[],
): Partner['grantFor'] {
  let second = -1;
  const answers = new Map<string, Grant | WhyNot>();
  return (purpose, { now, address }) => {
    const at = Math.floor(now.getTime() / 1000);
    if (at !== second) {
      answers.clear();
      second = at;
    }
    const key = `${purpose} ${address}`;
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = decide(purpose, { now, address })));
    return answer;
  };

  function decide(purpose: Purpose, asking: { now: Date; address: string }): Grant | WhyNot {
    const candidates = byPurpose.get(purpose) ?? [];
    let why = maySayWhy(null, suspensions, asking)!;
    // One purpose is granted once at a time; those that ended say why only where no other speaks.
    for (const { grant, standing } of candidates) {
      const refused = maySayWhy(standing, suspensions, asking);
      if (refused === null) return grant;
      why = refused;
    }
    return why;
  }
}
