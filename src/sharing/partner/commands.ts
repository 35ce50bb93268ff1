/** `partner ladder [--as-of DATE]` and `partner list`: how far institutions have come. What they print names no person. */
import { systemActor } from '../../core/access/index.ts';
import { InvalidArgumentError } from 'commander';
import { noun, onRegister, type CommandContext, type CommandSpec } from '../../core/command.ts';
import { parseCivilDate } from '../../core/time/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Command } from 'commander';
import { countLadder, listCounted, type CountedInstitution } from './figure/sql.ts';
import { PUBLISHED } from './ladder/rules.ts';
import { pointOf } from './view/board.ts';

interface Given {
  readonly asOf?: string;
}

interface LadderDocument {
  readonly mou: number;
  readonly agreement: number;
  readonly technicalGuide: number;
  readonly connected: number;
  readonly suspended: number;
}

const LINES: readonly [keyof LadderDocument, string][] = [
  ['mou', 'Kementerian/lembaga dengan nota kesepahaman / with an MoU'],
  ['agreement', 'Lembaga dengan perjanjian kerja sama / with an agreement (PKS)'],
  ['technicalGuide', 'Lembaga dengan petunjuk teknis / with a technical guide (Juknis)'],
  ['connected', 'Lembaga terhubung, tidak dihentikan / connected, not suspended'],
  ['suspended', 'Lembaga dihentikan sementara / suspended'],
];

export const partnerCommands: CommandSpec = {
  add(program, context) {
    const partners = noun(program, 'partner', 'Lembaga pengguna / partners');
    const command = (name: string, text: string) =>
      onRegister(partners.command(name))
        .description(text)
        .option('--as-of <date>', 'keadaan pada tanggal ini, YYYY-MM-DD / as things were on this day', dayArgument);
    addLadder(
      command(
        'ladder',
        'Lembaga per tahapan; "terhubung" menghitung kerja sama yang diterima / institutions by stage; "connected" counts accepted cooperations',
      ),
      context,
    );
    addList(command('list', 'Daftar lembaga yang dihitung / the institutions that are counted'), context);
  },
};

function addLadder(command: Command, { withRegister, print }: CommandContext): void {
  command.action(async (given: Given, self: Command) => {
    const ladder = await withRegister(self, ({ database }) =>
      database.transact('system', systemActor('partner'), (tx) => readLadder(tx, given)),
    );
    print(self, ladder, () =>
      LINES.map(([key, text]) => `${ladder[key].toLocaleString('id-ID').padStart(7)}  ${text}`),
    );
  });
}

function addList(command: Command, { withRegister, print }: CommandContext): void {
  command.action(async (given: Given, self: Command) => {
    const document = await withRegister(self, ({ database }) =>
      database.transact('system', systemActor('partner'), async (tx) => ({
        ...(await readLadder(tx, given)),
        institutions: await listAll(tx, given),
      })),
    );
    print(self, document, () =>
      document.institutions.map(
        ({ name, kind, stage, since, counters }) =>
          `${since}  ${stage.padEnd(16)} ${kind.padEnd(20)} ${name}  [${counters.join(' ')}]`,
      ),
    );
  });
}

async function readLadder(tx: Tx, given: Given): Promise<LadderDocument> {
  const {
    mou,
    agreement,
    technical_guide: technicalGuide,
    connected,
    suspended,
  } = await countLadder(tx, pointOf(tx, given));
  return { mou, agreement, technicalGuide, connected, suspended };
}

/** Everybody that any counter counts, by name, with the counters that count it. */
async function listAll(tx: Tx, given: Given) {
  const at = { ...pointOf(tx, given), after: null, limit: MOST };
  const found = new Map<string, { readonly row: CountedInstitution; readonly counters: string[] }>();
  for (const counter of PUBLISHED) {
    for (const row of await listCounted(tx, { ...at, counter })) {
      const known = found.get(row.institutionId) ?? { row, counters: [] };
      known.counters.push(counter === 'technical_guide' ? 'technicalGuide' : counter);
      found.set(row.institutionId, known);
    }
  }
  return [...found.values()]
    .map(({ row: { institution: name, institutionId: id, kind, number, stage, since }, counters }) => ({
      id,
      name,
      kind,
      number,
      stage,
      since,
      counters,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const MOST = 100_000;

function dayArgument(text: string): string {
  const day = parseCivilDate(text);
  if (day === null) throw new InvalidArgumentError('YYYY-MM-DD');
  return day;
}
