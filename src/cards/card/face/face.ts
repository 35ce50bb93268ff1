/** What stands on a card and lies in its chip, from the register and the recording. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Template } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { record } from '../../../core/ledger/index.ts';
import { openPictures, openTemplates } from '../../../recording/enrolment/index.ts';
import {
  BLOOD_GROUP,
  findResident,
  MARITAL_STATUS,
  OCCUPATION,
  RELIGION,
  type CodeTable,
  type Resident,
} from '../../../register/resident/index.ts';
import { findCard, type CardRow } from '../advance.ts';
import { officeWithin } from '../check/within.ts';
import { documentSigner } from '../chip/signer.ts';
import { GROUPS, signGroups, type DataGroup } from '../chip/sod.ts';
import { refuse } from '../refusals.ts';
import type { CardState } from '../rules.ts';
import { findRequestForUpdate } from '../request/sql.ts';
import { faceSvg, type Face, type Picture } from './svg.ts';

const faceTemplate: Template<{ svg: string }> = {
  name: 'card_face',
  source: new URL('card.typ', import.meta.url),
  shape: z.object({ svg: z.string() }),
};

/** While it is printed and checked, and no longer: what is on a card is in its holder's hand then. */
const MAKING: readonly CardState[] = ['PRINTED', 'CHECKED', 'AT_COUNTER'];

/** The face of a card that is being made at the actor's office: to print it, and to compare what was printed. */
export async function openFace(
  tx: Tx,
  actor: Actor,
  input: { id: string; format: 'svg' | 'pdf' },
): Promise<FileAnswer> {
  return elevated(tx, async () => {
    const { card, face, photo, signature } = await open(tx, actor, input.id, 'compare');
    const svg = faceSvg(face, { photo, signature, specimen: !tx.ground.config.production });
    await record(tx, actor, {
      label: 'card.face_opened',
      subjects: [{ nik: card.nik, detail: 'card' }],
      facts: { card: card.id, format: input.format },
    });
    if (input.format === 'svg') return { mediaType: 'image/svg+xml', fileName: 'ktp-el.svg', bytes: Buffer.from(svg) };
    const { pdf } = await tx.ground.papers.press.compile(faceTemplate, { svg }, { issuedOn: card.printedOn });
    return { mediaType: 'application/pdf', fileName: 'ktp-el.pdf', bytes: pdf };
  });
}

export interface Chip {
  readonly groups: readonly DataGroup[];
  /** CMS SignedData over the groups' hashes. */
  readonly sod: Buffer;
  /** The document signer's, DER. */
  readonly certificate: Buffer;
}

/** What is written to the chip of a card that was just printed; to its printer's office alone, as templates are in it. */
export async function openChip(tx: Tx, actor: Actor, input: { id: string }): Promise<Chip> {
  return elevated(tx, async () => {
    const { card, face, photo, signature, packet } = await open(tx, actor, input.id, 'write');
    if (card.state !== 'PRINTED') throw refuse('card.wrong_state', { detail: card.state });
    const groups: DataGroup[] = [{ number: GROUPS.biodata, bytes: Buffer.from(JSON.stringify(face)) }];
    if (photo) groups.push({ number: GROUPS.face, bytes: photo.bytes });
    const fingers = await twoFingers(tx, card, packet);
    if (fingers.length > 0) groups.push({ number: GROUPS.fingers, bytes: framed(fingers) });
    if (signature) groups.push({ number: GROUPS.signature, bytes: signature.bytes });
    await record(tx, actor, {
      label: 'card.chip_opened',
      subjects: [{ nik: card.nik, detail: 'card' }],
      facts: { card: card.id, groups: groups.length },
    });
    const signer = documentSigner(tx.ground.vault, tx.ground.config.production ? 'KEMENDAGRI' : 'SPESIMEN');
    return { groups, sod: signGroups(groups, signer, tx.ground.clock.now()), certificate: signer.certificate };
  });
}

async function open(tx: Tx, actor: Actor, id: string, why: 'compare' | 'write') {
  const card = await findCard(tx, id);
  if (!card) throw refuse('card.not_found');
  // Whoever checks for a small office of his region sees the face too, as long as it waits for that; the chip nobody sees from afar.
  const checks = why === 'compare' && card.state === 'PRINTED';
  if (card.officeId !== actor.officeId && !(checks && (await officeWithin(tx, actor, card.officeId))))
    throw refuse('card.elsewhere');
  if (!MAKING.includes(card.state)) throw refuse('card.wrong_state', { detail: card.state });
  if (card.replaceSince !== null) throw refuse('card.outdated');
  const resident = (await findResident(tx, card.nik))!;
  const request = card.requestId === null ? undefined : await findRequestForUpdate(tx, card.requestId);
  const packet = request?.packetId ?? null;
  const [photo, signature] = packet
    ? [await pictureOf(tx, card, packet, 'face'), await pictureOf(tx, card, packet, 'signature')]
    : [null, null];
  return { card, packet, photo, signature, face: faceOf(tx, card, resident) };
}

async function pictureOf(
  tx: Tx,
  { nik }: CardRow,
  packet: string,
  modality: 'face' | 'signature',
): Promise<Picture | null> {
  for await (const { mediaType, bytes } of openPictures(tx, [{ nik, packet }], (item) => item.modality === modality))
    return { mediaType, bytes };
  return null;
}

/** Both index fingers first (Perpres 35/2010), then the thumbs, then what there is. */
const PREFERRED = [2, 7, 1, 6];

async function twoFingers(tx: Tx, { nik }: CardRow, packet: string | null): Promise<Buffer[]> {
  if (packet === null) return [];
  const fingers = (await openTemplates(tx, [{ nik, packet }])).filter(({ modality }) => modality === 'finger');
  const rank = (position: number) => (PREFERRED.includes(position) ? PREFERRED.indexOf(position) : 10 + position);
  return fingers
    .toSorted((a, b) => rank(a.position) - rank(b.position))
    .slice(0, 2)
    .map(({ bytes }) => bytes);
}

/** Each with its length before it, 4 bytes big-endian. */
function framed(parts: readonly Buffer[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}

const turned = (day: string): string => day.split('-').toReversed().join('-');
const three = (n: number | null): string => (n === null ? '000' : String(n).padStart(3, '0'));

function faceOf(tx: Tx, card: CardRow, r: Resident): Face {
  const word = (table: CodeTable, code: number) => (table.label(code, 'id') ?? '-').toUpperCase();
  const place = (digits: number) => (tx.ground.regions.nameOf(r.villageCode.slice(0, digits)) ?? '-').toUpperCase();
  const blood = word(BLOOD_GROUP, r.bloodGroup);
  const regency = place(4).replace(/^KABUPATEN |^KAB\. /, '');
  return {
    province: place(2),
    regency: regency.startsWith('KOTA') ? regency : `KABUPATEN ${regency}`,
    nik: r.nik,
    name: r.name.toUpperCase(),
    born: `${r.birthPlace.toUpperCase()}, ${turned(r.birthDate)}`,
    sex: r.sex === 1 ? 'LAKI-LAKI' : 'PEREMPUAN',
    bloodGroup: blood.length <= 3 ? blood : '-',
    address: (r.hamlet ? `${r.address}, ${r.hamlet}` : r.address).toUpperCase(),
    rtRw: `${three(r.rt)}/${three(r.rw)}`,
    village: place(10),
    district: place(6),
    religion: word(RELIGION, r.religion),
    maritalStatus: word(MARITAL_STATUS, r.maritalStatus),
    occupation: word(OCCUPATION, r.occupation),
    citizenship: r.nationality === 'IDN' ? 'WNI' : r.nationality,
    validity: card.validUntil === null ? 'SEUMUR HIDUP' : turned(card.validUntil),
    issuedAt: regency.replace(/^(KOTA|KABUPATEN)( ADMINISTRASI)? /, ''),
    issuedOn: turned(card.printedOn),
  };
}
