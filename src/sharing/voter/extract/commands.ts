/** `voter extract`: makes the sealed list of an election, and hands its key out once two officers have released it. */
import { Option } from 'commander';
import { may, systemActor } from '../../../core/access/index.ts';
import { noun, onRegister, type CommandSpec, type Register } from '../../../core/command.ts';
import { parseCivilDate } from '../../../core/time/index.ts';
import { asOfficer, askPassword } from '../../../register/officer/index.ts';
import { findElectionsOn, type ElectionRow } from '../election/sql.ts';
import { refuse } from '../refusals.ts';
import { findCommissionKey } from '../seal/sql.ts';
import { handOut } from './hand-out.ts';
import { makeExtract, type ExtractMade } from './make.ts';
import { proposeRelease } from './release.ts';
import { FORMATS, type Format } from './write.ts';

interface Given {
  readonly votingDay: string;
  readonly election?: string;
  readonly out: string;
  readonly approval?: string;
  readonly as?: string;
  readonly by: 'regency' | 'village';
  readonly formats: readonly Format[];
}

export interface ExtractSaid extends Pick<ExtractMade, 'eligible' | 'excluded' | 'root'> {
  readonly files: number;
  /** Of the making; `null` where only the key was handed out. */
  readonly rowsPerSecond: number | null;
  readonly extract: string;
  readonly out: string;
  /** What a second officer approves; `null` where nobody proposed it yet. */
  readonly proposal: string | null;
  readonly released: boolean;
}

export const extractCommands: CommandSpec = {
  add(program, { withRegister, print }) {
    onRegister(noun(program, 'voter', 'Pemilih / voters').command('extract'))
      .description(
        'Buat daftar pemilih tersegel; dengan --approval serahkan kuncinya / make the sealed list of voters; with --approval hand out its key',
      )
      .requiredOption('--voting-day <date>', 'hari pemungutan suara, YYYY-MM-DD / voting day')
      .requiredOption('--out <dir>', 'folder untuk berkasnya, kosong / an empty folder for the files')
      .option(
        '--approval <id>',
        'usul yang sudah disetujui petugas kedua / the proposal that a second officer approved',
      )
      .option(
        '--as <officer>',
        'petugas yang sekaligus mengusulkan penyerahan / officer who proposes the release at once',
      )
      .option('--election <id>', 'bila ada beberapa pada hari itu / where several are on that day')
      .addOption(
        new Option('--by <part>', 'satu berkas per / one file a').choices(['regency', 'village']).default('regency'),
      )
      .addOption(
        new Option('--formats <names...>', 'bentuk berkas / forms of files').choices(FORMATS).default([...FORMATS]),
      )
      .addHelpText('after', HELP)
      .action((given: Given, command) =>
        withRegister(
          command,
          async (register) => {
            const said = given.approval === undefined ? await make(register, given) : await hand(register, given);
            print(command, said, () => asLines(said));
          },
          { existing: true },
        ),
      );
  },
};

const HELP = `
Berkas tersegel sejak ditulis; tidak seorang pun dapat membukanya sebelum dua petugas menyerahkannya.
Files are sealed as they are written; nobody can open them before two officers have released them.
Pemilihannya harus dibuka; kunci publik komisi didaftarkan pada halaman pemilihan.
The election must be open; the commission's public key is registered on the election's page.`;

async function make(register: Register, given: Given): Promise<ExtractSaid> {
  const { database } = register;
  const system = systemActor('voter extract');
  const election = await database.transact('system', system, async (tx) => {
    const found = await electionOn(await findElectionsOn(tx, dayOf(given)), given);
    if (given.as !== undefined && !(await findCommissionKey(tx, found.id))) throw refuse('voter.key_missing');
    return found;
  });
  const officer = given.as === undefined ? null : await proposer(given.as);
  const input = { electionId: election.id, dir: given.out, by: given.by, formats: given.formats };
  const made = await database.transact('system', system, (tx) => makeExtract(tx, system, input));
  const proposal = officer && (await asOfficer(register, officer, (tx, actor) => proposeRelease(tx, actor, made)));
  const { eligible, excluded, files, root, id, dir, seconds } = made;
  return {
    eligible,
    excluded,
    files,
    rowsPerSecond: Math.round(eligible / seconds),
    root,
    extract: id,
    out: dir,
    proposal: proposal?.proposalId ?? null,
    released: false,
  };
}

const proposer = async (username: string) => ({
  username,
  password: await askPassword(),
  purpose: 'service',
  command: 'jatidiri voter extract',
  access: may('voter.extract.propose'),
});

function dayOf({ votingDay }: Given) {
  const day = parseCivilDate(votingDay);
  if (!day) throw refuse('voter.election_none', { values: { day: votingDay.slice(0, 20) } });
  return day;
}

async function electionOn(found: readonly ElectionRow[], { votingDay, election }: Given): Promise<ElectionRow> {
  const fitting = found.filter(({ id, state }) => (election === undefined ? state === 'OPEN' : id === election));
  if (fitting.length > 1)
    throw refuse('voter.election_several', { values: { ids: fitting.map(({ id }) => id).join(', ') } });
  if (!fitting[0]) throw refuse('voter.election_none', { values: { day: votingDay } });
  return fitting[0];
}

async function hand({ database }: Register, { approval, out }: Given): Promise<ExtractSaid> {
  const given = { approval: approval!, dir: out };
  const x = await database.transact('system', systemActor('voter extract'), (tx) => handOut(tx, given));
  return {
    eligible: x.eligible ?? 0,
    excluded: x.excluded ?? {},
    files: x.files?.length ?? 0,
    rowsPerSecond: null,
    root: x.root ?? '',
    extract: x.id,
    out: x.dir,
    proposal: x.proposalId,
    released: true,
  };
}

/** Indonesian first, English second. */
function asLines({ eligible, excluded, files, rowsPerSecond, root, out, proposal, released }: ExtractSaid): string[] {
  const n = (value: number) => value.toLocaleString('id-ID');
  const next = released
    ? 'Kunci berkas ada di key.hpke; hanya komisi dapat membukanya. / The key of the files is in key.hpke; only the commission can open it.'
    : proposal === null
      ? 'Berikutnya: petugas mengusulkan penyerahan pada halaman pemilihan. / Next: an officer proposes the release on the page of the election.'
      : `Berikutnya: petugas kedua menyetujui usul / next: a second officer approves the proposal ${proposal}`;
  return [
    `Pemilih / voters: ${n(eligible)}`,
    ...Object.entries(excluded).map(([reason, count]) => `  bukan pemilih / not voting, ${reason}: ${n(count)}`),
    `Berkas / files: ${n(files)} (${out})`,
    ...(rowsPerSecond === null ? [] : [`Baris per detik / rows a second: ${n(rowsPerSecond)}`]),
    `Akar / root: ${root}`,
    next,
  ];
}
