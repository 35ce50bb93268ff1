import type { Command } from 'commander';
import { may, type Actor } from '../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../core/command.ts';
import { refuseDatabase } from '../core/db/index.ts';
import { beginNewLog } from '../core/ledger/index.ts';
import { askPassword, asOfficer } from '../register/officer/index.ts';
import { configOf } from './options.ts';
import { mustHaveRegister, openRegister, type OpenRegister } from './register.ts';

interface Given {
  readonly as: string;
  readonly approveAs: string;
  readonly reason: string;
}

/**
 * `ledger begin`: a great act. It stands here and not in the ledger's room because two officers sign for it; and on the command
 * line because a register whose log stands still refuses to disclose anything, proposals included.
 */
export const ledgerBeginCommand: CommandSpec = {
  add(program, { print }) {
    onRegister(noun(program, 'ledger', 'Buku catatan akses / the ledger').command('begin'))
      .description(
        'Sesudah pemulihan yang kehilangan catatan: akhiri log ini dan mulai yang baru dengan yang tersisa; perlu dua petugas / after a restore that lost entries: end this log and begin a new one with what is left; needs two officers',
      )
      .requiredOption('--as <officer>', 'nama pengguna yang mengusulkan / user name of who proposes it')
      .requiredOption(
        '--approve-as <officer>',
        'nama pengguna orang kedua yang menyetujui / user name of the second person',
      )
      .requiredOption('--reason <text>', 'mengapa; dibaca umum / why; everybody reads it')
      .action(async (given: Given, command: Command) => {
        const config = configOf(command);
        mustHaveRegister(config);
        const register = await openRegister(config, { kind: 'command', name: 'jatidiri ledger begin' });
        try {
          mustBeAlone(register, config.dataDir);
          const by = await provenAs(register, given.as, 'propose', 'JATIDIRI_PASSWORD');
          const approvedBy = await provenAs(register, given.approveAs, 'approve', 'JATIDIRI_APPROVER_PASSWORD');
          const begun = await beginNewLog(register.house.ground.ledger, {
            by,
            approvedBy,
            reason: given.reason.trim(),
          });
          const { origin, former, kept, size } = begun;
          print(command, { ok: true, ...begun }, () => [
            `Log baru / new log: ${origin}, ${size} catatan / entries`,
            `  sebelumnya / before: ${former.origin}, ditandatangani / signed ${former.size}, dipertahankan / kept ${kept}`,
            `  ${former.folder}`,
          ]);
        } finally {
          await register.close();
        }
      });
  },
};

function mustBeAlone({ embedded }: OpenRegister, folder: string): void {
  if (!embedded?.attached) return;
  throw refuseDatabase('db.data_in_use', { values: { name: 'jatidiri serve', pid: embedded.ownerPid, folder } });
}

function provenAs(
  { house }: OpenRegister,
  username: string,
  what: 'propose' | 'approve',
  variable: string,
): Promise<Actor> {
  const access = may(`ledger.begin.${what}`);
  const acting = async () => ({
    username,
    password: await askPassword({ JATIDIRI_PASSWORD: process.env[variable] }, username),
    purpose: 'audit',
    command: 'jatidiri ledger begin',
    access,
  });
  return acting().then((as) => asOfficer(house, as, async (_tx, actor) => actor));
}
