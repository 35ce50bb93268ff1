/**
 * Papers: set by Typst, signed by a code, entered in a register of papers. A room brings a template and plain data.
 * Always holds: the same input gives the same bytes; every page says that it is a specimen unless an issuing authority's
 * certificate is configured; a paper's code verifies without network and carries the log's size and root of that hour, so
 * that each citizen's paper is a witness; whoever checks a paper learns nothing personal. Law: Permendagri 109/2019, 104/2019.
 */
export { type Authority, readAuthority } from './authority.ts';
export { checkDocument, type CheckedPaper, type PaperInHand } from './check.ts';
export {
  cancelDocument,
  cancelPapersOf,
  issueDocument,
  issueIfChanged,
  issueInPlace,
  type IssuedNow,
  openCurrentDocument,
  openDocument,
  type PaperDesk,
  type PaperKind,
  paperKinds,
  type PaperToIssue,
  replaceDocument,
} from './issue.ts';
export { openPress, type Press, type PressOptions, type Printed, type Stamp, type Template } from './press.ts';
export { encodeQr, parseQr, type QrContent, type QrIssuer, type ReadQr, verifyQr } from './qr.ts';
export { qrSvg } from './qr-picture.ts';
export { room } from './room.ts';
export { day, type Issuer, issuer, printed, sixteen } from './shape.ts';
export { type IssuedPaper, listPapers, papersFollow, type PaperState } from './sql.ts';
