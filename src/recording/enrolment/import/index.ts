export { importCommands } from './commands.ts';
export { openFiles } from './archive.ts';
export { importRecordings } from './import.ts';
