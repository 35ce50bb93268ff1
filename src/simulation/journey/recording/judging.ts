/** Pairs that the search could not decide: officers who do not see one another's view, ways out, letters, an objection. */
import type { Actor } from '../../../core/access/index.ts';
import { asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import {
  answerObjection,
  giveOpinion,
  listPairs,
  openPair,
  printLetter,
  receiveObjection,
  setWay,
} from '../../../recording/uniqueness/index.ts';
import { PLANTED } from '../counter/planted-people.ts';
import type { RecordedName } from '../counter/planted-recorded.ts';
import type { Stage } from '../journey.ts';
import { player, type Crew } from './crew.ts';
import { on } from './diary.ts';

const day = asCivilDate;
type Opinion = Omit<Parameters<typeof giveOpinion>[2], 'id'>;
type Pair = readonly [RecordedName, RecordedName];

const purposeful = (actor: Actor): Actor => ({ ...actor, purpose: 'duplicate' });

/** The pair of two names in a list that the officer sees. */
async function pairOf(stage: Stage, actor: Actor, [a, b]: Pair): Promise<string> {
  for (const state of ['open', 'way', 'decided'] as const) {
    const { adjudications } = await stage.act(actor, (tx) => listPairs(tx, actor, { state }));
    const wanted = [PLANTED[a].name, PLANTED[b].name].toSorted().join();
    const found = adjudications.find(({ names }) => names.toSorted().join() === wanted);
    if (found) return found.id;
  }
  throw new Error(`no pair of ${PLANTED[a].name} and ${PLANTED[b].name} is in any list`);
}

interface Bench {
  readonly opinion: (at: CivilDate, time: string, officer: Actor, pair: Pair, opinion: Opinion) => void;
  readonly letter: (at: CivilDate, time: string, officer: Actor, pair: Pair, side: 'later' | 'earlier') => void;
  readonly way: (
    at: CivilDate,
    time: string,
    officer: Actor,
    pair: Pair,
    way: Omit<Parameters<typeof setWay>[2], 'id'>,
  ) => void;
}

function benchOf(stage: Stage): Bench {
  const withPair = (officer: Actor, pair: Pair, work: (actor: Actor, id: string) => Promise<unknown>) => async () => {
    const actor = purposeful(officer);
    await work(actor, await pairOf(stage, actor, pair));
  };
  return {
    opinion(at, time, officer, pair, opinion) {
      const say = async (actor: Actor, id: string) => {
        await stage.act(actor, (tx) => openPair(tx, actor, { id }));
        await stage.act(actor, (tx) => giveOpinion(tx, actor, { id, ...opinion }));
      };
      on(stage, at, time, 'pendapat atas rekaman', withPair(officer, pair, say));
    },
    letter(at, time, officer, pair, side) {
      const print = (actor: Actor, id: string) => stage.act(actor, (tx) => printLetter(tx, actor, { id, side }));
      on(stage, at, time, 'surat ketunggalan', withPair(officer, pair, print));
    },
    way(at, time, officer, pair, way) {
      const set = (actor: Actor, id: string) => stage.act(actor, (tx) => setWay(tx, actor, { id, ...way }));
      on(stage, at, time, 'jalan keluar', withPair(officer, pair, set));
    },
  };
}

/** Who judges what, and when. The pair of YUSUF and YUSUP is left to whoever visits. */
export function enterJudging(stage: Stage, crew: Crew): void {
  const bench = benchOf(stage);
  const [hendra, sri, dian] = (['verifier', 'section_head', 'ministry_officer'] as const).map((role) =>
    player(stage, role),
  );
  const officers = { hendra: hendra!, sri: sri!, dian: dian!, lilis: crew.secondVerifier };
  oneBody(bench, officers);
  mixedUp(bench, officers);
  objected(stage, bench, officers);
  recordedTwice(bench, crew);
}

type Officers = Readonly<Record<'hendra' | 'sri' | 'dian' | 'lilis', Actor>>;

/** AGUNG has two NIKs: two agree, a merge is proposed and waits for a second person. */
function oneBody({ opinion, way, letter }: Bench, { hendra, lilis }: Officers): void {
  const pair = ['agungAgain', 'agung'] as const;
  opinion(day('2018-12-05'), '10:10', hendra, pair, {
    verdict: 'same_body',
    reasons: ['fingers_same', 'face_same', 'biodata_same'],
  });
  opinion(day('2018-12-06'), '09:40', lilis, pair, { verdict: 'same_body', reasons: ['fingers_same', 'face_same'] });
  way(day('2018-12-11'), '09:30', hendra, pair, {
    way: 'merge',
    keep: 'earlier',
    legalBasis: 'PERMENDAGRI 109/2019',
    note: 'NIK pertama dipakai di ijazah dan akta; yang kedua dibuat sesudah kartu hilang',
  });
  letter(day('2018-12-11'), '09:40', hendra, pair, 'later');
  letter(day('2018-12-11'), '09:41', hendra, pair, 'earlier');
}

/** NURUL's packet holds her husband's fingers: one officer is misled, the third decides that nobody can tell. */
function mixedUp({ opinion, letter }: Bench, { hendra, lilis, sri }: Officers): void {
  const pair = ['nurul', 'fajar'] as const;
  opinion(day('2018-10-17'), '10:05', hendra, pair, { verdict: 'same_body', reasons: ['fingers_same'] });
  opinion(day('2018-10-17'), '14:20', lilis, pair, {
    verdict: 'unclear',
    reasons: ['face_differs', 'packets_mixed_up'],
    note: 'suami istri direkam berurutan; jari di berkas istri milik suami',
  });
  opinion(day('2018-10-18'), '09:15', sri, pair, { verdict: 'unclear', reasons: ['face_differs', 'packets_mixed_up'] });
  letter(day('2018-10-18'), '09:30', sri, pair, 'later');
}

/** INDAH's name was chosen for her sister INTAN: decided, objected to, granted, decided anew by two others. */
function objected(stage: Stage, { opinion, way, letter }: Bench, officers: Officers): void {
  const { hendra, lilis, sri, dian } = officers;
  const pair = ['indah', 'intan'] as const;
  opinion(day('2018-10-24'), '10:30', hendra, pair, { verdict: 'same_body', reasons: ['fingers_same', 'face_same'] });
  opinion(day('2018-10-25'), '11:00', lilis, pair, { verdict: 'same_body', reasons: ['fingers_same', 'face_same'] });
  way(day('2018-10-26'), '09:20', hendra, pair, {
    way: 'correction',
    note: 'biodata kedua rekaman berbeda, perlu diperiksa di loket',
  });
  letter(day('2018-10-26'), '09:30', hendra, pair, 'later');
  const clerk = { ...player(stage, 'operator'), purpose: 'complaint' };
  const head = { ...player(stage, 'office_head'), purpose: 'complaint' };
  let objection = '';
  on(stage, day('2018-11-01'), '09:50', 'keberatan', async () => {
    const id = await pairOf(stage, purposeful(hendra), pair);
    const person = stage.ground.personRefs.of(PLANTED.indah.nik);
    const words = 'pada 23 Oktober yang duduk di depan kamera adalah adik saya Intan, saya belum pernah direkam';
    const given = { id, person, receivedOn: day('2018-11-01'), words };
    ({ id: objection } = await stage.act(clerk, (tx) => receiveObjection(tx, clerk, given)));
  });
  on(stage, day('2018-11-05'), '10:15', 'keberatan dikabulkan', () => {
    const answer = 'petugas memilih nama kakak untuk adiknya; diputuskan ulang oleh petugas lain';
    return stage.act(head, (tx) => answerObjection(tx, head, { id: objection, granted: true, answer }));
  });
  opinion(day('2018-11-06'), '09:10', sri, pair, { verdict: 'unclear', reasons: ['packets_mixed_up'] });
  opinion(day('2018-11-07'), '13:30', dian, pair, {
    verdict: 'unclear',
    reasons: ['packets_mixed_up', 'known_from_documents'],
  });
  letter(day('2018-11-07'), '14:10', sri, pair, 'later');
}

/** RATIH was recorded again after her move: the machine saw it, her new office tells her that nothing is to do. */
function recordedTwice({ way, letter }: Bench, { others: [office] }: Crew): void {
  const pair = ['ratih', 'ratih'] as const;
  const { verifier } = office!;
  way(day('2018-11-08'), '09:20', verifier, pair, {
    way: 'none',
    note: 'rekaman dari sebelum pindah tetap berlaku; kartu dicetak dari rekaman itu',
  });
  letter(day('2018-11-08'), '09:30', verifier, pair, 'later');
}
