/** What makes an embedding of a face. Another one can take its place; its `name` keeps embeddings apart. */
export interface FaceEncoder {
  /** Changes whenever the same picture would give another embedding. */
  readonly name: string;
  /**
   * The one face in a picture (PNG, JPEG, TIFF, WebP, binary PGM or PPM; turned as its EXIF says; colour or grey).
   * Deterministic. Refuses `biometric.picture_*` (nothing, no picture, too large, too small), `biometric.no_face`,
   * `biometric.several_faces`, `biometric.engine_*`.
   */
  encode(picture: Uint8Array): Promise<EncodedFace>;
  close(): Promise<void>;
}

export interface EncodedFace {
  /** Of length 1. */
  readonly embedding: Float32Array;
  /** 0 to 100: how large, sharp, evenly lit and frontal the face is. */
  readonly quality: number;
  /** In pixels of the picture as a person sees it. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Null where the picture is too poor to see. */
  readonly eyesOpen: boolean | null;
}
