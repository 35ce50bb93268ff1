/** The offices of the nation and the officers of the story, made by the same use cases that an administrator uses. */
import { randomBytes } from 'node:crypto';
import { NATION, systemActor, type Actor } from '../../core/access/index.ts';
import { many, sql, type Database, type Ground, type Tx } from '../../core/db/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { DITJEN_ID, openOffice, type Office } from '../../register/office/index.ts';
import {
  activate,
  addOfficer,
  changePost,
  hashPassword,
  issueCode,
  issueFirstRunCodes,
  registerFirstAdministrator,
  scopesOf,
  setPassword,
  type Role,
} from '../../register/officer/index.ts';
import { zoneOf } from '../../register/region/index.ts';

/** The law that created these offices is older than the story; they open on its first working day. */
const OPENED_ON = asCivilDate('2011-01-03');
const JAKARTA = '31';
/** Where the story's officers work: Jakarta Timur, whose cards will be found in a sack. */
export const STORY_REGENCY = '3175';

export interface Player {
  readonly officerId: string;
  readonly role: Role;
  readonly officeName: string;
  readonly actor: Actor;
}

export interface Cast {
  /** Players at Jakarta Timur, at the centre and in a unit of the centre, by role. */
  readonly players: readonly Player[];
  /** An officer of the office that answers for a regency, for what happens elsewhere. */
  elsewhere(regencyCode: string): Actor;
}

/** Who plays which role; the office's head signs its papers. All made up. */
const AT_OFFICE = {
  operator: 'Rina Contoh Astuti',
  verifier: 'Hendra Contoh Gunawan',
  section_head: 'Sri Contoh Handayani',
  office_head: 'Bambang Contoh Wijanarko',
  administrator: 'Yuli Contoh Pratiwi',
  store_keeper: 'Agus Contoh Susanto',
} as const satisfies Partial<Record<Role, string>>;
const AT_CENTRE = {
  ministry_officer: 'Dian Contoh Permata',
  auditor: 'Ratna Contoh Siregar',
  leadership: 'Made Contoh Suardana',
} as const satisfies Partial<Record<Role, string>>;
/** Of a unit of the centre's own: who says yes to what the Ditjen wants to destroy. */
const AT_UNIT = { role: 'ministry_officer', username: 'ministry.unit', name: 'Fitri Contoh Wardani' } as const;
const UNIT = 'Direktorat Pendaftaran Penduduk';

interface Part {
  readonly role: Role;
  readonly username: string;
  readonly name: string;
}
const partsOf = (names: Readonly<Partial<Record<Role, string>>>): Part[] =>
  (Object.entries(names) as [Role, string][]).map(([role, name]) => ({
    role,
    username: role.replaceAll('_', '.'),
    name,
  }));
/** In the order in which links are printed. */
const PARTS: readonly Part[] = [...partsOf(AT_OFFICE), ...partsOf(AT_CENTRE), AT_UNIT];

const self: Actor = { ...systemActor('story'), jurisdiction: NATION };

/** Opens every provincial and regency office on the map of the story's day, and appoints the story's officers. */
export async function raiseCurtain(stage: { database: Database; ground: Ground }): Promise<Cast> {
  const { database, ground } = stage;
  return database.transact('system', self, async (tx) => {
    await appointAdministrators(tx);
    const offices = await openOffices(tx, ground);
    const home = offices.get(STORY_REGENCY)!;
    const players: Player[] = [];
    for (const part of partsOf(AT_OFFICE)) players.push(await enlist(tx, home, part));
    const centre = { id: DITJEN_ID, name: 'Ditjen Dukcapil', regionCode: '', zone: 'Asia/Jakarta' };
    for (const part of partsOf(AT_CENTRE)) players.push(await enlist(tx, centre, part));
    const opened = { openedOn: OPENED_ON, legalBasis: 'UU 23/2006', parentId: DITJEN_ID };
    const unit = { kind: 'directorate' as const, name: UNIT, regionCode: '', zone: centre.zone };
    players.push(await enlist(tx, await openOffice(tx, self, { ...unit, ...opened }), AT_UNIT));
    return castOf(players, offices);
  });
}

/** The first run as two people do it; their passwords are nobody's: in the demo one signs in by link. */
async function appointAdministrators(tx: Tx): Promise<void> {
  const codes = await issueFirstRunCodes(tx);
  for (const [index, code] of codes.entries()) {
    const password = randomBytes(24).toString('base64url');
    await registerFirstAdministrator(tx, {
      code,
      username: `admin.${index + 1}`,
      name: `Administrator Contoh ${index + 1}`,
      password,
    });
  }
}

type Place = Pick<Office, 'id' | 'name' | 'regionCode' | 'zone'>;

async function openOffices(tx: Tx, ground: Ground): Promise<Map<string, Place>> {
  const offices = new Map<string, Place>();
  const opened = { openedOn: OPENED_ON, legalBasis: 'UU 23/2006' };
  for (const province of ground.regions.childrenAt('', storyDay(tx, ground))) {
    const zone = zoneOf(province.code);
    const provincial = await openOffice(tx, self, {
      kind: 'provincial',
      name: `Dinas Dukcapil ${province.name}`,
      regionCode: province.code,
      zone,
      parentId: DITJEN_ID,
      ...opened,
    });
    for (const regency of ground.regions.childrenAt(province.code, storyDay(tx, ground))) {
      const jakarta = province.code === JAKARTA;
      const office = await openOffice(tx, self, {
        kind: jakarta ? 'sub_office' : 'regency',
        name: `${jakarta ? 'Suku Dinas' : 'Dinas'} Dukcapil ${regency.name}`,
        regionCode: regency.code,
        zone,
        parentId: provincial.id,
        ...opened,
      });
      offices.set(regency.code, office);
      // Jakarta Timur's is one of the players.
      if (regency.code !== STORY_REGENCY) await appointHead(tx, office);
    }
  }
  return offices;
}

function storyDay(tx: Tx, ground: Ground) {
  return asCivilDate((tx.ground ?? ground).clock.now().toISOString().slice(0, 10));
}

/** Whoever signs what his office issues: without a head no paper leaves it. */
async function appointHead(tx: Tx, office: Place): Promise<void> {
  const name = `Kepala Contoh ${office.regionCode}`;
  const { officerId } = await addOfficer(tx, self, {
    username: `kepala.${office.regionCode}`,
    name,
    employeeNumber: null,
  });
  await changePost(tx, self, {
    change: 'grant',
    officerId,
    officeId: office.id,
    role: 'office_head',
    from: OPENED_ON,
    until: null,
  });
  await activate(tx, officerId);
}

/** Gives an office an officer with one role. */
export async function enlist(tx: Tx, office: Place, { role, username, name }: Part): Promise<Player> {
  const { officerId } = await addOfficer(tx, self, { username, name, employeeNumber: null });
  await changePost(tx, self, { change: 'grant', officerId, officeId: office.id, role, from: OPENED_ON, until: null });
  const [row] = await many<{ pseudonym: string }>(
    tx,
    sql`select pseudonym from officer_read.officer where id = ${officerId}`,
  );
  return { officerId, role, officeName: office.name, actor: actorAt(office, officerId, row!.pseudonym, [role]) };
}

function actorAt(office: Place, id: string, pseudonym: string, roles: readonly Role[]): Actor {
  return {
    kind: 'officer',
    id,
    pseudonym,
    officeId: office.id,
    jurisdiction: { code: office.regionCode ?? '' },
    roles,
    scopes: scopesOf(roles),
    purpose: 'service',
    language: 'id',
    zone: office.zone,
    sessionId: null,
  };
}

function castOf(players: readonly Player[], offices: ReadonlyMap<string, Place>): Cast {
  const stranger = players.find((player) => player.role === 'section_head')!;
  return {
    players,
    elsewhere(regencyCode) {
      const office = offices.get(regencyCode);
      if (!office) throw new Error(`no office answers for ${regencyCode}`);
      return actorAt(office, stranger.officerId, `${stranger.actor.pseudonym}:${regencyCode}`, [
        'verifier',
        'section_head',
      ]);
    },
  };
}

export interface Keys {
  readonly links: readonly { readonly role: string; readonly office: string; readonly link: string }[];
  /** What an approval asks for once more; the same for all players, new at every start. */
  readonly password: string;
}

/** A single-use sign-in link for each player, the secret after `#`, so that no log sees it; and the password of this run. */
export async function handOutKeys(database: Database, cast: Cast, url: string): Promise<Keys> {
  const password = randomBytes(9).toString('base64url');
  const hash = await hashPassword(password);
  return database.transact('system', self, async (tx) => {
    const links = [];
    for (const player of cast.players) {
      await setPassword(tx, player.officerId, hash);
      await activate(tx, player.officerId);
      const code = await issueCode(tx, { kind: 'link', officerId: player.officerId, hours: 24 });
      links.push({ role: player.role, office: player.officeName, link: `${url}/masuk#${code}` });
    }
    return { links, password };
  });
}

/** The cast of a register in which the story was played before. */
export async function recallCast(database: Database): Promise<Cast> {
  return database.transact('system', self, async (tx) => {
    const rows = await many<{
      officerId: string;
      pseudonym: string;
      username: string;
      role: Role;
      id: string;
      name: string;
      regionCode: string | null;
      zone: string;
    }>(
      tx,
      sql`select o.id as "officerId", o.pseudonym, o.username, p.role, f.id, f.name, f.region_code as "regionCode", f.zone
            from officer_read.officer o join officer_read.post p on p.officer_id = o.id join office_read.office f on f.id = p.office_id
           where o.username = any(${PARTS.map(({ username }) => username)}::text[])`,
    );
    const offices = await many<Place>(
      tx,
      sql`select id, name, region_code as "regionCode", zone from office_read.office where length(region_code) = 4`,
    );
    const players = PARTS.flatMap(
      ({ username, role }) => rows.find((row) => row.username === username && row.role === role) ?? [],
    ).map((row) => ({
      officerId: row.officerId,
      role: row.role,
      officeName: row.name,
      actor: actorAt(row, row.officerId, row.pseudonym, [row.role]),
    }));
    return castOf(players, new Map(offices.map((office) => [office.regionCode!, office])));
  });
}
