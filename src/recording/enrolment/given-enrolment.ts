import { createHash, randomUUID } from 'node:crypto';
import { givenServer, type Answer, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import { allRooms } from '../../house.ts';
import type { Listening } from '../../core/notice/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { givenPacket, givenStation, type CaptureGiven, type GivenStation } from './given-station.ts';
import { proofText } from './station/rules.ts';

export const NOW = '2018-12-11T09:00:00.000Z';
const PIECE = 1024 * 1024;

export interface GivenEnrolment extends GivenServer {
  readonly officeId: string;
  readonly operator: Caller;
  readonly verifier: Caller;
  readonly head: Caller;
  readonly admin: Caller;
  readonly station: GivenStation;
  readonly centreKey: string;
  /** A station that was enrolled with a code, as one is. */
  enrolled(by?: Caller, officeId?: string): Promise<GivenStation>;
  /** A packet of this person by the operator at his office. */
  packet(nik: Nik, over?: Partial<CaptureGiven>, station?: GivenStation): Promise<{ id: string; bytes: Uint8Array }>;
  announce(packet: { id: string; bytes: Uint8Array }, over?: Announced): Promise<Answer>;
  put(id: string, at: number, bytes: Uint8Array, by?: Caller): Promise<Answer>;
  complete(id: string, by?: Caller): Promise<Answer>;
  /** All of it: announced, sent in pieces, ended. */
  send(packet: { id: string; bytes: Uint8Array }, over?: Announced): Promise<Answer>;
  ref(nik: Nik): string;
}

type Announced = Partial<{
  by: Caller;
  station: string;
  clock: string;
  capturedAt: string;
  centreKey: string;
  size: number;
}>;

/** An office in Jakarta Timur with its people and one enrolled station. */
export async function givenEnrolment(listening: readonly Listening[] = []): Promise<GivenEnrolment> {
  const given = await givenServer({ rooms: [...allRooms, { name: 'ear', listening }] });
  const officeId = await given.office('3175');
  const operator = await given.officer({ role: 'operator', officeId });
  const verifier = await given.officer({ role: 'verifier', officeId });
  const head = await given.officer({ role: 'section_head', officeId });
  const admin = await given.officer({ role: 'administrator', officeId });
  const centreKey = (await operator.call('GET', '/v1/stations/centre-key')).body.centreKey as string;
  const purpose = { 'jatidiri-purpose': 'service' };

  async function enrolled(by: Caller = operator, at: string = officeId): Promise<GivenStation> {
    const station = await givenStation();
    const issued = await admin.call('POST', '/v1/stations/codes', { officeId: at, name: 'Loket 1', kind: 'fixed' });
    if (issued.status !== 200) throw new Error(JSON.stringify(issued.body));
    const { code } = issued.body;
    const signature = await crypto.subtle.sign('Ed25519', station.signingKey, Buffer.from(proofText(code)));
    const proof = Buffer.from(signature).toString('base64url');
    const answer = await by.call('POST', '/v1/stations', { code, publicKey: station.publicKey, proof });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return { ...station, id: answer.body.id };
  }

  const station = await enrolled();

  const announce: GivenEnrolment['announce'] = ({ id, bytes }, over = {}) => {
    const { by = operator, ...rest } = over;
    const body = {
      id,
      station: station.id,
      centreKey,
      capturedAt: '2018-12-11T08:30:00.000Z',
      size: bytes.length,
      digest: createHash('sha256').update(bytes).digest('hex'),
      clock: NOW,
      ...rest,
    };
    return by.call('POST', '/v1/packets', body);
  };
  const put: GivenEnrolment['put'] = (id, at, bytes, by = operator) => {
    const boundary = randomUUID();
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="piece"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return by.call('PUT', `/v1/packets/${id}/pieces/${at}`, payload, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  };
  const complete: GivenEnrolment['complete'] = (id, by = operator) =>
    by.call('POST', `/v1/packets/${id}/completion`, {}, purpose);

  return {
    ...given,
    officeId,
    operator,
    verifier,
    head,
    admin,
    station,
    centreKey,
    enrolled,
    packet: (nik, over = {}, from = station) =>
      givenPacket(from, { nik, centreKey, officer: operator.officerId, office: officeId, ...over }),
    announce,
    put,
    complete,
    async send(packet, over = {}) {
      const announced = await announce(packet, over);
      if (announced.status !== 200) return announced;
      for (let at = announced.body.received as number; at < packet.bytes.length; at += PIECE) {
        const answer = await put(packet.id, at, packet.bytes.subarray(at, at + PIECE), over.by);
        if (answer.status !== 200) return answer;
      }
      return complete(packet.id, over.by);
    },
    ref: (nik) => given.house.ground.personRefs.of(nik),
  };
}
