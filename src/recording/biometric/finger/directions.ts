/** Cosine and sine of each direction, in 256ths of a turn. */
export const COS = Float64Array.from({ length: 256 }, (_, angle) => Math.cos((angle * Math.PI) / 128));
export const SIN = Float64Array.from({ length: 256 }, (_, angle) => Math.sin((angle * Math.PI) / 128));
