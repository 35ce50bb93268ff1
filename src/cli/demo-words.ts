/** What the demo says on the terminal while it begins and when it is ready. */
import { systemActor } from '../core/access/index.ts';
import type { Config } from '../core/config/index.ts';
import { readStatement } from '../insight/statement/index.ts';
import { citizenCode, handOutKeys, portalAccount, stationCode, type Cast } from '../simulation/journey/index.ts';
import type { OpenRegister } from './register.ts';
import { statementLines } from './statement-lines.ts';

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function sayPage(url: string, { port }: Config): void {
  const taken = Number(new URL(url).port);
  if (port !== 0 && taken !== port)
    say(`Port ${port} terpakai, memakai ${taken} / port ${port} is busy, taking ${taken}`);
  say(`Halaman / page: ${url}`);
}

/** Links, and gives the password of this start. */
export async function sayLinks({ house }: OpenRegister, cast: Cast, url: string): Promise<string> {
  const { links, password } = await handOutKeys(house.database, cast, url);
  say('Tautan masuk, masing-masing sekali pakai / sign-in links, each works once:');
  for (const { role, office, link } of links) say(`  ${role.padEnd(17)} ${link}  ${office}`);
  say(`Kata sandi semua petugas contoh, untuk menyetujui / password of all of them, for approvals: ${password}`);
  return password;
}

/** What one needs beside a sign-in link to record somebody in the browser. */
export async function sayStation({ house }: OpenRegister, cast: Cast): Promise<void> {
  const { code } = await stationCode(house.database, cast);
  say(
    'Mencoba perekaman: masuk sebagai operator, daftarkan peramban sebagai alat dengan kode ini, nyalakan simulator.',
  );
  say('To try a recording: sign in as operator, enrol the browser as a station with this code, start the simulator.');
  say(`  Kode alat, sekali pakai, 24 jam / station code, once, 24 hours: ${code}`);
  say('  Simulator: npm run -s jatidiri -- capture simulate');
}

/** Codes that holders ask for come by message, and messages fall into a folder here. */
export function sayMessages(folder: string): void {
  say('Mencoba sebagai warga: buka /di-mana-ktp-saya; kode untuk warga contoh jatuh di folder ini, berkas terbaru.');
  say('To try as a citizen: open /di-mana-ktp-saya; codes fall into this folder, the newest file.');
  say(`  ${folder}`);
}

/** A citizen of the story, with what she would have in her hands: her number, her card and a code from the counter. */
export async function sayCitizen({ house }: OpenRegister, cast: Cast, url: string): Promise<void> {
  const { nik, serial, code } = await citizenCode(house.database, house.ground, cast);
  say('Mencoba layanan warga sebagai Siti / to try the citizen services as Siti:');
  say(`  ${url}/warga/masuk/pertama`);
  say(`  NIK ${nik}  nomor kartu / card number ${serial}  kode / code ${code}`);
}

/** An institution's own person: the password of this start, and a code that falls among the messages. */
export async function sayPortal({ house }: OpenRegister, password: string): Promise<void> {
  const account = await portalAccount(house.database, password);
  if (!account) return;
  say(`Mencoba sebagai lembaga (${account.institution}): buka /mitra; kodenya jatuh di folder yang sama.`);
  say('To try as an institution: open /mitra; the code falls into the same folder.');
  say(`  ${account.mail}  ${password}`);
}

export async function sayStatement({ house }: OpenRegister): Promise<void> {
  const statement = await house.database.transact('system', systemActor('demo'), (tx) => readStatement(tx, {}));
  for (const line of statementLines(house.speaker, statement)) say(line);
}
