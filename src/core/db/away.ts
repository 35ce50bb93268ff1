/**
 * The line to PostgreSQL is gone, or the server is: classes 08 (connection), 53 (too many connections), 57 (ended by its operator) of its
 * error codes, the operating system's words for a closed socket, and those that `pg` has for it without a code.
 */
export function isAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { code, syscall } = fault as { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string') return WORDS.test(fault.message);
  // A missing file has the code of a missing socket.
  return SERVER.test(code) || (SOCKET.test(code) && SYSCALLS.has(syscall));
}

const SERVER = /^(08...|53300|57P0[1-5])$/;
const SOCKET = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH)$/;
const SYSCALLS: ReadonlySet<unknown> = new Set(['connect', 'read', 'write']);
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;
