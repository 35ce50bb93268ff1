/**
 * The list of potential voters is made, sealed and handed over by two officers, opened and counted with the commission's key, and accepted with
 * the commission's own count. The key of the story's commission lies beside the list: nobody's data is real.
 */
import { generateKeyPairSync } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asCivilDate } from '../../../core/time/index.ts';
import { NATION, systemActor } from '../../../core/access/index.ts';
import {
  acceptExtract,
  handOut,
  makeExtract,
  proposeRelease,
  registerCommissionKey,
  verifyExtract,
  viewExtracts,
} from '../../../sharing/voter/index.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';
import { approveAs } from '../sharing/crew.ts';
import { theElection } from './check.ts';

const self = { ...systemActor('voter'), jurisdiction: NATION };
const LETTER = { issuer: 'KOMISI PEMILIHAN CONTOH', number: '12/KPU/XII/2017', datedOn: asCivilDate('2017-12-11') };
const MINUTES = { number: 'BA/KPU/12/2017', datedOn: asCivilDate('2017-12-15'), signedBy: 'Sekretariat Komisi CONTOH' };

export const listFolder = (stage: Pick<Stage, 'folder'>): string => join(stage.folder, 'daftar-pemilih-2019');
const keyFile = (stage: Pick<Stage, 'folder'>): string => join(stage.folder, 'kunci-komisi-contoh.pem');

/** Gives the list's id. */
export async function handListOver(stage: Stage): Promise<string> {
  const dian = player(stage, 'ministry_officer');
  const election = await theElection(stage);
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  await writeFile(keyFile(stage), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  await stage.act(dian, (tx) => registerCommissionKey(tx, dian, { id: election, publicKey: pem, ...LETTER }));
  const made = await stage.database.transact('system', self, (tx) => makeExtract(tx, self, { electionId: election }));
  const { proposalId } = await stage.act(dian, (tx) => proposeRelease(tx, dian, made));
  await approveAs(stage, player(stage, 'leadership'), proposalId);
  const dir = listFolder(stage);
  await rm(dir, { recursive: true, force: true });
  await stage.database.transact('system', self, (tx) => handOut(tx, { approval: proposalId, dir }));
  const { ok, faults, eligible } = await verifyExtract({ dir, key: privateKey });
  if (!ok) stage.fault(`the list that was handed over does not hold: ${JSON.stringify(faults.slice(0, 3))}`);
  if (eligible !== made.eligible) stage.fault(`${made.eligible} voters were handed over, ${eligible} were counted`);
  return made.id;
}

/** The commission counts one voter too many in one regency, and says why. */
export async function acceptList(stage: Stage, id: string): Promise<void> {
  const dian = player(stage, 'ministry_officer');
  await stage.act(dian, async (tx) => {
    const { extracts } = await viewExtracts(tx, dian, { id: await theElection(stage) });
    const parts = extracts.find((one) => one.id === id)?.made?.parts ?? [];
    const counts = parts.map(({ part, male, female }, at) => ({
      part,
      male: at === 0 ? male + 1 : male,
      female,
      explanation: at === 0 ? 'satu baris terhitung dua kali pada hitungan komisi' : null,
    }));
    await acceptExtract(tx, dian, { id, ...MINUTES, counts });
  });
}
