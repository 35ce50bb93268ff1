/**
 * Cards for those whom the story's stations recorded: asked for, printed from the store's blanks, checked by another officer, handed
 * over against a finger. The printer jams once and misprints once. One holder reports a loss and stays suspended, one lifts it. On the
 * last day the counter is in the middle of its work: two cards to print, two to check, two to hand over.
 */
import {
  arriveCards,
  checkCard,
  handOver,
  keepContact,
  liftLoss,
  listCardsOf,
  printCard,
  releaseCard,
  reportLoss,
  requestCard,
  simulatedPrinter,
  verifyHolder,
  type CardPrinter,
} from '../../../cards/card/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import { asNik, type Nik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { STATUSES } from '../../../recording/enrolment/index.ts';
import { recordBody } from '../../body/index.ts';
import { importer } from '../arrival.ts';
import { HOME } from './crew.ts';
import { PLANTED } from '../counter/planted-people.ts';
import type { Stage } from '../journey.ts';
import { bodyFor } from '../recording/bodies.ts';
import { player } from '../recording/crew.ts';
import { on } from '../recording/diary.ts';
import { AT_HOME, uidOfBlank } from './blanks.ts';

const PRINTED_ON = asCivilDate('2018-12-03');
const HANDED_ON = asCivilDate('2018-12-04');
const LAST_DAY = asCivilDate('2018-12-11');
/** Three dozen, where as many were recorded; the last of them are left for who tries the demo. */
const MOST = 36;
const LEFT = 6;
const MS_A_CARD = 120;
/** The right index finger, on another visit than when it was recorded. */
const FINGER = 2;
const VISIT = 3;

const faulty = (fault: 'jam' | 'misprint'): CardPrinter =>
  simulatedPrinter(1, { jam: 0, misprint: 0, power: 0, [fault]: 100 });
const sound = simulatedPrinter(1, { jam: 0, misprint: 0, power: 0 });

/** Nobody's: what is sent there falls into the folder of messages. */
const CONTACT = { text: '0812-0000-0000', language: 'id' } as const;

interface Asked {
  readonly nik: Nik;
  readonly id: string;
}

interface Made {
  readonly nik: Nik;
  readonly cardId: string;
  readonly serial: bigint;
}

export function enterPrinting(stage: Stage): void {
  const requests: Asked[] = [];
  let made: Made[] = [];
  let serial = AT_HOME.first;
  const printers = [faulty('jam'), faulty('misprint')];
  const [operator, verifier, head] = [
    player(stage, 'operator'),
    player(stage, 'verifier'),
    player(stage, 'section_head'),
  ];
  on(stage, PRINTED_ON, '08:05', 'permintaan kartu', async () => {
    const ready = await listReady(stage);
    requests.push(...(await ask(ready.slice(0, Math.max(ready.length - LEFT, 0)))));
  });
  const ask = async (niks: readonly Nik[]) => {
    const asked: Asked[] = [];
    for (const nik of niks) {
      const first = { kind: 'first', contact: CONTACT } as const;
      const { id } = await stage.act(operator, (tx) => requestCard(tx, operator, nik, first));
      asked.push({ nik, id });
    }
    return asked;
  };
  const print = async ({ nik, id }: Asked): Promise<Made> => {
    // Who got none waits again in his old place, and the next blank is taken.
    for (;;) {
      const blank = serial++;
      const job = { id, what: String(blank) };
      const done = await printCard((work) => stage.act(operator, work), operator, printers.shift() ?? sound, job);
      if (done.fault === null) return { nik, cardId: done.cardId, serial: blank };
    }
  };
  const check = async (cards: readonly Made[]) => {
    for (const { cardId, serial: blank } of cards) {
      const shown = { id: cardId, uid: uidOfBlank(blank), faceSame: true, how: 'present' as const };
      await stage.act(verifier, (tx) => checkCard(tx, verifier, shown));
    }
    const ids = cards.map(({ cardId }) => cardId);
    if (ids.length > 0) await stage.act(operator, (tx) => arriveCards(tx, operator, { ids }));
  };
  const printAll = async () => {
    for (const asked of requests) made.push(await print(asked));
  };
  on(stage, PRINTED_ON, '09:05', 'cetak kartu', printAll, MOST * MS_A_CARD);
  on(stage, PRINTED_ON, '13:05', 'periksa kartu', () => check(made));
  const give = async () => {
    // Not who has died or changed since the day before.
    const lie = await listAtCounter(stage, made);
    for (const { nik, cardId } of lie) {
      const finger = await shownFinger(stage, nik, cardId);
      if (!finger) {
        const reason = 'Jari pemegang kartu aus, dikenali dari dokumennya.';
        await stage.act(head, (tx) => releaseCard(tx, head, { id: cardId, reason }));
      }
      await stage.act(operator, (tx) => handOver(tx, operator, { id: cardId, oldTaken: null }));
    }
    made = lie;
  };
  on(stage, HANDED_ON, '09:05', 'serahkan kartu', give, MOST * MS_A_CARD);
  on(stage, HANDED_ON, '14:05', 'kontak dicatat', async () => {
    await stage.act(operator, (tx) => keepContact(tx, operator, PLANTED.siti.nik, CONTACT));
  });
  on(stage, asCivilDate('2018-12-10'), '07:50', 'kartu hilang', async () => {
    for (const { cardId } of made.slice(0, 2))
      await stage.act(operator, (tx) => reportLoss(tx, operator, { id: cardId }));
  });
  on(stage, asCivilDate('2018-12-10'), '16:05', 'kartu ditemukan lagi', async () => {
    const [found] = made;
    if (found) await stage.act(operator, (tx) => liftLoss(tx, operator, { id: found.cardId, shown: false }));
  });
  on(stage, LAST_DAY, '09:10', 'kartu di loket', async () => {
    const asked = await ask((await listReady(stage)).slice(0, LEFT));
    const printed: Made[] = [];
    // Two of three go on, and one of two of those: two are left at each step.
    for (const each of asked.slice(0, Math.floor((asked.length * 2) / 3))) printed.push(await print(each));
    await check(printed.slice(0, Math.floor(printed.length / 2)));
  });
}

/** Whom the stations of Jakarta Timur recorded and who waits for a first card; nobody of the planted cases, who are told otherwise. */
async function listReady(stage: Stage): Promise<Nik[]> {
  const planted = Object.values(PLANTED).map(({ nik }) => nik);
  const rows = await stage.database.transact('system', importer, (tx) =>
    many(
      tx,
      sql<{ nik: string }>`
        select lpad(p.nik::text, 16, '0') as nik from enrolment_read.packet p join resident_read.resident r using (nik)
         where p.source = 'station' and p.status = ${STATUSES.PRINT_READY_RECORD.code} and r.state = 1
           and r.village_code / 1000000 = ${Number(HOME)} and p.nik <> all(${planted}::bigint[])
           and not exists (select from card_read.card c where c.nik = p.nik) order by p.nik limit ${MOST}`,
    ),
  );
  return rows.map(({ nik }) => asNik(nik));
}

async function listAtCounter(stage: Stage, made: readonly Made[]): Promise<Made[]> {
  const niks = made.map(({ nik }) => nik);
  const cards = await stage.database.transact('system', importer, (tx) => listCardsOf(tx, niks));
  const lie = new Set(
    cards.filter(({ state, replaceSince }) => state === 'AT_COUNTER' && replaceSince === null).map(({ id }) => id),
  );
  return made.filter(({ cardId }) => lie.has(cardId as never));
}

/** Whether the finger that he shows is the card's holder's. */
async function shownFinger(stage: Stage, nik: Nik, cardId: string): Promise<boolean> {
  const operator = player(stage, 'operator');
  const taken = recordBody(bodyFor(stage, nik), { number: VISIT, wear: 0 });
  const { bytes, quality } = taken.find(({ modality, position }) => modality === 'finger' && position === FINGER)!;
  const shown = { id: cardId, modality: 'finger', position: FINGER, bytes: Buffer.from(bytes), quality } as const;
  const { matches } = await stage
    .act(operator, (tx) => verifyHolder(tx, operator, shown))
    // That finger was missing when he was recorded.
    .catch((fault: { code?: string }) => {
      if (fault.code === 'card.nothing_to_compare') return { matches: false };
      throw fault;
    });
  return matches;
}
