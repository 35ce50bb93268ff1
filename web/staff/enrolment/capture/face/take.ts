/** Makes the picture that is kept of one that was taken or chosen: upright, cropped to the one face, judged anew. */
import type { FaceFinder } from './finder.ts';
import { advise, cropAround, LEAST_FACE_PIXELS, middleOf, PORTRAIT, type Advice } from './guidance.ts';
import type { Box, SeenFace } from './seen.ts';

/** One try. */
export interface Taken {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  /** Null where nothing could be measured: the networks are not on this device yet. */
  readonly quality: number | null;
  /** What would make the next try better. */
  readonly advice: Advice;
}

export type TakeFault = 'no_face' | 'several_faces' | 'face_too_small';

const LONGEST_LOOKED_AT = 1280;
const JPEG_QUALITY = 0.92;

/** `source` is used up. Without the networks the middle is taken as it is, and nobody says that it was checked. */
export async function takePicture(
  source: ImageBitmap,
  finder: FaceFinder,
): Promise<{ taken: Taken } | { fault: TakeFault }> {
  try {
    const scale = Math.min(1, LONGEST_LOOKED_AT / Math.max(source.width, source.height));
    const faces = await finder.look(await partOf(source, wholeOf(source), scale));
    if (faces === null) return { taken: await kept(source, middleOf(source), finder, null) };
    const [face, second] = faces;
    if (!face) return { fault: 'no_face' };
    if (second) return { fault: 'several_faces' };
    const box = scaled(face.box, 1 / scale);
    if (box.height < LEAST_FACE_PIXELS) return { fault: 'face_too_small' };
    return { taken: await kept(source, cropAround(box, source), finder, face) };
  } finally {
    source.close();
  }
}

async function kept(source: ImageBitmap, crop: Box, finder: FaceFinder, found: SeenFace | null): Promise<Taken> {
  const canvas = new OffscreenCanvas(PORTRAIT.width, PORTRAIT.height);
  const brush = canvas.getContext('2d')!;
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(source, crop.x, crop.y, crop.width, crop.height, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  const jpeg = new Uint8Array(await blob.arrayBuffer());
  if (!found) return { jpeg, quality: null, advice: 'good' };
  // Judged as it is kept: that is what the centre gets. A face that fills its picture may not be found again.
  const faces = (await finder.look(await createImageBitmap(canvas))) ?? [];
  const [face = found] = faces;
  const advice = faces.length === 1 ? advise({ ...PORTRAIT, faces }) : 'back';
  return { jpeg, quality: face.quality, advice };
}

/** The portrait-shaped middle of what the camera shows, as large as guidance needs it. */
export async function frameOf(video: HTMLVideoElement): Promise<ImageBitmap> {
  const box = middleOf({ width: video.videoWidth, height: video.videoHeight });
  return partOf(video, box, PORTRAIT.height / box.height);
}

/** The same at the camera's full size. */
export async function shotOf(video: HTMLVideoElement): Promise<ImageBitmap> {
  return partOf(video, middleOf({ width: video.videoWidth, height: video.videoHeight }), 1);
}

function partOf(source: ImageBitmap | HTMLVideoElement, box: Box, scale: number): Promise<ImageBitmap> {
  return createImageBitmap(
    source,
    Math.round(box.x),
    Math.round(box.y),
    Math.round(box.width),
    Math.round(box.height),
    {
      resizeWidth: Math.max(1, Math.round(box.width * scale)),
      resizeHeight: Math.max(1, Math.round(box.height * scale)),
      resizeQuality: 'medium',
    },
  );
}

const wholeOf = ({ width, height }: ImageBitmap): Box => ({ x: 0, y: 0, width, height });

function scaled({ x, y, width, height }: Box, by: number): Box {
  return { x: x * by, y: y * by, width: width * by, height: height * by };
}
