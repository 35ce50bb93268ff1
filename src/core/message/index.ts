/**
 * Messages: mail and SMS, written by message keys in the reader's language, leaving from jobs.
 * Always holds: a message leaves only when the act that wrote it has committed; its address and content wait sealed and
 * reach no log; by default it drops into a folder and the system speaks to no mail server. Law: UU 27/2022 (personal data).
 */
export { leaveMessages, type Message, type MessageDesk } from './message.ts';
export { room } from './room.ts';
export { dropFolder, type Outgoing, type Sender } from './sender.ts';
