import { refuse } from '../refusals.ts';
import { isPosition, type Template } from '../schema.ts';
import type { FaceEncoder } from '../face/encoder.ts';
import { writeFaceTemplate } from '../face/face-template.ts';
import { humanFaceEncoder } from '../face/human.ts';
import { fingerExtractor } from '../finger/extractor.ts';
import type { Calibration } from '../score/calibration.ts';
import { CALIBRATIONS } from '../score/calibrations.ts';
import { checkTemplates } from './body.ts';
import type { BiometricEngine } from './engine.ts';
import { openGallery } from './gallery.ts';
import { openShards } from './shards.ts';
import type { Stages } from './stages.ts';

export interface BuiltInOptions {
  /** Threads that compare; as many as there are cores, at most eight, where not given. */
  readonly threads?: number;
  readonly encoder?: FaceEncoder;
  /** With another encoder must come its calibration; without one its faces are kept but say nothing. */
  readonly calibrations?: readonly Calibration[];
  /** `exact` compares everybody in full; otherwise galleries beyond a few thousand people are searched in stages. */
  readonly search?: 'exact' | Stages;
  /** Processes that hold the gallery, each a part of the people; 1 is this one alone, as where not given. Threads are shared out among them. */
  readonly processes?: number;
}

export interface BuiltInEngine extends BiometricEngine {
  /** Bytes of memory that the gallery's people take. */
  bytes(): number;
  /** The ids of the processes that hold people besides this one. */
  processes(): readonly number[];
}

/** The built-in engine: faces and fingers compared in memory, in full or in stages; its name says which. Threads start when they are first needed. */
export function openBuiltInEngine(options: BuiltInOptions = {}): BuiltInEngine {
  const encoder = options.encoder ?? humanFaceEncoder();
  const { calibrations = CALIBRATIONS, threads, search, processes = 1 } = options;
  const given = { calibrations, threads, search };
  const shards = processes > 1 ? openShards({ ...given, processes }) : null;
  const gallery = shards ?? openGallery(given);
  const fingers = fingerExtractor();
  return {
    name: `jatidiri-${search === 'exact' ? 'exact-1' : 'staged-2'} ${encoder.name}`,
    async extract({ modality, position, picture }) {
      if (modality === 'finger') {
        if (!isPosition(modality, position))
          throw refuse('biometric.no_such_position', { values: { modality, position } });
        const made = await fingers.extract({ picture, finger: position });
        return { template: { modality, position, format: 'iso-19794-2:2005', ...made }, box: null, eyesOpen: null };
      }
      if (modality !== 'face') throw refuse('biometric.picture_waits', { values: { modality } });
      const { embedding, quality, box, eyesOpen } = await encoder.encode(picture);
      const bytes = writeFaceTemplate({ encoder: encoder.name, embedding });
      const template: Template = { modality, position: 0, format: 'jatidiri-face-1', bytes, quality };
      return { template, box, eyesOpen };
    },
    check: async (templates) => checkTemplates(templates),
    compare: (a, b) => gallery.compare(a, b),
    insert: (people) => gallery.insert(people),
    identify: (probe, identify) => gallery.identify(probe, identify),
    delete: (refs) => gallery.delete(refs),
    size: async () => gallery.size(),
    refs: async () => gallery.refs(),
    bytes: () => gallery.bytes(),
    processes: () => shards?.processes() ?? [],
    async close() {
      await Promise.all([gallery.close(), encoder.close(), fingers.close()]);
    },
  };
}
