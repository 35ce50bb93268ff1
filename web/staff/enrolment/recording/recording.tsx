import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { openRecordingContract } from '../../../../src/recording/enrolment/contract.ts';
import type { PersonView } from '../../../../src/register/resident/schema.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useLook } from '../../register/recorded.ts';
import { UniquenessOf } from '../../uniqueness/standing-of.tsx';
import { OnePacket } from './packet.tsx';
import { Standing } from './standing.tsx';
import { texts } from './texts.ts';

export type Recording = AnswerOf<typeof openRecordingContract>;
export type PacketOf = Recording['packets'][number];

/** The person's part about recording: whether he may be recorded, where each recording is on its way, and what it holds. */
export function RecordingOf({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const query = useLook(openRecordingContract, { ref: person.ref });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  const { packets } = query.data;
  return (
    <>
      <section>
        <h2>{say('title')}</h2>
        <Standing recording={query.data} person={person} />
        {packets.length === 0 && (
          <div className="state-note empty">
            <p>{say('none')}</p>
          </div>
        )}
      </section>
      {packets.map((packet) => (
        <OnePacket key={packet.id} packet={packet} name={person.name} />
      ))}
      <UniquenessOf personRef={person.ref} />
    </>
  );
}
