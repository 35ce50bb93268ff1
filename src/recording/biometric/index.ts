export * from './schema.ts';
export { readMinutiaeRecord, writeMinutiaeRecord, type MinutiaeRecord } from './finger/minutiae-record.ts';
