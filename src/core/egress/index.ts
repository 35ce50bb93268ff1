/**
 * Egress: the only way out of the house.
 * Always holds: only configured hosts, each for its purpose; https; every address that the name leads to is public and the
 * connection goes to the checked one; no redirect is followed; size and time are limited; no path or body reaches a log.
 * Law: Permendagri 57/2021 (ISO/IEC 27001, network security).
 */
export { isPublicAddress } from './address.ts';
export {
  type AllowedHost,
  type Egress,
  type EgressAnswer,
  type EgressCall,
  type EgressOptions,
  openEgress,
} from './egress.ts';
export { room } from './room.ts';
