import { cardsWork } from './cards-work.ts';
import { recordingWork } from './recording-work.ts';
import { registerWork } from './register-work.ts';
import { sharingWork } from './sharing-work.ts';
import type { WorkSource } from './source.ts';

export type { Work, WorkKind, WorkSource } from './source.ts';

/** Everything that may wait for an officer; each wing brings its own. */
export const work: readonly WorkSource[] = [...registerWork, ...recordingWork, ...cardsWork, ...sharingWork];
