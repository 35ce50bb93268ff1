/**
 * Identifiers. Everything that we name ourselves has a UUIDv7 made here; a person has a NIK, a family card a number.
 * Always holds: a NIK is a string of 16 digits in TypeScript and `bigint` in PostgreSQL, never a JS number
 * (codes 91-96 exceed 2^53), and no URL ever carries one: `personRef` stands in for it.
 */
export * from './uuid.ts';
export * from './nik.ts';
export * from './person-ref.ts';
