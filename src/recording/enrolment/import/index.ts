export { importCommands } from './commands.ts';
export { openFiles } from './archive.ts';
export { importRecordings, type ImportDone } from './import.ts';
