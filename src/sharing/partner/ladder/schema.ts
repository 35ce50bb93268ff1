/** Shapes of the ladder, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, contentsShape, signatoryShape, textShape } from '../schema.ts';
import { COUNTERS, DOCUMENT_KINDS, END_REASONS, STAGE_NAMES, TERMED, WITH_CONTENTS } from './rules.ts';

export const stageShape = z.enum(STAGE_NAMES);
export const documentKindShape = z.enum(DOCUMENT_KINDS);
export const counterShape = z.enum(COUNTERS);

const papers = {
  number: textShape(120),
  signedOn: civilDateShape,
  validFrom: civilDateShape.nullable().default(null),
  validUntil: civilDateShape.nullable().default(null),
  signatories: z.array(signatoryShape).max(12).default([]),
};

/** A paper as it is filed; its file comes beside it. */
export const paperShape = z
  .object({ ...papers, kind: documentKindShape, contents: contentsShape.nullable().default(null) })
  .superRefine((paper, faults) => {
    const term = paper.validFrom !== null && paper.validUntil !== null;
    const say = (path: string, message: string) => faults.addIssue({ code: 'custom', path: [path], message });
    if (TERMED.includes(paper.kind) && !term) say('validUntil', 'partner.field.term');
    if ((paper.validFrom === null) !== (paper.validUntil === null)) say('validUntil', 'partner.field.term');
    if (term && paper.validUntil! < paper.validFrom!) say('validUntil', 'partner.field.term_order');
    if (WITH_CONTENTS.includes(paper.kind) !== (paper.contents !== null)) say('contents', 'partner.field.contents');
  });
export type Paper = z.output<typeof paperShape>;

export const requestShape = z.object({
  predecessorId: z.uuid().nullable().default(null),
  number: textShape(120),
  signedOn: civilDateShape,
  receivedOn: civilDateShape,
  signatories: z.array(signatoryShape).max(12).default([]),
  contents: contentsShape,
});

export const stepShape = z.object({
  to: stageShape,
  occurredOn: civilDateShape,
  reason: z.enum(END_REASONS).nullable().default(null),
  words: textShape(1_000).nullable().default(null),
});
export type StepGiven = z.output<typeof stepShape>;
