import { randomUUID } from 'node:crypto';
import type { Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import type { House } from '../../house.ts';
import type { Template } from '../biometric/index.ts';
import { sealPacket, type PackedItem } from '../enrolment/index.ts';
import type { GivenEnrolment } from '../enrolment/given-enrolment.ts';
import { givenPicture } from '../enrolment/given-station.ts';
import { searchPacket } from './search/index.ts';

/** Sends what a station would make of this body, as of this person; gives the packet. */
export async function givenRecording(
  given: GivenEnrolment,
  nik: Nik,
  templates: readonly Template[],
  over: { capturedAt?: string; pictures?: boolean } = {},
): Promise<Uuid> {
  const id = randomUUID() as Uuid;
  const capturedAt = over.capturedAt ?? '2018-12-11T08:30:00.000Z';
  const bytes = await sealPacket({
    id,
    station: given.station.id,
    signingKey: given.station.signingKey,
    centreKey: given.centreKey,
    recording: {
      about: { nik, officer: given.operator.officerId, office: given.officeId, kind: 'first', capturedAt } as never,
      items: [
        ...templates.map(itemOf),
        ...(over.pictures ? templates.map((one) => pictureOf(one, nik)) : []),
        signature(nik),
      ],
    },
  });
  const answer = await given.send({ id, bytes }, { capturedAt });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

const plain = { tries: 1, exception: null, format: null, mediaType: null };

const itemOf = ({ modality, position, format, bytes, quality }: Template): PackedItem => ({
  about: { ...plain, modality, position, format, quality },
  bytes,
});

/** Beside the template what a device keeps of it for people to look at. */
const pictureOf = ({ modality, position, quality }: Template, nik: Nik): PackedItem => ({
  about: { ...plain, modality, position, quality, mediaType: 'image/png' },
  bytes: givenPicture(nik, 64),
});

const signature = (nik: Nik): PackedItem => ({
  about: { ...plain, modality: 'signature', position: 0, quality: null, mediaType: 'image/png' },
  bytes: givenPicture(nik, 16),
});

/** One search, as the queue runs it. */
export function searchIn(
  house: House,
  actor: Parameters<House['database']['transact']>[1],
  of: { nik: Nik; packet: Uuid },
) {
  return house.database.transact('system', actor, (tx: Tx) => searchPacket.run(tx, of));
}
