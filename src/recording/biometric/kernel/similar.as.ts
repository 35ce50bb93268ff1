// AssemblyScript, compiled by `node dev/kernels.ts` to `similar.wasm`; `similar.ts` says what is what.
// The pairs of minutiae of two fingers whose surroundings are most alike (Cappelli, Ferrara, Maltoni, IEEE TPAMI 32 (2010), local similarity sort): four cylinders of the right
// finger are held at a time against one of the left. Then which of these pairs agree with one another. Single precision says what may be so; double precision decides, and is what is told.
export { findAgreements } from './similar/agreements.as';
export { overlap } from './similar/overlap.as';
export { find } from './similar/pairs.as';
export { hold } from './similar/place.as';
