/**
 * Access. Who acts (`Actor`), what a route demands of him (`Access`), where he may act (`Jurisdiction`) and why
 * (`Purpose`). Checked in code; row-level security guards against a forgotten WHERE.
 * Always holds: what no rule grants is refused.
 */
export * from './actor.ts';
export * from './rule.ts';
