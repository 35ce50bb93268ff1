/**
 * The portal of institutions: their people sign in, try their software, keep keys, see what they asked and what is owed.
 * Always holds: who acts for an institution sees that institution alone, by policy; nobody learns whether an account exists; what is
 * tried in the sandbox touches no register, no bill and no person's log; every act is an entry under the person's pseudonym.
 * Law: Permendagri 102/2019 and 17/2023 (agreements, supervision), Permendagri 57/2021 (security), UU 27/2022.
 */
export { letIn } from './account/person.ts';
export { attempt, noteOf, portalPage, type Visit } from './page.ts';
export { room } from './room.ts';
