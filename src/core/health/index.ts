/**
 * Health: the few figures by which an operator sees whether the house keeps up: the log, the queue of jobs, the database.
 * Always holds: figures about machines only, never about a person; whoever may not see them is refused like everywhere.
 * What a probe asks (`/readyz`, `/metrics`) lives in core/http; this is for people.
 */
export { healthRoom } from './room.ts';
