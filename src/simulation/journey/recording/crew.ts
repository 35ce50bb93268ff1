/** The offices of the story that record, with the officers who do it, and the persons who judge. */
import { NATION, systemActor, type Actor } from '../../../core/access/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { activate, changePost, type Role } from '../../../register/officer/index.ts';
import { enlist, STORY_REGENCY } from '../cast.ts';
import type { Stage } from '../journey.ts';

export interface RecordingOffice {
  readonly id: string;
  readonly regency: string;
  /** Records. */
  readonly operator: Actor;
  /** Approves exceptions. */
  readonly verifier: Actor;
  /** Decides on packets in quarantine. */
  readonly head: Actor;
  /** Lets devices become stations. */
  readonly administrator: Actor;
}

export interface Crew {
  readonly home: RecordingOffice;
  /** Two offices elsewhere. */
  readonly others: readonly RecordingOffice[];
  /** An operator who leaves the office while a packet of his is on its way. */
  readonly leaver: Actor;
  readonly secondVerifier: Actor;
}

const self: Actor = { ...systemActor('story'), jurisdiction: NATION };

/** Appoints who is not one of the players; `regencies` are those of the other offices. */
export function gatherCrew(stage: Stage, regencies: readonly string[]): Promise<Crew> {
  return stage.database.transact('system', self, async (tx) => {
    const enlisted = async (regency: string, role: Role, username: string, name: string): Promise<Actor> => {
      const { officeId, zone } = officerAt(stage, regency);
      const place = { id: officeId!, name: regency, regionCode: regency, zone };
      const { actor, officerId } = await enlist(tx, place, { role, username, name });
      await activate(tx, officerId);
      return actor;
    };
    const others: RecordingOffice[] = [];
    for (const regency of regencies) {
      const named = (role: Role, name: string) =>
        enlisted(regency, role, `${role.replace('_', '.')}.${regency}`, `${name} ${regency}`);
      others.push({
        id: officerAt(stage, regency).officeId!,
        regency,
        operator: await named('operator', 'Operator Contoh'),
        verifier: await named('verifier', 'Verifikator Contoh'),
        head: await named('section_head', 'Kasi Contoh'),
        administrator: await named('administrator', 'Administrator Contoh'),
      });
    }
    const leaver = await enlisted(STORY_REGENCY, 'operator', 'operator.doni', 'Doni Contoh Saputro');
    const secondVerifier = await enlisted(STORY_REGENCY, 'verifier', 'verifier.lilis', 'Lilis Contoh Kurniasih');
    return { home: homeOffice(stage), others, leaver, secondVerifier };
  });
}

const officerAt = (stage: Stage, regency: string): Actor =>
  regency === STORY_REGENCY ? player(stage, 'operator') : stage.cast.elsewhere(regency);

export function player({ cast }: Stage, role: Role): Actor {
  return cast.players.find((one) => one.role === role)!.actor;
}

export function homeOffice(stage: Stage): RecordingOffice {
  const operator = player(stage, 'operator');
  return {
    id: operator.officeId!,
    regency: STORY_REGENCY,
    operator,
    verifier: player(stage, 'verifier'),
    head: player(stage, 'section_head'),
    administrator: player(stage, 'administrator'),
  };
}

/** The officer's posts end: what he recorded and has not arrived waits for a person. */
export function leaves(stage: Stage, officer: Actor, on: CivilDate): Promise<void> {
  return stage.database.transact('system', self, async (tx) => {
    const posts = await many<{ id: string }>(
      tx,
      sql`select id from officer_read.post where officer_id = ${officer.id} and until_on is null`,
    );
    for (const { id: postId } of posts)
      await changePost(tx, self, { change: 'end', officerId: officer.id, postId, until: on });
  });
}
