/**
 * A transparency log in files: RFC 6962 hashing, tiles and entry bundles (C2SP tlog-tiles), checkpoints (C2SP
 * tlog-checkpoint) as signed notes. Knows nothing of what the entries say.
 * Always holds: what was signed once is the beginning of whatever is signed later; readers check, they never trust a file.
 */
export * from './merkle.ts';
export * from './tiles.ts';
export * from './checkpoint.ts';
export * from './tree.ts';
export * from './folder.ts';
export * from './cut.ts';
