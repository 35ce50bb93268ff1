/**
 * Under the rules from 13 December 2018 on an office destroys itself: Jakarta Timur takes in what holders still have, bags it, and on
 * 19 December burns it before witnesses, after the province has approved the list. Played only when the story goes on.
 */
import sharp from 'sharp';
import {
  addEvidence,
  addWitness,
  beginDestruction,
  checkSeal,
  finishDestruction,
  proposePlan,
  recountBag,
} from '../../../cards/disposal/index.ts';
import type { Actor } from '../../../core/access/index.ts';
import { approve } from '../../../core/approval/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { activate, hashPassword, setPassword } from '../../../register/officer/index.ts';
import { enlist } from '../cast.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';
import { on } from '../recording/diary.ts';
import { bagAll, IN_DISTRICT, storeAll, takeInAll, type Bag } from './bags.ts';
import { placeOf, self } from './crew.ts';
import { STILL_HELD } from './sack.ts';

const TAKEN_ON = asCivilDate('2018-12-17');
const PLANNED_ON = asCivilDate('2018-12-18');
const BURNT_ON = asCivilDate('2018-12-19');
export const CEREMONY_ENDS = new Date('2018-12-19T04:00:00Z');
const CEREMONY_BEGINS = new Date('2018-12-17T00:00:00Z');

/** Whether it lies wholly in what is played on; else it is left to the officers. */
export const isPlayed = (from: Date, until: Date): boolean => from < CEREMONY_BEGINS && until >= CEREMONY_ENDS;

export function enterCeremony(stage: Stage): void {
  const keeper = player(stage, 'store_keeper');
  const counter = player(stage, 'verifier');
  const [section, head] = [player(stage, 'section_head'), player(stage, 'office_head')];
  let bags: readonly Bag[] = [];
  let plan = '';
  on(stage, TAKEN_ON, '09:05', 'tarik kartu', async () => {
    const pieces = await takeInAll(stage, keeper, { where: IN_DISTRICT, most: STILL_HELD });
    bags = await bagAll(stage, keeper, pieces, 'SGL-CONTOH-JT');
  });
  on(stage, TAKEN_ON, '14:05', 'hitung kantong', () => storeAll(stage, counter, bags));
  on(stage, PLANNED_ON, '13:05', 'rencana pemusnahan', async () => {
    const given = {
      place: 'Halaman Suku Dinas CONTOH',
      plannedOn: BURNT_ON,
      method: 'burn' as const,
      bags: bags.map(({ id }) => id),
    };
    const done = await stage.act(section, (tx) => proposePlan(tx, section, given));
    plan = done.id;
    const province = await provincialHead(stage);
    const assertion = { method: 'password' as const, password: stage.password };
    const yes = { id: done.proposalId, assertion, origin: 'http://localhost' };
    await stage.act(province, (tx) => approve(tx, province, yes));
  });
  on(stage, BURNT_ON, '09:05', 'pemusnahan', async () => {
    await stage.act(section, (tx) => beginDestruction(tx, section, { id: plan }));
    for (const { id: bagId, seal, counted } of bags) {
      await stage.act(section, (tx) => checkSeal(tx, section, { id: plan, bagId, seal, sealWhole: true }));
      await recount(stage, head, { id: plan, bagId, counted });
    }
    for (const outside of [true, false]) await witness(stage, section, plan, outside);
    const photo = { name: 'tong-pembakaran.png', bytes: await picture('tong') };
    await stage.act(section, (tx) => addEvidence(tx, section, { id: plan, kind: 'photo', file: photo }));
  });
  on(stage, BURNT_ON, '10:05', 'selesai dimusnahkan', () =>
    stage.act(head, (tx) => finishDestruction(tx, head, { id: plan })),
  );
}

/** Only what the draw has chosen is counted again. */
async function recount(stage: Stage, actor: Actor, bag: { id: string; bagId: string; counted: number }): Promise<void> {
  await stage
    .act(actor, (tx) => recountBag(tx, actor, bag))
    .catch((fault: { code?: string }) => {
      if (fault.code !== 'disposal.not_drawn') throw fault;
    });
}

async function witness(stage: Stage, actor: Actor, plan: string, outside: boolean): Promise<void> {
  const institution = outside ? 'Satpol PP CONTOH' : 'Suku Dinas CONTOH';
  const name = outside ? 'SAKSI CONTOH SATU' : 'SAKSI CONTOH DUA';
  const file = { name: 'tanda-tangan.png', bytes: await picture(name) };
  const { id: signatureId } = await stage.act(actor, (tx) =>
    addEvidence(tx, actor, { id: plan, kind: 'signature', file }),
  );
  await stage.act(actor, (tx) => addWitness(tx, actor, { id: plan, name, institution, outside, signatureId }));
}

async function provincialHead(stage: Stage): Promise<Actor> {
  const hash = await hashPassword(stage.password);
  return stage.database.transact('system', self, async (tx) => {
    const who = { role: 'office_head', username: 'kepala.31', name: 'Kepala Contoh 31' } as const;
    const { actor, officerId } = await enlist(tx, await placeOf(tx, '31'), who);
    await setPassword(tx, officerId, hash);
    await activate(tx, officerId);
    return actor;
  });
}

/** A line of its own for each word: of nobody's hand, and no photo of anybody. */
function picture(word: string): Promise<Buffer> {
  const points = Array.from(word, (letter, at) => `${10 + at * 12},${20 + (letter.codePointAt(0)! % 60)}`);
  const line = `<polyline points="${points.join(' ')}" fill="none" stroke="#1a2340" stroke-width="3"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="100"><rect width="240" height="100" fill="#fff"/>${line}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
