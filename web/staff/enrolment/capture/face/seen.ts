/** What the thread says of a picture, and what it is asked. */
import type { Light } from '../../../../../src/recording/biometric/face/rules.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One face, in the pixels of the picture that was given; angles in radians. */
export interface SeenFace {
  readonly box: Box;
  readonly turned: { readonly yaw: number; readonly pitch: number; readonly roll: number };
  readonly light: Light;
  /** Null where the picture is too poor to see. */
  readonly eyesOpen: boolean | null;
  /** 0 to 100, by the same rules as the centre's encoder. */
  readonly quality: number;
}

export interface ToThread {
  readonly id: number;
  readonly bitmap: ImageBitmap;
}

/** Null: the networks could not be loaded, or broke. */
export interface FromThread {
  readonly id: number;
  readonly faces: readonly SeenFace[] | null;
}
