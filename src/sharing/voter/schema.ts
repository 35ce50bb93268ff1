/** Shapes of voters, safe in a browser. */
export * from './countdown/schema.ts';
export * from './election/schema.ts';
export * from './person/schema.ts';
export * from './polling/schema.ts';
export * from './source/schema.ts';
export * from './extract/schema.ts';
export * from './seal/schema.ts';
