/**
 * Drawings of prints as SVG files: the sensor's picture, minutiae, orientation, and what two prints have in common.
 * Always holds: pure; kinds are told apart by shape, not by colour alone; a drawing stands alone and asks nobody for anything.
 */
export { drawPair } from './pair.ts';
export { drawPrint, type DrawnPrint } from './print.ts';
