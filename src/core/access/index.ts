/**
 * Access. Who acts (`Actor`), what a route demands of him (`Access`), where he may act (`Jurisdiction`) and why
 * (`Purpose`). Checked in code; row-level security guards against a forgotten WHERE.
 * Always holds: what no rule grants is refused.
 */
import { en } from './en.ts';
import { id } from './id.ts';
import { accessRefusals } from './rule.ts';

export * from './actor.ts';
export * from './rule.ts';
export * from './purpose.ts';

export const accessRoom = { name: 'access', texts: { id, en }, refusals: accessRefusals };
