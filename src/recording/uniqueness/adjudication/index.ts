export { giveOpinion, reopen } from './judge.ts';
export { letterPaper, openLetter, printLetter } from './letter.ts';
export { answerObjection, receiveObjection } from './objection.ts';
export { listPairs, openMinutiae, openPair, openSideImage } from './open.ts';
export { openPersonStanding } from './standing.ts';
export { setWay } from './way.ts';
