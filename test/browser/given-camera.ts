import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawnFaces, drawnWall } from '../../src/recording/biometric/face/given-picture.ts';

const SIZE = { width: 640, height: 480 };
const FRAMES_A_SECOND = 30;

/**
 * The flags of a browser whose camera is a film: two seconds of a wall, then six of a drawn face, again and again. No photo
 * of anybody is in it.
 */
export async function filmedFace(): Promise<{ flags: string[] }> {
  const jpeg = async (picture: Buffer) => sharp(picture).jpeg({ quality: 92 }).toBuffer();
  const wall = await jpeg(await drawnWall(SIZE.width, SIZE.height));
  // An arm's length away: a face that fills the picture is told to go back.
  const drawn = sharp(await drawnFaces(1, { width: 500, height: 375, blur: 0.6 }));
  const around = { left: 70, right: 70, top: 60, bottom: 45, background: '#9db4c8' };
  const face = await jpeg(await drawn.extend(around).toBuffer());
  const film = [
    ...Array.from({ length: 2 * FRAMES_A_SECOND }, () => wall),
    ...Array.from({ length: 6 * FRAMES_A_SECOND }, () => face),
  ];
  const file = join(await mkdtemp(join(tmpdir(), 'jatidiri-film-')), 'face.mjpeg');
  await writeFile(file, Buffer.concat(film));
  return {
    flags: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
  };
}
