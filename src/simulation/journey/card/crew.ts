/** Who keeps the stores of blanks; Jakarta Timur's keeper is one of the players. */
import { NATION, systemActor, type Actor } from '../../../core/access/index.ts';
import { one, sql, type Tx } from '../../../core/db/index.ts';
import { DITJEN_ID } from '../../../register/office/index.ts';
import { activate, type Role } from '../../../register/officer/index.ts';
import { enlist, STORY_REGENCY } from '../cast.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';

export const ONLINE_REGENCY = '1805';
export const self: Actor = { ...systemActor('story'), jurisdiction: NATION };

export interface Keepers {
  /** Records what the supplier brings, and what offices send for destruction. */
  readonly clerk: Actor;
  readonly centre: Actor;
  /** Counts what is drawn on the day of a destruction, and says that it is done. */
  readonly burner: Actor;
  readonly jakarta: Actor;
  readonly lampung: Actor;
  readonly tulangBawang: Actor;
  readonly home: Actor;
}

export function gatherKeepers(stage: Stage): Promise<Keepers> {
  return stage.database.transact('system', self, async (tx) => {
    const serving = async (role: Role, regionCode: string, username: string, name: string): Promise<Actor> => {
      const { actor, officerId } = await enlist(tx, await placeOf(tx, regionCode), { role, username, name });
      await activate(tx, officerId);
      return actor;
    };
    const keeper = (regionCode: string, username: string, name: string) =>
      serving('store_keeper', regionCode, username, name);
    // Signs the minutes of the centre.
    await serving('office_head', '', 'kepala.pusat', 'Harjo Contoh Sasmito');
    return {
      clerk: await keeper('', 'penerima.pusat', 'Wati Contoh Nurhayati'),
      centre: await keeper('', 'gudang.pusat', 'Surya Contoh Wibisana'),
      burner: await keeper('', 'pemusnah.pusat', 'Bimo Contoh Saputra'),
      jakarta: await keeper('31', 'gudang.31', 'Lukman Contoh Hakim'),
      lampung: await keeper('18', 'gudang.18', 'Ningsih Contoh Utami'),
      tulangBawang: await keeper(ONLINE_REGENCY, 'gudang.1805', 'Darma Contoh Setiawan'),
      home: player(stage, 'store_keeper'),
    };
  });
}

/** Who approves at the centre: an officer of another of its units than the Ditjen itself. */
export function officerOfUnit({ cast }: Stage): Actor {
  return cast.players.find(({ role, actor }) => role === 'ministry_officer' && actor.officeId !== DITJEN_ID)!.actor;
}

interface Place {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
  readonly zone: string;
}

export function placeOf(tx: Tx, regionCode: string): Promise<Place> {
  if (regionCode === '')
    return Promise.resolve({ id: DITJEN_ID, name: 'Ditjen Dukcapil', regionCode, zone: 'Asia/Jakarta' });
  return one(
    tx,
    sql<Place>`select id, name, region_code as "regionCode", zone from office_read.office where region_code = ${regionCode} limit 1`,
  );
}

export const HOME = STORY_REGENCY;
