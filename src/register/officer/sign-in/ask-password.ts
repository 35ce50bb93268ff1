import { refuseOfficer } from '../refusals.ts';

/**
 * The password of whoever runs a command: from `JATIDIRI_PASSWORD`, else asked for on the terminal without showing it.
 * Refuses where there is neither. `whose` is said where a command asks two people. Never an argument: other users of the machine can read those.
 */
export async function askPassword(environment: NodeJS.ProcessEnv = process.env, whose = ''): Promise<string> {
  const given = environment['JATIDIRI_PASSWORD'];
  if (given) return given;
  if (!process.stdin.isTTY) throw refuseOfficer('officer.password_needed');
  process.stderr.write(whose ? `Kata sandi / password (${whose}): ` : 'Kata sandi / password: ');
  try {
    return await typed(process.stdin);
  } finally {
    process.stderr.write('\n');
  }
}

const ENTER = /[\r\n]/;
const INTERRUPT = '\u0003';
const BACK = new Set(['\u007f', '\b']);

function typed(terminal: typeof process.stdin): Promise<string> {
  return new Promise((resolve, reject) => {
    const letters: string[] = [];
    const end = (how: () => void) => {
      terminal.off('data', hear).setRawMode(false).pause();
      how();
    };
    const hear = (keys: Buffer) => {
      for (const key of keys.toString('utf8')) {
        if (key === INTERRUPT) return end(() => reject(refuseOfficer('officer.password_needed')));
        if (ENTER.test(key)) return end(() => resolve(letters.join('')));
        if (BACK.has(key)) letters.pop();
        else letters.push(key);
      }
    };
    terminal.setRawMode(true).on('data', hear).resume();
  });
}
