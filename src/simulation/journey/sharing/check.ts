/** What must hold of partners, counted by brute force from the acts. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { countLadder, maySayWhy, standingOf, type Ladder, type StandingRow } from '../../../sharing/partner/index.ts';
import type { Stage } from '../journey.ts';
import { self } from './crew.ts';
import { countAnswered, GUESSES, QUESTIONS } from './questions.ts';
import { AGREEMENTS, CONNECTED, CUT_OFF, GUIDES, MOU } from './plan.ts';

/** How far institutions have come by the story's clock. */
export function presentLadder(stage: Stage): Promise<Ladder> {
  return stage.database.transact('system', self, (tx) => {
    const knownAt = stage.clock.now();
    return countLadder(tx, { asOf: dayIn(ZONES.WIB, knownAt), knownAt });
  });
}

/** The row of each cooperation is what its steps give, and whoever counts as connected may ask and nobody else. */
export function partnersHold(stage: Stage): Promise<string[]> {
  return stage.database.transact('system', self, async (tx) => {
    const ladder = await presentLadder(stage);
    const asking = await countAsking(tx, stage.clock.now());
    return [
      ...(await foldFaults(tx)),
      ...(asking === ladder.connected ? [] : [`${ladder.connected} partners are connected, ${asking} may ask`]),
    ];
  });
}

async function foldFaults(tx: Tx): Promise<string[]> {
  interface Act {
    readonly id: string;
    readonly cooperation: string;
    readonly n: number;
    readonly stage: string;
    readonly on: string;
    readonly back: string | null;
    readonly now: string;
    readonly since: string;
  }
  const acts = await many<Act>(
    tx,
    sql`select s.step_id as id, s.cooperation_id as cooperation, s.n, s.stage, s.occurred_on as "on", s.takes_back as back,
               s.present_stage as now, s.present_since as since from partner_read.step s order by s.cooperation_id, s.n`,
  );
  const back = new Set(acts.flatMap((act) => act.back ?? []));
  const wrong = [...Map.groupBy(acts, ({ cooperation }) => cooperation).values()].filter((own) => {
    const last = own.filter((act) => act.back === null && !back.has(act.id)).at(-1);
    return (
      last === undefined || last.stage !== last.now || last.on !== last.since || own.some(({ n }, at) => n !== at + 1)
    );
  });
  return wrong.length === 0 ? [] : [`${wrong.length} cooperations have steps that do not give their stage`];
}

/** Those that may ask something at this instant from a network of theirs. */
async function countAsking(tx: Tx, now: Date): Promise<number> {
  const rows = await many<StandingRow>(
    tx,
    sql`select cooperation_id as "cooperationId", stage, terms, suspensions, grants from partner_read.standing`,
  );
  return rows.filter((row) => {
    const { grants, suspensions } = standingOf(row);
    return row.grants.some(({ id, networks }) => {
      const address = networks[0]!.split('/')[0]!;
      return maySayWhy(grants.get(id)!, suspensions, { now, address }) === null;
    });
  }).length;
}

/** The figures of the ministry's statement of 11 December 2018, and of the end of the year before. */
export async function statementFigures(stage: Stage): Promise<string[]> {
  const { mou, agreement, technical_guide, connected, suspended } = await presentLadder(stage);
  const year = await stage.database.transact('system', self, (tx) =>
    countLadder(tx, { asOf: '2017-12-31' as never, knownAt: stage.clock.now() }),
  );
  const wanted: [string, number, number][] = [
    ['MoU', mou, MOU],
    ['agreements', agreement, AGREEMENTS],
    ['technical guides', technical_guide, GUIDES],
    ['connected', connected, CONNECTED],
    ['suspended', suspended, CUT_OFF],
    ['agreements at the end of 2017', year.agreement, 731],
  ];
  return wanted.flatMap(([name, n, should]) => (n === should ? [] : [`${name}: ${n} instead of ${should}`]));
}

/** Every question was answered once, whoever is connected asked, and who guessed got so far and no further. */
export async function questionsHold(stage: Stage): Promise<string[]> {
  const { answers, askers, guessed, leaked, slowed } = await countAnswered(stage);
  return [
    ...(answers - guessed - leaked === QUESTIONS
      ? []
      : [`${QUESTIONS} questions, ${answers - guessed - leaked} answers`]),
    ...(askers === CONNECTED ? [] : [`${CONNECTED} partners are connected, ${askers} had answers`]),
    ...(guessed > 0 && guessed < GUESSES ? [] : [`of ${GUESSES} guesses ${guessed} were answered`]),
    ...(slowed === 1 ? [] : [`one partner should be slowed down, ${slowed} are`]),
  ];
}
