/**
 * The statement (keterangan resmi): the figures that a spokesman reads out, each opening into what it rests on.
 * Always holds: a figure is counted from records, never typed in; it can be made again for any day and as it was known at
 * any instant; a second way of counting must agree (`recountStatement`); what was published stays; what others claim is held against
 * the same records, word by word, and nothing of their text is kept.
 */
export { figureShape, statementShape, type Figure, type Statement } from './schema.ts';
export { listPublications, readProvinces, readStatement, recountStatement } from './read.ts';
export { checkText } from './check/check.ts';
export { addCheckCommand, checkedLines } from './check/command.ts';
export type { CheckedText } from './check/schema.ts';
export { addPressCommand } from './press/command.ts';
export { recordsOf } from './figure/ground.ts';
export { keepCounts } from './keep.ts';
export { publishStatement } from './publish.ts';
export { room } from './room.ts';
