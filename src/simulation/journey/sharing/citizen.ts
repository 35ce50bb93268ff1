/**
 * A citizen's side of sharing: SITI is asked about by two institutions that she does not know, and says so. The first never answers, and counts
 * in public since 8 December; the other has until 14 December.
 */
import { one, sql } from '../../../core/db/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { citizenActor, openDispute, watchDisputes } from '../../../sharing/citizen/index.ts';
import { verifyBatch } from '../../../sharing/verification/index.ts';
import { PLANTED } from '../counter/planted-people.ts';
import type { Stage } from '../journey.ts';
import { on } from '../recording/diary.ts';
import type { Climber } from './climb.ts';
import { self } from './crew.ts';
import { callOf, listAskers, type Asking } from './questions.ts';
import { ASKED, type Asked } from './siti.ts';

const LATE_ON = asCivilDate('2018-12-08');

export function enterCitizen(stage: Stage, climbers: readonly Climber[]): void {
  for (const asked of ASKED) {
    let entry: string | null = null;
    on(stage, asked.day, asked.at, 'pertanyaan tentang Siti', async () => (entry = await ask(stage, climbers, asked)));
    on(stage, asked.day, asked.disputedAt, 'bukan saya', async () => {
      if (entry === null) return;
      const citizen = citizenActor('id', null);
      const given = { entry, words: asked.words };
      await stage.act(citizen, (tx) => openDispute(tx, citizen, PLANTED.siti.nik as Nik, given));
    });
  }
  on(stage, LATE_ON, '20:15', 'bukan saya tidak dijawab', () => stage.database.transact('system', self, watchDisputes));
}

/** Of the nation's institutions the first, from a place in their order, that gets an answer; gives its entry. */
async function ask(stage: Stage, climbers: readonly Climber[], asked: Asked): Promise<string | null> {
  const askers = (await listAskers(stage, climbers)).filter(({ region }) => region === '');
  const why: string[] = [];
  for (const asking of [...askers.slice(asked.asker), ...askers.slice(0, asked.asker)]) {
    const answer = await askOnce(stage, asking, asked);
    if (typeof answer === 'string') return answer;
    why.push(answer.code);
  }
  stage.fault(`nobody of ${askers.length} could ask about SITI: ${[...new Set(why)].join(', ')}`);
  return null;
}

async function askOnce(stage: Stage, asking: Asking, { unit, day }: Asked): Promise<string | { code: string }> {
  const { nik, name } = PLANTED.siti;
  const item = { nik, attributes: { name, birthDate: '1990-08-05', sex: 'P' }, reference: `SITI-${day}` };
  const purpose = asking.climber.contents.purposes[0]!;
  const call = callOf(stage, asking, { purpose, basis: 'public_duty', unit, endUser: 'petugas-7', items: [item] });
  await stage.ground.verification.book.refresh();
  const [answer] = await stage.database.transact('answer', call.actor, (tx) => verifyBatch(tx, [call]));
  if (!answer || answer instanceof Refusal) return { code: answer?.code ?? 'none' };
  const { answers } = JSON.parse(answer.json) as { answers: Answered[] };
  return answers[0]?.answer?.entry ?? { code: answers[0]?.refused?.code ?? 'none' };
}

interface Answered {
  readonly answer?: { readonly entry: string };
  readonly refused?: { readonly code: string };
}

/** How many wait for an institution at this instant, and how many of those too long. */
export function countCases(stage: Stage): Promise<{ open: number; unanswered: number }> {
  const now = stage.clock.now();
  return stage.database.transact('system', self, (tx) =>
    one(
      tx,
      sql<{ open: number; unanswered: number }>`
        select count(*) filter (where u.answered_at is null)::int as open,
               count(*) filter (where u.answered_at is null and u.due_at <= ${now})::int as unanswered
          from citizen_read.unanswered u`,
    ),
  );
}

export async function citizenHolds(stage: Stage): Promise<string[]> {
  const { open, unanswered } = await countCases(stage);
  if (open === 2 && unanswered === 1) return [];
  return [`two cases of SITI should be open and one of them unanswered, not ${open} and ${unanswered}`];
}

export async function tellCitizen(stage: Stage): Promise<string[]> {
  const { open, unanswered } = await countCases(stage);
  return [
    `Kasus "bukan saya" menunggu lembaga: ${open}, ${unanswered} melewati 3 x 24 jam / cases of "not me" waiting for institutions: ${open}, ${unanswered} past 3 x 24 hours`,
  ];
}
