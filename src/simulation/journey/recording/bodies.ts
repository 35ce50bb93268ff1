/** The bodies of the story's people and what a station makes of them; computed from the seed, stored nowhere else. */
import sharp from 'sharp';
import type { Nik } from '../../../core/id/index.ts';
import type { ExceptionReason, Template } from '../../../recording/biometric/index.ts';
import type { PackedItem } from '../../../recording/enrolment/index.ts';
import { bodyOf, bodySeed, drawFace, drawFinger, pressBody, twinOf, type Body, type Visit } from '../../body/index.ts';
import { mix, roll, seedOf } from '../../person/index.ts';
import type { Stage } from '../journey.ts';

const nationOf = ({ seed }: Pick<Stage, 'seed'>) => `demo ${seed}`;

export const bodyFor = (stage: Pick<Stage, 'seed'>, nik: Nik): Body => bodyOf(nationOf(stage), seedOf(nik));
export const twinFor = (stage: Pick<Stage, 'seed'>, nik: Nik, of: Nik): Body =>
  twinOf(nationOf(stage), seedOf(nik), seedOf(of));

/** For drawing the face of somebody. */
export const faceSeedFor = (stage: Pick<Stage, 'seed'>, nik: Nik): number => bodySeed(nationOf(stage), seedOf(nik));

export interface Taking {
  readonly body: Body;
  readonly visit: Visit;
  /** By finger, why there is nothing of it. */
  readonly exceptions?: Readonly<Record<number, ExceptionReason>>;
  /** Whose face is drawn beside the template, and which fingers are. */
  readonly drawn?: { readonly face: number; readonly fingers: readonly number[] };
}

const plain = { exception: null, format: null, mediaType: null };
const PNG = 'image/png' as const;

/** What goes into a packet: templates, some with a picture, reasons where there are none, and the signature. */
export async function itemsOf(nik: Nik, { body, visit, exceptions = {}, drawn }: Taking): Promise<PackedItem[]> {
  const without = Object.keys(exceptions).map(Number);
  const { templates, impressions } = pressBody(body, { ...visit, without });
  const pictures: PackedItem[] = [];
  if (drawn) pictures.push(picture('face', 0, 'image/jpeg', await drawFace(drawn.face, visit.number)));
  for (const position of drawn?.fingers ?? []) {
    const impression = impressions.get(position);
    if (!impression) continue;
    const { width, height, pixels } = drawFinger(body.fingers[position - 1]!, impression);
    const raw = { width, height, channels: 1 as const };
    pictures.push(picture('finger', position, PNG, await sharp(pixels, { raw }).toColourspace('b-w').png().toBuffer()));
  }
  return [
    ...templates.map(templateItem),
    ...pictures,
    ...Object.entries(exceptions).map(([position, exception]) => exceptionItem(Number(position), exception)),
    picture('signature', 0, PNG, await signatureOf(nik)),
  ];
}

const templateItem = ({ modality, position, format, quality, bytes }: Template): PackedItem => ({
  about: { ...plain, modality, position, quality, tries: quality < 50 ? 2 : 1, format },
  bytes,
});

function picture(
  modality: 'face' | 'finger' | 'signature',
  position: number,
  mediaType: 'image/png' | 'image/jpeg',
  bytes: Buffer,
): PackedItem {
  return { about: { ...plain, modality, position, quality: null, tries: 1, mediaType }, bytes };
}

function exceptionItem(position: number, exception: ExceptionReason): PackedItem {
  const tries = exception === 'unreadable' ? 3 : 1;
  return {
    about: { ...plain, modality: 'finger', position, quality: null, tries, exception },
    bytes: new Uint8Array(0),
  };
}

/** A line as somebody in a hurry draws it, of nobody's name. */
function signatureOf(nik: Nik): Promise<Buffer> {
  const die = { state: mix(seedOf('signature'), seedOf(nik)) };
  let path = `M 12 ${50 + 20 * roll(die)}`;
  for (let x = 30; x < 230; x += 18 + 10 * roll(die))
    path += ` Q ${x} ${90 * roll(die) + 5} ${x + 12} ${60 * roll(die) + 20}`;
  const line = `<path d="${path} L 230 80" fill="none" stroke="#1a2340" stroke-width="2.5" stroke-linecap="round"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="100"><rect width="240" height="100" fill="#fff"/>${line}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16 }).toBuffer();
}
