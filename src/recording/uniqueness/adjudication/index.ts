export { giveOpinion } from './judge.ts';
export { letterPaper, openLetter, printLetter } from './letter.ts';
export { mergesFollow } from './merging.ts';
export { answerObjection, receiveObjection } from './objection.ts';
export { listPairs, openMinutiae, openPair, openSideImage } from './open.ts';
export { reopen } from './reopen.ts';
export { openPersonStanding } from './standing.ts';
export { setWay } from './way.ts';
