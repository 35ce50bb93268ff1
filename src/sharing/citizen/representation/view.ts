/** What an officer sees of who represents somebody and whom he represents: by the register, by papers, and who is shut out. */
import type { Actor } from '../../../core/access/index.ts';
import { getProposal } from '../../../core/approval/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { openFile } from '../../../core/file/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { getResident, nikOf, type Resident } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import { authorityStanding, listRepresented, listRepresenting, todayOf, type Bond } from './find.ts';
import { isChild, ownFrom } from './rules.ts';
import type { AuthorityLine, BondLine, Representation } from './schema.ts';
import { holdAuthority, listAuthorities, listExclusions, type AuthorityRow, type ExclusionRow } from './sql.ts';

export async function openRepresentation(tx: Tx, actor: Actor, input: { ref: string }): Promise<Representation> {
  const resident = await getResident(tx, nikOf(tx, input.ref));
  const { nik } = resident;
  return elevated(tx, async () => {
    const bonds = { of: await listRepresenting(tx, nik), by: await listRepresented(tx, nik) };
    const shut = await listExclusions(tx, [nik, ...bonds.by.map(({ of }) => of.nik)]);
    const waiting = await listWaiting(tx, actor, nik);
    const answer = {
      child: isChild(resident, todayOf(tx)),
      ownFrom: ownFrom(resident),
      representing: lines(tx, bonds.of, ({ by }) => by, { shut, waiting }),
      represented: lines(tx, bonds.by, ({ of }) => of, { shut, waiting }),
    };
    const away = new Set(shut.filter(({ ground }) => ground === 'protection_order').map(({ person }) => person));
    const shown = [...answer.representing, ...answer.represented].map(({ ref }) => nikOf(tx, ref));
    await record(tx, actor, {
      label: 'citizen.representation_opened',
      subjects: [...new Set([nik, ...shown.filter((each) => !away.has(each))])].map((each) => ({
        nik: each,
        detail: 'representation',
      })),
    });
    return answer;
  });
}

interface Beside {
  readonly shut: readonly ExclusionRow[];
  readonly waiting: readonly AuthorityRow[];
}

/** Of everybody who may, might once, or is shut out; whoever merely stands on the same card is not shown. */
function lines(tx: Tx, bonds: readonly Bond[], other: (bond: Bond) => Resident, beside: Beside): BondLine[] {
  return bonds.flatMap((bond): BondLine[] => {
    const { of, by, may } = bond;
    const excluded = beside.shut.find(({ nik, person }) => nik === of.nik && person === by.nik);
    const waits = beside.waiting.filter(({ nik, representative }) => nik === of.nik && representative === by.nik);
    const authorities = [
      ...waits.map((row) => authorityLine(row, 'waiting')),
      ...bond.authorities.map((row) => authorityLine(row, authorityStanding(tx, row, bond))),
    ];
    if (!may && !excluded && authorities.length === 0) return [];
    const { nik, name, birthDate } = other(bond);
    return [
      {
        ref: tx.ground.personRefs.of(nik),
        name,
        birthDate,
        as: may?.as ?? null,
        ground: may?.ground ?? null,
        excluded: excluded ? { ground: excluded.ground, issuer: excluded.issuer, number: excluded.number } : null,
        authorities,
      },
    ];
  });
}

function authorityLine(row: AuthorityRow, standing: AuthorityLine['standing']): AuthorityLine {
  const { id, kind, paper, issuer, number, decidedOn, until, proposedAt, begunAt, endedAt, endGround, proposalId } =
    row;
  return {
    id,
    kind,
    paper,
    issuer,
    number,
    decidedOn,
    until,
    proposedAt: proposedAt.toISOString(),
    begunAt: begunAt?.toISOString() ?? null,
    standing,
    proposalId: standing === 'waiting' ? proposalId : null,
    endedAt: endedAt?.toISOString() ?? null,
    endGround,
  };
}

/** What was entered and waits for a second officer; what he refused or let lapse is gone. */
async function listWaiting(tx: Tx, actor: Actor, nik: Nik): Promise<AuthorityRow[]> {
  const rows = (await listAuthorities(tx, [nik])).filter(({ begunAt }) => begunAt === null);
  const waiting: AuthorityRow[] = [];
  for (const row of rows) if (await isWaiting(tx, actor, row)) waiting.push(row);
  return waiting;
}

async function isWaiting(tx: Tx, actor: Actor, { proposalId }: AuthorityRow): Promise<boolean> {
  if (proposalId === null) return false;
  try {
    return (await getProposal(tx, actor, proposalId)).state === 'waiting';
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}

/** The scan of the paper, to who enters and who confirms. */
export async function openAuthorityPaper(tx: Tx, actor: Actor, input: { id: string }): Promise<FileAnswer> {
  const row = await elevated(tx, () => holdAuthority(tx, input.id));
  if (!row) throw refuse('citizen.authority_not_found');
  await getResident(tx, row.nik);
  await record(tx, actor, {
    label: 'citizen.authority_paper_opened',
    subjects: [{ nik: row.nik, detail: 'representation' }],
    facts: { authority: row.id },
  });
  const { mediaType, bytes } = await elevated(tx, () => openFile(tx, row.fileId));
  return { mediaType, bytes, fileName: `${row.paper}-${row.id.slice(-6)}.${ENDINGS[mediaType]}` };
}

const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
