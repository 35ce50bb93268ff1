/** What the desk sees of an institution's invented persons: how many, since when, where they are and what met them. Never who they are. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { FileAnswer } from '../../../core/http/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { writeTable } from '../../../core/table/index.ts';
import { SEX } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import type { CanaryPerson } from './person.ts';
import type { CanaryShown } from './schema.ts';
import { listAllCanaries, listCanaries, listTouchesAt, takeHandOut } from './sql.ts';
import { mustBePartner } from '../token/keys.ts';

const TOUCHES_READ = 1_000;

export async function viewCanaries(tx: Tx, actor: Actor, { id }: { id: string }): Promise<{ canaries: CanaryShown[] }> {
  mustCover(actor, '');
  const { canarySeal } = tx.ground.verification;
  const touches = (await listTouchesAt(tx, id, TOUCHES_READ)).map((row) => canarySeal.unsealTouch(row.id, row.sealed));
  const rows = await listCanaries(tx, id);
  if (rows.length === 0) await mustBePartner(tx, id);
  return {
    canaries: rows.map(({ sealed, madeAt, handedOutAt, retiredAt, ...row }) => {
      const own = touches.filter(({ canaryId }) => canaryId === row.id);
      return {
        ...row,
        maskedNik: `${canarySeal.unseal(row.id, sealed).nik.slice(0, 6)}**********`,
        madeAt: madeAt.toISOString(),
        handedOutAt: handedOutAt?.toISOString() ?? null,
        retiredAt: retiredAt?.toISOString() ?? null,
        touches: own.length,
        touchedAt: own[0]?.at ?? null,
      };
    }),
  };
}

/** The numbers of all that were made and have not given way to somebody real, for whoever checks that the register has none of them. Nothing that a page shows. */
export async function listInventedNumbers(tx: Tx): Promise<Nik[]> {
  const { canarySeal } = tx.ground.verification;
  return (await listAllCanaries(tx)).map(({ id, sealed }) => canarySeal.unseal(id, sealed).nik);
}

const COLUMNS = [
  'NIK',
  'NO KK',
  'NAMA LENGKAP',
  'TEMPAT LAHIR',
  'TANGGAL LAHIR',
  'JENIS KELAMIN',
  'ALAMAT',
  'RT',
  'RW',
  'KELURAHAN/DESA',
  'KECAMATAN',
  'KABUPATEN/KOTA',
  'PROVINSI',
  'KODE WILAYAH',
  'NAMA IBU',
  'NAMA AYAH',
] as const;

/** A workbook, in which numbers stay text. Each person leaves once: what is lost on the way is retired and made anew. */
export async function handOutCanaries(tx: Tx, actor: Actor, { id }: { id: string }): Promise<FileAnswer> {
  mustCover(actor, '');
  const taken = await takeHandOut(tx, { institutionId: id, by: actor.id });
  if (taken.length === 0) throw refuse('verification.canaries_handed_out');
  await record(tx, actor, {
    label: 'verification.canaries_handed_out',
    facts: { institution: id, n: taken.length },
  });
  const { canarySeal } = tx.ground.verification;
  const rows = taken.map((row) => rowOf(tx, canarySeal.unseal(row.id, row.sealed)));
  const parts: Buffer[] = [];
  for await (const part of writeTable({ format: 'xlsx', columns: COLUMNS, rows, sheet: 'Data' })) parts.push(part);
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: 'data.xlsx',
    bytes: Buffer.concat(parts),
  };
}

function rowOf(tx: Tx, { nik, subject }: CanaryPerson): string[] {
  const { villageCode } = subject;
  const place = (digits: number) => tx.ground.regions.nameOf(villageCode.slice(0, digits)) ?? '';
  const number = (value: number | null) => (value === null ? '' : String(value).padStart(3, '0'));
  return [
    nik,
    subject.familyCard,
    subject.name,
    subject.birthPlace,
    subject.birthDate,
    SEX.label(subject.sex, 'id') ?? '',
    subject.address,
    number(subject.rt),
    number(subject.rw),
    place(10),
    place(6),
    place(4),
    place(2),
    villageCode,
    subject.motherName,
    subject.fatherName,
  ];
}
