/**
 * Disposal: damaged and invalid cards from the counter to the fire, and cards that were found outside any custody.
 * Always holds: a piece lies in one bag of one office; nothing is destroyed by one person, nor twice, nor while it is held as
 * evidence; what burns is the list that was approved, piece for piece; who counts is not told what should be there.
 * Law: Permendagri 9/2011 art. 5 (1) n; SE Mendagri 470.13/11176/SJ of 13 December 2018.
 */
export { openBag, putIntoBag, sealBag, takeOutOfBag } from './bag/bag.ts';
export { countBag, settleDifference, type CountGiven } from './bag/count.ts';
export { placeHold, proposeLift } from './bag/hold.ts';
export { receiveBag, sendBags } from './bag/dispatch.ts';
export { storeBag } from './bag/keep.ts';
export { addEvidence, addWitness, beginDestruction, checkSeal, recountBag } from './destruction/day.ts';
export { finishDestruction } from './destruction/finish.ts';
export { makeMinutes, openMinutes, remakeMinutes } from './destruction/minutes.ts';
export { cancelPlan, proposePlan, type Planning } from './destruction/plan.ts';
export { reportDestruction, reportNothing, viewReports } from './destruction/report.ts';
export { enterFoundCount, explainCounts, importFound, noteCustody, openFound, type FoundLine } from './found/found.ts';
export { issueFoundReports, openPoliceReport, openPublicReport } from './found/report.ts';
export { releasePiece, takeIn, type Line } from './intake/take-in.ts';
export { viewFound, viewPlan } from './view.ts';
export { room } from './room.ts';
