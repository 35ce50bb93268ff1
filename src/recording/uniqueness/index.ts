/**
 * Uniqueness (uji ketunggalan): each recording is searched among all others, and people decide where two may be one body
 * (UU 24/2013 art. 63, 64; UU 27/2022 art. 4).
 * Always holds: a packet is searched for once; of two that come at one moment one finds the other; a machine alone takes no
 * recording from anybody; officers judge unseen by one another, all that follows can be taken back and the citizen may object;
 * nobody is searched for otherwise but by a court's order that two persons carried out and the public counts.
 */
export {
  answerObjection,
  giveOpinion,
  listPairs,
  openPair,
  printLetter,
  receiveObjection,
  setWay,
} from './adjudication/index.ts';
export { openGalleryDesk, type GalleryDesk } from './search/index.ts';
export { room } from './room.ts';
