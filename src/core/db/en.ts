import type { Messages } from '../text/index.ts';

export const en = {
  'db.away':
    'The database cannot be reached at the moment. Try again shortly; what turns out to be recorded already is not recorded twice.',
  'db.too_slow':
    'This request was stopped as it took longer than {waited, number} seconds, and nothing was changed. Narrow it down or try again when it is quieter; if it happens again, tell whoever runs the system.',
  'db.data_in_use':
    'The data folder {folder} is in use by {name} (process {pid}). Stop that process first, or choose another folder with --data.',
  'db.cannot_start': 'The embedded PostgreSQL does not start. Run "npm run -s jatidiri -- doctor" to see why.',
  'db.migration_changed':
    'Migration {name} in this database is not the same as the file of the program. Use the right version of the program, or a new data folder.',
  'db.not_migrated': 'The database is not up to date: {count, number} migrations have not run. Run "jatidiri migrate".',
} satisfies Messages;
