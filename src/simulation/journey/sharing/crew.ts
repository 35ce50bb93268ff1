/** Who works at the centre with partners: the player of the ministry, the leadership that approves, and two who decide about suspensions. */
import { approve } from '../../../core/approval/index.ts';
import { NATION, systemActor, type Actor } from '../../../core/access/index.ts';
import { activate, hashPassword, setPassword } from '../../../register/officer/index.ts';
import { DITJEN_ID } from '../../../register/office/index.ts';
import { enlist } from '../cast.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';

export const self: Actor = { ...systemActor('story'), jurisdiction: NATION };

export interface Desk {
  /** Enters and proposes. */
  readonly dian: Actor;
  /** Approves grants. */
  readonly made: Actor;
  /** Two others, so that whoever plays Dian and Made may hear the appeal. */
  readonly bagus: Actor;
  readonly citra: Actor;
}

export async function gatherDesk(stage: Stage): Promise<Desk> {
  const hash = await hashPassword(stage.password);
  return stage.database.transact('system', self, async (tx) => {
    const place = { id: DITJEN_ID, name: 'Ditjen Dukcapil', regionCode: '', zone: 'Asia/Jakarta' };
    const officer = async (username: string, name: string): Promise<Actor> => {
      const { actor, officerId } = await enlist(tx, place, { role: 'ministry_officer', username, name });
      await setPassword(tx, officerId, hash);
      await activate(tx, officerId);
      return actor;
    };
    return {
      dian: player(stage, 'ministry_officer'),
      made: player(stage, 'leadership'),
      bagus: await officer('mitra.bagus', 'Bagus Contoh Wicaksono'),
      citra: await officer('mitra.citra', 'Citra Contoh Maharani'),
    };
  });
}

export async function approveAs(stage: Stage, who: Actor, proposalId: string): Promise<void> {
  const assertion = { method: 'password', password: stage.password } as const;
  await stage.act(who, (tx) => approve(tx, who, { id: proposalId, assertion, origin: 'http://localhost' }));
}
