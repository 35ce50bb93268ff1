/** Minutes of handing over (Berita Acara Serah Terima): of a shipment that was accepted, of a store that passed to another keeper. */
import { z } from 'zod';
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { issueIfChanged, openCurrentDocument, printed, type PaperKind } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { NOBODY, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { drawable, pieces, wibTime } from '../paper.ts';
import { refuse as refuseBlank } from '../refusals.ts';
import { countOf, sizeOf, type Span } from '../rules.ts';
import { holdShipment, type ShipmentRow } from '../shipment/sql.ts';
import { getStore } from '../store/store.ts';
import { namesOf } from '../trace/sql.ts';
import { refuse } from './refusals.ts';
import {
  findHandover,
  findOffice,
  listAccepted,
  listCountsOf,
  listMinutes,
  type Handover,
  type MinutesLine,
} from './sql.ts';

const party = z.object({ role: printed(60), name: printed(100), office: printed(120), act: printed(160) });
const minutesShape = z.object({
  title: printed(120),
  number: printed(60),
  opening: printed(600),
  facts: z
    .array(z.tuple([printed(60), printed(800)]))
    .min(1)
    .max(20),
  counts: z.array(z.object({ what: printed(100), n: printed(20), who: printed(100), at: printed(60) })).max(60),
  serials: z.array(printed(60)).max(300),
  notes: z.array(printed(400)).max(20),
  gives: party,
  takes: party,
});
type Minutes = z.output<typeof minutesShape>;

export const minutesPaper: PaperKind<Minutes> = {
  code: 21,
  template: { name: 'blank_minutes', source: new URL('document/minutes.typ', import.meta.url), shape: minutesShape },
};

interface About {
  readonly number: string;
  readonly on: Date;
  readonly office: { readonly id: Uuid; readonly name: string };
  readonly data: Minutes;
}

/** Prints the minutes of an accepted shipment; the same facts give the same paper, byte for byte. */
export async function printShipmentMinutes(tx: Tx, actor: Actor, input: { id: string }) {
  return elevated(tx, async () =>
    issue(tx, actor, await aboutShipment(tx, await getShipment(tx, actor, input.id, true))),
  );
}

export async function openShipmentMinutes(tx: Tx, actor: Actor, input: { id: string }): Promise<FileAnswer> {
  return elevated(tx, async () => open(tx, actor, (await getShipment(tx, actor, input.id, false)).number));
}

/** The same of the last change of a store's keeper, or of an earlier one by its number. */
export async function printHandoverMinutes(tx: Tx, actor: Actor, input: { id: string; number?: string | undefined }) {
  return elevated(tx, async () => issue(tx, actor, await aboutHandover(tx, await getHandover(tx, actor, input))));
}

export async function openHandoverMinutes(
  tx: Tx,
  actor: Actor,
  input: { id: string; number?: string | undefined },
): Promise<FileAnswer> {
  return elevated(tx, async () => open(tx, actor, (await getHandover(tx, actor, input)).number));
}

async function issue(tx: Tx, actor: Actor, about: About): Promise<{ documentId: string; issued: boolean }> {
  const { number, on, office, data } = about;
  const { id, issued } = await issueIfChanged(tx, actor, {
    kind: minutesPaper,
    data,
    nik: NOBODY,
    villageCode: '0',
    number,
    issuedOn: dayIn(ZONES.WIB, on),
    office,
  });
  await record(tx, actor, { label: 'blank.minutes_printed', facts: { number, document: id, issued } });
  return { documentId: id, issued };
}

async function open(tx: Tx, actor: Actor, number: string): Promise<FileAnswer> {
  const paper = await openCurrentDocument(tx, minutesPaper.template.name, number);
  if (!paper) throw refuse('blank.minutes_not_printed');
  await record(tx, actor, { label: 'blank.minutes_opened', facts: { number, document: paper.id } });
  return { mediaType: 'application/pdf', fileName: `${number.replaceAll('/', '-')}.pdf`, bytes: paper.pdf };
}

const MOST = 300;

/** What has been handed over in the last days at the officer's office and in the region that he answers for. */
export async function viewMinutes(
  tx: Tx,
  actor: Actor,
  input: { region?: string | undefined; kind?: MinutesLine['kind'] | undefined; days: number },
) {
  const covered = actor.jurisdiction?.code ?? 'none';
  const { region = '', kind = null, days } = input;
  const { officeId } = actor;
  const since = new Date(tx.ground.clock.now().getTime() - days * 86_400_000);
  const given = { officeId, covered, region, kind, since, limit: MOST + 1 };
  const rows = await elevated(tx, () => listMinutes(tx, given, minutesPaper.template.name));
  const minutes = rows.slice(0, MOST).map(({ at, ...line }) => ({ ...line, at: at.toISOString() }));
  return { minutes, more: rows.length > MOST };
}

/** The accepted shipment, to both ends' offices and to whoever answers for the sender's region; held while its paper is made. */
async function getShipment(tx: Tx, actor: Actor, id: string, mustHaveEnded: boolean): Promise<ShipmentRow> {
  const shipment = await holdShipment(tx, id);
  if (!shipment) throw refuseBlank('blank.shipment_not_found');
  const ends = [await getStore(tx, shipment.fromStore), await getStore(tx, shipment.toStore)];
  if (!ends.some(({ officeId }) => officeId === actor.officeId)) mustCover(actor, ends[0]!.regionCode);
  if (mustHaveEnded && shipment.state !== 'accepted') throw refuse('blank.shipment_not_accepted');
  return shipment;
}

async function getHandover(
  tx: Tx,
  actor: Actor,
  { id, number }: { id: string; number?: string | undefined },
): Promise<Handover> {
  const store = await getStore(tx, id);
  if (store.officeId !== actor.officeId) mustCover(actor, store.regionCode);
  const found = await findHandover(tx, id, number ?? null);
  if (!found) throw refuse('blank.no_handover');
  return found;
}

const KINDS = { distribution: 'pengiriman', rebalancing: 'pemindahan antardaerah', return: 'pengembalian' } as const;

async function aboutShipment(tx: Tx, shipment: ShipmentRow): Promise<About> {
  const { number, fromStore, toStore, sentBy, sentAt } = shipment;
  const accepted = await listAccepted(tx, shipment.id);
  const counts = await listCountsOf(tx, shipment.id);
  const last = counts.at(-1)!;
  const names = await namesOf(tx, { stores: [fromStore, toStore], officers: [sentBy, ...counts.map(({ by }) => by)] });
  const place = (store: string) => `${names.store(store)}, ${names.office(store)}`;
  const n = countOf(accepted);
  const left = shipment.n - n;
  const data = {
    title: `Blangko KTP-el: ${KINDS[shipment.kind]}`,
    number,
    opening: drawable(
      `Pada ${wibTime(last.at)}, ${names.officer(sentBy)} menyerahkan dan ${names.officer(last.by)} menerima ${pieces(n)} keping blangko KTP-el yang dikirim dalam keadaan tersegel dan dihitung oleh keduanya.`,
      600,
    ),
    facts: facts([
      ['Dari', place(fromStore)],
      ['Kepada', place(toStore)],
      ['Pembawa', shipment.carrier],
      ['Segel', `${shipment.seals.length}: ${shipment.seals.join(', ')}`],
      ['Dikirim', `${pieces(shipment.n)} keping`],
      ['Diterima', `${pieces(n)} keping`],
    ]),
    counts: [
      {
        what: 'Hitungan pengirim',
        n: pieces(shipment.n),
        who: drawable(names.officer(sentBy), 100),
        at: wibTime(sentAt),
      },
      ...counts.map(({ counted, sealsWhole, by, at, round }) => ({
        what: `Hitungan penerima ke-${round}, segel ${sealsWhole ? 'utuh' : 'rusak'}`,
        n: pieces(counted),
        who: drawable(names.officer(by), 100),
        at: wibTime(at),
      })),
    ],
    serials: serialsOf(accepted),
    notes:
      left === 0n ? [] : [`Selisih ${pieces(left)} keping diputuskan tersendiri; lihat kasus selisih pengiriman ini.`],
    gives: partyOf('Yang menyerahkan', names.officer(sentBy), names.office(fromStore), 'Menyegel dan mengirim', sentAt),
    takes: partyOf('Yang menerima', names.officer(last.by), names.office(toStore), 'Menghitung dan menerima', last.at),
  };
  return { number, on: last.at, office: await findOffice(tx, toStore), data };
}

async function aboutHandover(tx: Tx, handover: Handover): Promise<About> {
  const { number, storeId, leaving, arriving, decidedBy, at, n, leftAt, arrivedAt } = handover;
  const names = await namesOf(tx, { stores: [storeId], officers: [leaving, arriving, decidedBy] });
  const office = names.office(storeId);
  const line = (what: string, who: string, when: Date) => ({
    what,
    n: pieces(n),
    who: drawable(names.officer(who), 100),
    at: wibTime(when),
  });
  const data = {
    title: 'Gudang blangko KTP-el: pergantian penanggung jawab',
    number,
    opening: drawable(
      `Pada ${wibTime(at)} penguasaan ${names.store(storeId)} beserta isinya beralih dari ${names.officer(leaving)} kepada ${names.officer(arriving)}, setelah keduanya menghitung sendiri-sendiri tanpa diberi tahu catatan, dan hitungan keduanya sama dengan catatan.`,
      600,
    ),
    facts: facts([
      ['Gudang', `${names.store(storeId)}, ${office}`],
      ['Isi menurut catatan', `${pieces(n)} keping`],
      ['Diputuskan oleh', names.officer(decidedBy)],
    ]),
    counts: [line('Hitungan yang menyerahkan', leaving, leftAt), line('Hitungan yang menerima', arriving, arrivedAt)],
    serials: [],
    notes: [],
    gives: partyOf('Yang menyerahkan', names.officer(leaving), office, 'Menghitung', leftAt),
    takes: partyOf('Yang menerima', names.officer(arriving), office, 'Menghitung', arrivedAt),
  };
  return { number, on: at, office: await findOffice(tx, storeId), data };
}

const facts = (pairs: readonly [string, string][]) =>
  pairs.map(([name, value]): [string, string] => [name, drawable(value, 780)]);

const partyOf = (role: string, name: string, office: string, act: string, at: Date) => ({
  role,
  name: drawable(name, 100),
  office: drawable(office, 120),
  act: `${act} pada ${wibTime(at)}`,
});

const MOST_SPANS = 299;

function serialsOf(spans: readonly Span[]): string[] {
  const lines = spans.map(({ first, last }) => `${first}-${last} (${pieces(sizeOf({ first, last }))})`);
  if (lines.length <= MOST_SPANS) return lines;
  return [...lines.slice(0, MOST_SPANS), `dan ${pieces(lines.length - MOST_SPANS)} rentang lain`];
}
