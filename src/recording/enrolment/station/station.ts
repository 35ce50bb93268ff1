/** Stations: how one comes to be known, who may end it, and the key to which all of them seal. */
import { createHash, createPublicKey, randomInt, verify } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { centreKeys, type CentreKeys } from '../centre-key.ts';
import { refuse } from '../refusals.ts';
import { lettersOf, proofText } from './rules.ts';
import { mustServe } from './serve.ts';
import { findStation, insertCode, insertStation, listStationsOf, revoke, useCode } from './sql.ts';

const HOURS = 24;
// Without I, L, O, U, 0 and 1: codes are read aloud and typed by hand.
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** The centre's keys; their secret is the vault's. */
export function centreOf(tx: Tx): CentreKeys {
  return centreKeys(tx.ground.vault.serverKey('enrolment.centre'));
}

/** An administrator of the office lets one browser or device become a station: a code of 20 letters, good for a day, once. */
export async function issueStationCode(
  tx: Tx,
  actor: Actor,
  input: { officeId: string; name: string; kind: 'fixed' | 'mobile' },
): Promise<{ code: string; expiresAt: string }> {
  await mustServe(tx, actor, input.officeId);
  const code = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const issuedAt = tx.ground.clock.now();
  const expiresAt = new Date(issuedAt.getTime() + HOURS * 3_600_000);
  const id = newId();
  await insertCode(tx, { id, hash: hashOf(code), ...input, by: actor.id, issuedAt, expiresAt });
  await record(tx, actor, { label: 'enrolment.station_code_issued', facts: { code: id, office: input.officeId } });
  return { code: code.replaceAll(/(.{5})(?=.)/g, '$1-'), expiresAt: expiresAt.toISOString() };
}

/**
 * A browser or device enrols the key that it made, with the code and a signature over it, so that nobody enrols a key that
 * he does not hold. Gives the station's id and the centre's key.
 */
export async function enrolStation(
  tx: Tx,
  actor: Actor,
  input: { code: string; publicKey: string; proof: string },
): Promise<{ id: string; name: string; officeId: string; centreKey: string; now: string }> {
  const id = newId();
  const now = tx.ground.clock.now();
  const used = await useCode(tx, hashOf(input.code), id, now);
  if (!used) throw refuse('enrolment.station_code_wrong');
  await mustServe(tx, actor, used.officeId);
  const publicKey = Buffer.from(input.publicKey, 'base64url');
  if (!holds(publicKey, input.code, input.proof)) throw refuse('enrolment.station_proof_wrong');
  await insertStation(tx, {
    id,
    officeId: used.officeId,
    name: used.name,
    kind: used.kind,
    publicKey,
    at: now,
    by: actor.id,
  });
  await record(tx, actor, {
    label: 'enrolment.station_enrolled',
    facts: { station: id, office: used.officeId, code: used.id },
  });
  const { name, officeId } = used;
  return { id, name, officeId, centreKey: centreOf(tx).publicKey, now: now.toISOString() };
}

function holds(publicKey: Buffer, code: string, proof: string): boolean {
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
      format: 'jwk',
    });
    return verify(null, Buffer.from(proofText(code)), key, Buffer.from(proof, 'base64url'));
  } catch {
    return false;
  }
}

const hashOf = (code: string): Buffer => createHash('sha256').update(lettersOf(code)).digest();

/** The stations of the officer's region. */
export async function listStations(tx: Tx, actor: Actor) {
  const stations = await listStationsOf(tx, {
    officeId: actor.officeId,
    region: actor.jurisdiction?.code ?? null,
  });
  return {
    stations: stations.map(({ publicKey, registeredAt, revokedAt, lastPacketAt, ...station }) => ({
      ...station,
      fingerprint: createHash('sha256').update(publicKey).digest('hex').slice(0, 16),
      registeredAt: registeredAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      lastPacketAt: lastPacketAt?.toISOString() ?? null,
    })),
  };
}

/** From now on nothing that it captures is taken; what it captured before waits for a person's decision. */
export async function revokeStation(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const station = await findStation(tx, input.id);
  if (!station) throw refuse('enrolment.station_unknown');
  await mustServe(tx, actor, station.officeId);
  const done = await revoke(tx, input.id, { at: tx.ground.clock.now(), by: actor.id, why: input.reason });
  if (done === 0) throw refuse('enrolment.station_revoked');
  await record(tx, actor, { label: 'enrolment.station_revoked', facts: { station: station.id } });
}

/** What every station must know before it captures: the centre's key and our clock. */
export async function openCentreKey(tx: Tx) {
  return { centreKey: centreOf(tx).publicKey, now: tx.ground.clock.now().toISOString() };
}
