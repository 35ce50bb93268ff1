import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { writeMinutiaeRecord } from '../../recording/biometric/index.ts';
import type { Capture, CaptureAsked } from '../../recording/enrolment/capture-service/contract.ts';
import { bodyOf, bodySeed, drawFace, drawFinger, drawIris, impressionOf, type GreyPicture } from '../body/index.ts';
import { mix, roll, seedOf, type Die } from '../person/index.ts';
import type { Stage } from './stage.ts';

type Item = Capture['items'][number];

/** One capture under way; `state` is what the page is told of it. */
export interface Performance {
  readonly asked: CaptureAsked;
  state: Capture;
  cancelled: boolean;
  readonly startedAt: number;
}

export interface Performing {
  readonly stage: () => Stage;
  /** How many captures were asked for before: no two are alike. */
  readonly visit: number;
  /** A step of the play; tests hurry. */
  readonly paceMs: number;
}

/** Plays a capture: the body comes, lies still or does not, and gives what it has of what was asked for. */
export async function perform(performance: Performance, { stage, visit, paceMs }: Performing): Promise<void> {
  const { modality, positions } = performance.asked;
  const tell = (change: Partial<Capture>) => (performance.state = { ...performance.state, ...change });
  const fail = (failure: NonNullable<Capture['failure']>) => tell({ state: 'failed', failure, items: [] });
  const step = async () => {
    await pause(paceMs);
    if (performance.cancelled) tell({ state: 'cancelled', items: [] });
    else if (stage().unplugged.includes(modality)) fail('device_unplugged');
    return performance.state.state === 'waiting' || performance.state.state === 'capturing';
  };
  try {
    if (!(await step())) return;
    const present = positions.filter((position) => modality !== 'finger' || !stage().missing.includes(position));
    if (stage().manner === 'nothing' || present.length === 0) {
      for (let waited = 0; waited < 6; waited++) if (!(await step())) return;
      return void fail('nothing_presented');
    }
    tell({ state: 'capturing' });
    const items: Item[] = [];
    for (const position of present) {
      if (!(await step())) return;
      if (stage().manner === 'lifts') return void fail('lifted_early');
      items.push(await captured(stage(), modality, position, visit));
      tell({ progress: items.length / present.length });
    }
    if (await step()) tell({ state: 'done', items });
  } catch {
    fail('device_failed');
  }
}

async function captured(stage: Stage, modality: Item['modality'], position: number, visit: number): Promise<Item> {
  const own = bodySeed(stage.seed, stage.person);
  const about = { modality, position, template: null };
  if (modality === 'face') {
    const picture = await drawFace(own, visit);
    return { ...about, picture: { mediaType: 'image/jpeg', base64: picture.toString('base64') }, quality: null };
  }
  const die: Die = { state: mix(mix(seedOf('press'), visit), mix(own, position)) };
  if (modality === 'iris') {
    const quality = 68 + Math.round(25 * roll(die));
    return { ...about, picture: await pngOf(drawIris(own, position, visit)), quality };
  }
  const finger = bodyOf(stage.seed, stage.person).fingers[position - 1]!;
  const impression = impressionOf(finger, position, die, { wear: Math.min(1, stage.wear * (0.7 + 0.6 * roll(die))) });
  const template = Buffer.from(writeMinutiaeRecord(impression.record)).toString('base64');
  return {
    ...about,
    picture: await pngOf(drawFinger(finger, impression)),
    template: { format: 'iso-19794-2:2005', base64: template },
    quality: impression.record.quality,
  };
}

async function pngOf({ width, height, pixels }: GreyPicture): Promise<NonNullable<Item['picture']>> {
  const png = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 6 })
    .toBuffer();
  return { mediaType: 'image/png', base64: png.toString('base64') };
}
