/** Deaths: of old people, of a head whose family gets a new one; a few families are still without. */
import { addDays } from '../../../core/time/index.ts';
import { replaceHead } from '../../../register/family/index.ts';
import { askOn, print, recordAt } from './desk.ts';
import type { Scene } from './scene.ts';
import { aged, RELATION, type Household, type Member } from './troupe.ts';

const PARENT = 7;
const PARENT_IN_LAW = 8;
const OTHER_KIN = 9;

/** How a member stands to the widow who heads the family now. */
function relationToWidow(member: Member, widow: Member): number {
  if (member.nik === widow.nik) return RELATION.head;
  if (member.relation === PARENT) return PARENT_IN_LAW;
  if (member.relation === PARENT_IN_LAW) return PARENT;
  return member.relation > PARENT_IN_LAW || member.relation === RELATION.wife ? OTHER_KIN : member.relation;
}

/** A husband dies; his widow becomes widowed and heads the family, which gets a card of a new number. */
export function headDiesScene(after: 'new_head' | 'headless'): Scene {
  return ({ desk, troupe }, day) => {
    const family = troupe.claimCouple(({ husband, wife }) => aged(husband, day, 48, 120) && aged(wife, day, 30, 120));
    if (!family) return 0;
    const village = family.address.villageCode;
    const left = family.members.filter(({ nik }) => nik !== family.husband.nik);
    const details = {
      occurredOn: day,
      villageCode: village,
      deceased: desk.ref(family.husband.nik),
      deathPlace: 'JAKARTA',
      proofNumber: desk.number('SKM'),
    };
    const reported = addDays(day, desk.days(1, 45));
    askOn(desk, reported, 'kematian', { kind: 'death', applicant: family.wife.nik, village, details });
    if (after === 'new_head')
      desk.on(addDays(reported, desk.days(4, 20)), 'kepala keluarga baru', async () => {
        const actor = desk.officer('operator', village, 'family_card');
        const done = await desk.stage.act(actor, (tx) =>
          replaceHead(tx, actor, {
            ref: desk.cardRef(family.card),
            members: left.map((member) => ({
              ref: desk.ref(member.nik),
              relation: relationToWidow(member, family.wife),
            })),
            reason: 'kepala keluarga meninggal',
          }),
        );
        await print(desk, done.number as typeof family.card, village);
      });
    return family.members.length;
  };
}

/** Somebody old who does not head the family. */
export const deathScene: Scene = ({ desk, troupe }, day) => {
  const oldOf = ({ members }: Household) =>
    members.find((one) => one.relation !== RELATION.head && one.nationality === 'IDN' && aged(one, day, 62, 120));
  const family = troupe.claim((one) => oldOf(one) !== undefined);
  if (!family) return 0;
  const details = { deceased: desk.ref(oldOf(family)!.nik), deathPlace: 'JAKARTA', proofNumber: desk.number('SKM') };
  desk.on(addDays(day, desk.days(1, 60)), 'kematian', () =>
    recordAt(desk, { kind: 'death', occurredOn: day, villageCode: family.address.villageCode, details }),
  );
  return 1;
};
