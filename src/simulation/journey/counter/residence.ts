/** Where people live: within a regency, between two offices, out of the country and back. */
import { addDays, type CivilDate } from '../../../core/time/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { cancelMove, recordArrival } from '../../../register/civil-event/index.ts';
import type { Address } from '../../../register/family/index.ts';
import { STORY_REGENCY } from '../cast.ts';
import { askOn, ask, decide, houseNearby, print, recordAt, type Desk } from './desk.ts';
import type { Scene } from './scene.ts';
import { aged, atHome, regencyOf, RELATION, type Household } from './troupe.ts';

const seatsOf = (desk: Desk, { members }: Household) =>
  members.map(({ nik, relation }) => ({ person: desk.ref(nik), relation }));

const whole = ({ members }: Household) =>
  members.length <= 6 && members.filter((one) => one.relation === RELATION.head).length === 1;

/** A family moves within its regency; in another district its card gets a new number. */
export const addressChangeScene: Scene = ({ desk, troupe }, day) => {
  const family = troupe.claim(whole);
  const found = family && troupe.addressIn((village) => village.startsWith(regencyOf(family)));
  if (!family || !found) return 0;
  const village = family.address.villageCode;
  const address = houseNearby(desk, found);
  const details = {
    occurredOn: addDays(day, -1),
    villageCode: village,
    movers: seatsOf(desk, family),
    address,
    reason: 'PERUMAHAN',
  };
  askOn(
    desk,
    day,
    'pindah alamat',
    { kind: 'address_change', applicant: family.members[0]!.nik, village, details },
    () =>
      village.slice(0, 6) === address.villageCode.slice(0, 6) ? print(desk, family.card, village) : Promise.resolve(),
  );
  return family.members.length;
};

/** Into the story's regency or out of it; the office of arrival ends it, weeks later. */
export function moveScene(direction: 'in' | 'out', end: 'arrival' | 'cancelled' = 'arrival'): Scene {
  return ({ desk, troupe }, day) => {
    const family = troupe.claim((one) => whole(one) && atHome(one) === (direction === 'out'));
    const found = troupe.addressIn((village) => village.startsWith(STORY_REGENCY) === (direction === 'in'));
    if (!family || !found) return 0;
    const address = houseNearby(desk, found);
    desk.on(day, 'pindah', async () => {
      const id = await depart(desk, family, { on: day, address });
      const back = addDays(day, desk.days(4, 40));
      if (end === 'cancelled') desk.on(back, 'batal pindah', () => cancel(desk, id, family.address.villageCode));
      else desk.on(back, 'datang', () => arrive(desk, id, { on: back, address }));
    });
    return family.members.length;
  };
}

async function depart(
  desk: Desk,
  family: Household,
  { on, address }: { on: CivilDate; address: Address },
): Promise<Uuid> {
  const details = { movers: seatsOf(desk, family), address, reason: 'PEKERJAAN' };
  const { id } = await recordAt(desk, {
    kind: 'move',
    occurredOn: on,
    villageCode: family.address.villageCode,
    details,
  });
  return id;
}

export async function arrive(
  desk: Desk,
  id: string,
  { on, address }: { on: CivilDate; address: Address },
): Promise<void> {
  const actor = desk.officer('operator', address.villageCode, 'civil_registration');
  await desk.stage.act(actor, (tx) =>
    recordArrival(tx, actor, { id, occurredOn: on, address, card: null, movers: null }),
  );
}

async function cancel(desk: Desk, id: string, village: string): Promise<void> {
  const actor = desk.officer('operator', village, 'civil_registration');
  const why = { reason: 'keluarga urung pindah', legalBasis: 'SURAT PERNYATAAN' };
  await desk.stage.act(actor, (tx) => cancelMove(tx, actor, { id, ...why }));
}

/** Somebody grown up leaves for another country and, in the `return` scene, comes home into the family again. */
export function abroadScene(end: 'stays' | 'returns'): Scene {
  return ({ desk, troupe }, day) => {
    const goerOf = ({ members }: Household) =>
      members.find((one) => one.relation === RELATION.child && one.nationality === 'IDN' && aged(one, day, 19, 50));
    const family = troupe.claim((one) => goerOf(one) !== undefined);
    if (!family) return 0;
    const village = family.address.villageCode;
    const goer = goerOf(family)!;
    const details = { occurredOn: day, movers: [desk.ref(goer.nik)], country: 'MYS', reason: 'BEKERJA' };
    askOn(desk, day, 'pindah ke luar negeri', { kind: 'move_abroad', applicant: goer.nik, village, details });
    const home = addDays(day, desk.days(200, 500));
    if (end === 'returns')
      desk.on(home, 'datang dari luar negeri', async () => {
        const back = {
          occurredOn: addDays(home, -3),
          movers: [{ person: desk.ref(goer.nik), relation: RELATION.child }],
          address: family.address,
          card: desk.cardRef(family.card),
          passport: 'X0000001',
        };
        const id = await ask(desk, { kind: 'return_from_abroad', applicant: goer.nik, village, details: back });
        await decide(desk, id, { kind: 'return_from_abroad', village });
      });
    return 1;
  };
}
