/**
 * Biometrics: templates of faces and fingers, their comparison, and the engine that searches a gallery of them.
 * Always holds: nothing here knows an office, a database or a NIK; what is compared are templates, never pictures; a search
 * gives scores and reasons, and only `rules.ts` turns them into unique, duplicate or a person's decision.
 * Law: UU 24/2013 art. 84 and UU 27/2022 art. 4 (protected data); used for uniqueness, and one to one where somebody shows whom he says he is. ISO/IEC 19794-2:2005.
 */
export * from './schema.ts';
export * from './rules.ts';
export {
  IMPRESSIONS,
  readMinutiaeRecord,
  writeMinutiaeRecord,
  type Impression,
  type MinutiaeRecord,
} from './finger/minutiae-record.ts';
export { minutiaeFormatOf, readIncits378 } from './finger/incits-378.ts';
export { readFingerPicture, type FingerPicture } from './picture/finger-picture.ts';
export { matchedMinutiae } from './finger/matched.ts';
export { normalised, readFaceTemplate, writeFaceTemplate, type FaceTemplate } from './face/face-template.ts';
export type { EncodedFace, FaceEncoder } from './face/encoder.ts';
export { HUMAN_ENCODER, humanFaceEncoder } from './face/human.ts';
export { fitCalibration, likelihoodRatio, type Calibration, type FitGiven } from './score/calibration.ts';
export { CALIBRATIONS, SIMULATED_ENCODER } from './score/calibrations.ts';
export { equalErrorRate, missesAt, type KnownScores } from './score/metrics.ts';
export type {
  BiometricEngine,
  Candidate,
  Extracted,
  Identified,
  IdentifyOptions,
  Sample,
  Subject,
} from './engine/engine.ts';
export { openBuiltInEngine, type BuiltInEngine, type BuiltInOptions } from './engine/built-in.ts';
export { STAGES, type Stages } from './engine/stages.ts';
export { room } from './room.ts';
