export { importCommands } from './commands.ts';
export { importRecordings, type ImportDone } from './import.ts';
