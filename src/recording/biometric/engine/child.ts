/** A process of our own making that is asked as a thread is. What it must know goes to it as messages: nothing in its arguments, and no variable of this process's environment. */
import { fork, type ChildProcess } from 'node:child_process';
import { openAsked, type Asked, type FromAsked } from './asked.ts';

export interface Child<Message, Answer> extends Asked<Message, Answer> {
  /** The id of the process that runs; null where none does. */
  pid(): number | null;
  /** Ends it as a fault would: those that wait are refused, and it is started when it is asked again. */
  end(): void;
}

export interface ChildOptions<Message> {
  readonly file: URL;
  /** What a fresh process must know first. */
  readonly onStart: () => Iterable<Message>;
  readonly onLost: () => void;
}

/** The process must end when it is cut off from this one. */
export function openChild<Message, Answer>({ file, onStart, onLost }: ChildOptions<Message>): Child<Message, Answer> {
  let running: ChildProcess | null = null;
  const asked = openAsked<Message, Answer>({
    onStart,
    onLost,
    start(heard) {
      const child = fork(file, {
        serialization: 'advanced',
        execArgv: [],
        env: {},
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      running = child;
      child.on('message', (answered) => heard.message(answered as FromAsked<Answer>));
      child.on('error', (fault) => heard.ended(String(fault)));
      child.on('exit', (code, signal) => heard.ended(`ended with ${signal ?? code}`));
      return {
        post: (posted) => void child.send(posted as object, (fault) => fault && heard.ended(String(fault))),
        ref() {
          child.ref();
          child.channel?.ref();
        },
        unref() {
          child.unref();
          child.channel?.unref();
        },
        async end() {
          if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
          const ending = new Promise((resolve) => child.once('exit', resolve));
          child.ref();
          // It holds nothing that is not somewhere else.
          child.kill('SIGKILL');
          await ending;
        },
      };
    },
  });
  return {
    ...asked,
    pid: () => (running && running.exitCode === null && running.signalCode === null ? (running.pid ?? null) : null),
    end: () => void running?.kill('SIGKILL'),
  };
}
