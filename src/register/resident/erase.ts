/**
 * Erasure (UU 27/2022 art. 8, 16, 44): two officers and a legal ground. What is sealed under the person's key dies with the
 * key; what is sealed under a class key is emptied, earlier versions too; the register's rows stay (UU 23/2006). The vault is
 * no part of the transaction: the files are refused from the act on, and a job destroys the key after the commit.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../core/access/index.ts';
import { proposable, propose } from '../../core/approval/index.ts';
import { elevated, maybeOne, nikText, one, run, sql, type Tx } from '../../core/db/index.ts';
import { listFilesOf, markFilesErased } from '../../core/file/index.ts';
import { asNik, newId } from '../../core/id/index.ts';
import { addJobs, job } from '../../core/jobs/index.ts';
import { record } from '../../core/ledger/index.ts';
import { today } from '../../core/time/index.ts';
import { changeResidents } from './act.ts';
import { getResident, nikOf } from './person.ts';
import { refuse } from './refusals.ts';
import { ERASURE_GROUNDS, personRefShape } from './schema.ts';
import { findResident } from './sql.ts';

const eraseInput = z.object({
  ref: personRefShape,
  ground: z.enum(ERASURE_GROUNDS),
  legalBasis: z.string().min(3),
  reason: z.string().min(10),
});
type EraseInput = z.output<typeof eraseInput>;

/** What an erasure of the person would touch; refuses somebody who was erased, and one whose identity is being decided. */
async function touchedBy(tx: Tx, input: { ref: string }) {
  const nik = nikOf(tx, input.ref);
  return elevated(tx, async () => {
    const resident = await findResident(tx, nik);
    if (!resident) throw refuse('resident.not_found');
    const { erased, open } = await one<{ erased: boolean; open: boolean }>(
      tx,
      sql`select exists (select from resident.erasure e where e.nik = ${nik}::bigint) as erased,
                 exists (select from resident.identity_case c
                          where ${nik}::bigint in (c.nik, c.other_nik) and c.state = 'open') as open`,
    );
    if (erased || tx.ground.vault.isErased(nik)) throw refuse('resident.erased');
    if (open) throw refuse('resident.erase_case_open');
    return { resident, files: await listFilesOf(tx, nik) };
  });
}

export const erase = proposable<EraseInput>({
  act: 'resident.erase',
  input: eraseInput,
  region: async (tx, input) => (await touchedBy(tx, input)).resident.villageCode,
  summary: async (tx, input) => {
    const { resident, files } = await touchedBy(tx, input);
    const values = { name: resident.name, files: files.length, ground: input.ground };
    return { messageKey: 'proposal.resident.erase', values };
  },
  fingerprint: async (tx, input) => {
    const { resident, files } = await touchedBy(tx, input);
    const state = [resident.nik, resident.version, ...files.map((file) => file.id)];
    return createHash('sha256').update(state.join(':')).digest('hex');
  },
  execute: eraseResident,
});

/** The numbers that an officer sees before he proposes. Refuses as the erasure would. */
export async function weighErasure(tx: Tx, actor: Actor, input: { ref: string }) {
  const { nik } = await getResident(tx, nikOf(tx, input.ref));
  await record(tx, actor, { label: 'resident.erasure_weighed', subjects: [{ nik, detail: 'erasure' }] });
  const { files } = await touchedBy(tx, input);
  const { versions } = await one<{ versions: number }>(
    tx,
    sql`select count(*)::int as versions from resident.history h
         where h.nik = ${nik}::bigint and h.sealed_before is not null`,
  );
  return { files: files.length, earlierVersions: versions };
}

/** Proposes the erasure of a person whom the officer may see; a second person approves. Refuses as the erasure would. */
export async function proposeErasure(
  tx: Tx,
  actor: Actor,
  input: EraseInput,
): Promise<{ proposalId: string; hash: string }> {
  await getResident(tx, nikOf(tx, input.ref));
  const { id, hash } = await propose(tx, actor, erase.act, input);
  return { proposalId: id, hash };
}

async function eraseResident(tx: Tx, actor: Actor, input: EraseInput): Promise<void> {
  const { resident } = await touchedBy(tx, input);
  const { nik } = resident;
  const { ground, legalBasis, reason } = input;
  await elevated(tx, async () => {
    const done = await changeResidents(
      tx,
      actor,
      { kind: 'erased', label: 'resident.erased', occurredOn: today(tx.ground.clock, actor.zone), legalBasis, reason },
      [
        {
          nik,
          delta: {},
          protected: { motherName: null, fatherName: null, disability: null },
          seenVersion: resident.version,
        },
      ],
    );
    const files = await markFilesErased(tx, nik);
    const id = newId();
    await run(
      tx,
      sql`insert into resident.erasure (nik, id, act_id, erased_at, files, ground, legal_basis)
          values (${nik}::bigint, ${id}, ${done.actId}, ${tx.ground.clock.now()}, ${files}, ${ground}, ${legalBasis})`,
    );
    await run(tx, sql`select resident.forget_sealed(${nik}::bigint)`);
    // What a file once said of who carries the NIK names parents too; the case is decided and nobody reads it again.
    await run(tx, sql`update resident.identity_case set claim = null where nik = ${nik}::bigint and claim is not null`);
    await addJobs(tx, destroyKey, [{ erasure: id }]);
  });
}

/** Tried for days: until it has run the files are refused, but could still be opened by who holds the vault. */
export const destroyKey = job({
  name: 'resident.destroy_key',
  payload: z.object({ erasure: z.uuid() }),
  maxAttempts: 25,
  async run(tx, { erasure }) {
    const row = await maybeOne<{ nik: string }>(
      tx,
      sql`select ${nikText('e.nik')} as nik from resident.erasure e where e.id = ${erasure} and e.key_destroyed_at is null for update`,
    );
    if (!row) return;
    const nik = asNik(row.nik);
    if (!tx.ground.vault.isErased(nik)) tx.ground.vault.erasePerson(nik);
    await run(tx, sql`update resident.erasure set key_destroyed_at = ${tx.ground.clock.now()} where id = ${erasure}`);
  },
});
