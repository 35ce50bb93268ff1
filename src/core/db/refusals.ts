import { refuser, type RefusalTable } from '../refusal/index.ts';

export const databaseRefusals = {
  'db.away': {
    status: 503,
    when: 'PostgreSQL cannot be reached, or went away in the middle; what was sent with a key can be sent again',
  },
  'db.too_slow': {
    status: 503,
    when: 'a statement of a request took longer than the operator allows; nothing was done',
  },
  'db.data_in_use': { status: 409, when: 'a second server is started on a data folder that another process serves' },
  'db.cannot_start': { status: 503, when: 'the embedded PostgreSQL does not start; the detail has its own words' },
  'db.migration_changed': {
    status: 409,
    when: 'a migration that this database has run is missing or has another checksum',
  },
  'db.not_migrated': { status: 503, when: 'the database lacks migrations that this version needs' },
} as const satisfies RefusalTable;

export const refuse = refuser(databaseRefusals);
