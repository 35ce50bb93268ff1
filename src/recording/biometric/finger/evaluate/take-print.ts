import { readFile } from 'node:fs/promises';
import { Refusal } from '../../../../core/refusal/index.ts';
import { WORKING_DPI } from '../extract/image.ts';
import { takeMinutiae, type TakenMinutiae } from '../take-minutiae.ts';

export interface TakenPrint extends TakenMinutiae {
  /** The file says a resolution that no sensor has, such as the 72 of an image editor: it was taken at 500. */
  readonly resolutionAssumed: boolean;
}

/** Pictures of research sets went through many hands; whoever knows better says `dpi`. Refuses as `takeMinutiae` does. */
export async function takePrint(path: string, dpi: number | undefined): Promise<TakenPrint> {
  const bytes = await readFile(path);
  try {
    return { ...(await takeMinutiae(bytes, { dpi })), resolutionAssumed: false };
  } catch (error) {
    const saidBadly = error instanceof Refusal && error.code.startsWith('biometric.picture_resolution');
    if (!saidBadly || dpi !== undefined) throw error;
    return { ...(await takeMinutiae(bytes, { dpi: WORKING_DPI })), resolutionAssumed: true };
  }
}
