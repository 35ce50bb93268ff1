/** What an adjudicator sees: both sides, how alike they are in words, and who has spoken. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import {
  findResident,
  listHistory,
  listParentNames,
  listResidents,
  masked,
  motherKey,
  placeLine,
  type Resident,
} from '../../../register/resident/index.ts';
import { matchedMinutiae, readMinutiaeRecord, type ItemScore } from '../../biometric/index.ts';
import {
  findPacket,
  listItems,
  listRecordedBy,
  openImage,
  openTemplates,
  statusView,
  type ItemRow,
  type PacketRow,
} from '../../enrolment/index.ts';
import { explainer, explainPair } from '../../linkage/index.ts';
import { refuse } from '../refusals.ts';
import { itemStrength, strengthOf } from '../rules.ts';
import { SIDES, type LISTS, type Side, type Verdict } from '../schema.ts';
import * as statements from '../sql.ts';
import { whyNotJudge } from './judge.ts';
import { subjectsOf } from './pair.ts';
import { listObjectionsOf, wordsOf } from './objection.ts';
import { sidesWithLetter, whatReopeningTakesBack } from './reopen.ts';
import { outcomeWord } from './telling.ts';
import { waysFor } from './way.ts';

export async function listPairs(tx: Tx, actor: Actor, input: { state: (typeof LISTS)[number] }) {
  const rows = await statements.listAdjudications(tx, input.state);
  const niks = [...new Set(rows.flatMap(({ nik, otherNik }) => (otherNik ? [nik, otherNik] : [nik])))];
  const people = new Map(
    (await elevated(tx, () => listResidents(tx, niks))).map((person) => [person.nik as string, person]),
  );
  const own = new Set(await elevated(tx, () => listRecordedBy(tx, actor.id, packetsIn(rows))));
  await record(tx, actor, {
    label: 'uniqueness.adjudications_listed',
    subjects: niks.map((nik) => ({ nik, detail: 'recording' })),
    facts: { n: rows.length },
  });
  const say = sayFor(tx, actor);
  const adjudications = rows.map((row) => {
    const sides = [row.nik, row.otherNik].flatMap((nik) => (nik && people.get(nik)) || []);
    return {
      id: row.id,
      state: row.state,
      reason: { code: row.reason, text: say(`uniqueness.reason.${row.reason}`) },
      names: sides.map(({ name, villageCode }) => (isInside(actor, villageCode) ? name : masked(name))),
      places: sides.map(({ villageCode }) => placeLine(tx, villageCode)),
      openedAt: row.openedAt.toISOString(),
      round: row.round,
      outcome: row.outcome,
      way: row.way,
      spoken: row.spoken,
      mayJudge: row.state !== 'decided' && !row.judged && !packetsIn([row]).some((packet) => own.has(packet)),
      mayAnswer: row.objections > 0 && !row.judged,
      objections: row.objections,
    };
  });
  return { adjudications };
}

const packetsIn = (rows: readonly statements.AdjudicationRow[]) =>
  rows.flatMap(({ packet, otherPacket }) => (otherPacket ? [packet, otherPacket] : [packet]));
const isInside = (actor: Actor, villageCode: string) => villageCode.startsWith(actor.jurisdiction?.code ?? 'none');
const sayFor = (tx: Tx, actor: Actor) => (key: string) => tx.ground.speaker.say(actor.language, key);

/** Both sides whole, also the one outside the officer's region: to judge a pair is to see it. Both people's access lists have it. */
export async function openPair(tx: Tx, actor: Actor, input: { id: string }) {
  const pair = await getVisible(tx, input.id);
  await record(tx, actor, {
    label: 'uniqueness.adjudication_opened',
    subjects: subjectsOf(pair),
    facts: { adjudication: pair.id, round: pair.round },
  });
  const say = sayFor(tx, actor);
  const word = (group: string, code: string | null) => code && { code, text: say(`uniqueness.${group}.${code}`) };
  const whyNot = await whyNotJudge(tx, actor, pair);
  const own = await statements.listOpinions(tx, pair.id);
  return elevated(tx, async () => {
    // Until all have spoken only one's own, of every round: nobody shall lean on another.
    const opinions = pair.state === 'decided' ? await statements.listOpinions(tx, pair.id) : own;
    const later = await sideOf(tx, actor, { side: 'later', nik: pair.nik, packet: pair.packet });
    const earlier = pair.otherPacket
      ? await sideOf(tx, actor, { side: 'earlier', nik: pair.otherNik!, packet: pair.otherPacket })
      : null;
    const scores = pair.otherPacket ? await statements.findScores(tx, pair.packet, pair.otherPacket) : undefined;
    const objections = await listObjectionsOf(tx, [pair.id]);
    const followed = pair.state === 'decided' ? await statements.listFollowed(tx, pair.id) : [];
    const takesBack = await whatReopeningTakesBack(tx, actor, pair);
    return {
      id: pair.id,
      state: pair.state,
      round: pair.round,
      reason: { code: pair.reason, text: say(`uniqueness.reason.${pair.reason}`) },
      openedAt: pair.openedAt.toISOString(),
      outcome: outcomeWord(say, pair),
      way: word('way', pair.way) || null,
      decidedAt: pair.decidedAt?.toISOString() ?? null,
      sides: [later.view, ...(earlier ? [earlier.view] : [])],
      likeness: pair.fused === null ? null : strengthView(say, strengthOf(pair.fused, pair.duplicateAt)),
      items: (scores?.scores ?? []).map((item: ItemScore) => ({
        modality: item.modality,
        position: item.position,
        ...strengthView(say, itemStrength(item.llr)),
      })),
      biodata: earlier && pair.nik !== pair.otherNik ? await biodataOf(tx, actor, later.person, earlier.person) : null,
      opinions: opinions.map((opinion) => ({
        officer: opinion.officer,
        own: opinion.officerId === actor.id,
        round: opinion.round,
        verdict: opinion.verdict,
        reasons: opinion.reasons.map((code) => ({ code, text: say(`uniqueness.opinion.${code}`) })),
        note: opinion.note,
        at: opinion.givenAt.toISOString(),
      })),
      mayJudge: whyNot === null,
      whyNot: whyNot && say(whyNot),
      ways: pair.way === null ? waysFor(pair).map((way) => ({ code: way, text: say(`uniqueness.way.${way}`) })) : [],
      letters: sidesWithLetter(followed.filter(({ round }) => round === pair.round)),
      takesBack: takesBack.map(say),
      followed: followed.map((each) => ({
        round: each.round,
        what: each.what,
        text: followedText(say, pair, each),
        ref: each.ref,
        at: each.at.toISOString(),
      })),
      objections: objections.map((objection) => ({
        id: objection.id,
        side: objection.nik === pair.nik ? ('later' as const) : ('earlier' as const),
        state: objection.state,
        receivedOn: objection.receivedOn,
        words: wordsOf(tx, objection),
        answer: objection.answer,
        mayAnswer: objection.state === 'open' && own.length === 0,
      })),
    };
  });
}

type Say = (key: string) => string;

function strengthView(say: Say, strength: ReturnType<typeof strengthOf>) {
  return { strength, text: say(`uniqueness.strength.${strength}`) };
}

function followedText(say: Say, pair: statements.AdjudicationRow, { what, ref, detail }: statements.FollowedRow) {
  const about = detailText(say, pair, { what, ref, detail });
  return `${say(`uniqueness.followed.${what}`)}${about ? `: ${about}` : ''}`;
}

type Followed = Pick<statements.FollowedRow, 'what' | 'ref' | 'detail'>;

function detailText(say: Say, pair: statements.AdjudicationRow, { what, ref, detail }: Followed): string | null {
  switch (what) {
    case 'packet':
      return `${say(`uniqueness.side.${ref === pair.packet ? 'later' : 'earlier'}`)}, ${say(`enrolment.status.${detail}`)}`;
    case 'decided':
      return outcomeWord(say, { outcome: detail as Verdict, otherNik: pair.otherNik })!.text;
    case 'way':
      return say(`uniqueness.way.${detail}`);
    case 'letter':
    case 'letter_withdrawn':
    case 'merged':
      return say(`uniqueness.side.${detail}`);
    case 'reopened':
      return detail;
    case 'proposal':
    case 'proposal_withdrawn':
    case 'unmerged':
      return null;
  }
}

async function biodataOf(tx: Tx, actor: Actor, a: Resident, b: Resident) {
  const parents = await listParentNames(tx, [a.nik, b.nik]);
  const recordOf = (person: Resident) => ({
    ...person,
    motherKey: motherKey(tx, parents.get(person.nik)?.motherName ?? null)?.toString() ?? null,
  });
  return explainPair(recordOf(a), recordOf(b), { language: actor.language, explainer: explainer(tx.ground.speaker) });
}

async function sideOf(tx: Tx, actor: Actor, { side, nik, packet: id }: { side: Side; nik: Nik; packet: Uuid }) {
  const person = (await findResident(tx, nik))!;
  const packet = (await findPacket(tx, id))!;
  const items = await listItems(tx, [{ nik, packet: id }]);
  const history = await listHistory(tx, nik);
  return {
    person,
    view: { side, ...personOf(tx, person), ...packetOf(tx, actor, packet, items), ...historyOf(history) },
  };
}

const personOf = (tx: Tx, person: Resident) => ({
  ref: tx.ground.personRefs.of(person.nik),
  nik: person.nik,
  name: person.name,
  sex: person.sex,
  birthPlace: person.birthPlace,
  birthDate: person.birthDate,
  address: person.address,
  place: placeLine(tx, person.villageCode),
  state: person.state,
});

const packetOf = (tx: Tx, actor: Actor, packet: PacketRow, items: readonly ItemRow[]) => {
  const { status, text } = statusView(tx, actor, packet.status);
  return {
    packet: packet.id,
    recordedOn: packet.recordedOn,
    receivedAt: packet.receivedAt.toISOString(),
    status: { status, text },
    items: items.map((item) => ({
      modality: item.modality,
      position: item.position,
      quality: item.quality,
      template: item.format !== null,
      picture: item.fileId !== null,
      exception: item.exception,
    })),
  };
};

const historyOf = (history: Awaited<ReturnType<typeof listHistory>>) => ({
  history: history.map(({ kind, occurredOn, recordedAt }) => ({
    kind,
    occurredOn,
    recordedAt: recordedAt.toISOString(),
  })),
});

type OfItem = {
  readonly id: string;
  readonly side: Side;
  readonly modality: ItemRow['modality'];
  readonly position: number;
};

/** A picture of one side: the recorded look of the room that keeps it, for whoever may see the pair. */
export async function openSideImage(tx: Tx, actor: Actor, input: OfItem): Promise<FileAnswer> {
  const { packet } = packetOfSide(await getVisible(tx, input.id), input.side);
  return elevated(tx, () => openImage(tx, actor, { id: packet, modality: input.modality, position: input.position }));
}

/** The minutiae of one finger on both sides and which of them match, for a screen that draws them: one look at each person. */
export async function openMinutiae(tx: Tx, actor: Actor, { id, position }: { id: string; position: number }) {
  const pair = await getVisible(tx, id);
  const sides = (pair.otherNik ? SIDES : (['later'] as const)).map((side) => ({ side, ...packetOfSide(pair, side) }));
  const templates = await elevated(tx, () => openTemplates(tx, sides));
  const found = sides.flatMap((side) => {
    const template = templates.find(
      (each) => each.packet === side.packet && each.modality === 'finger' && each.position === position,
    );
    return template ? [{ ...side, template: readMinutiaeRecord(template.bytes) }] : [];
  });
  const [one, other] = found;
  if (!one) throw refuse('uniqueness.image_not_found');
  await record(tx, actor, {
    label: 'uniqueness.minutiae_opened',
    subjects: [...new Set(found.map(({ nik }) => nik))].map((nik) => ({ nik, detail: `recording.finger.${position}` })),
    facts: { adjudication: id, packets: found.map(({ packet }) => packet).join(' '), position },
  });
  return {
    sides: found.map(({ side, template: { width, height, minutiae } }) => ({
      side,
      width,
      height,
      minutiae: minutiae.map(({ kind, x, y, angle }) => ({ kind, x, y, angle })),
    })),
    matched: other
      ? matchedMinutiae(one.template, other.template).map(([later, earlier]) => ({ later, earlier }))
      : null,
  };
}

async function getVisible(tx: Tx, id: string): Promise<statements.AdjudicationRow> {
  const pair = await statements.findAdjudication(tx, id);
  if (!pair) throw refuse('uniqueness.adjudication_not_found');
  return pair;
}

function packetOfSide(pair: statements.AdjudicationRow, side: Side): { nik: Nik; packet: Uuid } {
  if (side === 'later') return { nik: pair.nik, packet: pair.packet };
  if (!pair.otherNik || !pair.otherPacket) throw refuse('uniqueness.not_a_side');
  return { nik: pair.otherNik, packet: pair.otherPacket };
}
