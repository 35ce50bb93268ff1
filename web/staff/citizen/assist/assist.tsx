import { openPersonContract } from '../../../../src/register/resident/contract.ts';
import { Loading } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useAddressPart, useFilter } from '../../address.ts';
import { NotOpened, PersonStrip } from '../../person/person.tsx';
import { PurposeGate } from '../../purpose/purpose.tsx';
import { useLook } from '../../register/recorded.ts';
import { texts as registerTexts } from '../../register/texts.ts';
import { Presence } from './presence.tsx';
import { Present } from './present.tsx';
import { texts } from './texts.ts';

/** Help at the counter: first that the person is there, then for a quarter of an hour what he wishes. */
export function Assist() {
  const ref = useAddressPart('ref');
  const say = useSay(registerTexts);
  return (
    <PurposeGate key={ref} of={ref} title={say('purposeTitle.person')}>
      <Opened personRef={ref} />
    </PurposeGate>
  );
}

function Opened({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  // In the address, so that a reload in the middle does not ask for the card again.
  const [present, setPresent] = useFilter('hadir');
  const query = useLook(openPersonContract, { ref: personRef });
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return (
    <>
      <PersonStrip person={query.data} />
      <h2>{say('title')}</h2>
      {query.data.state !== 'HIDUP' ? (
        <p className="note">{say('dead')}</p>
      ) : present ? (
        <Present key={present} assistanceId={present} onOver={() => setPresent(undefined)} />
      ) : (
        <Presence personRef={personRef} onPresent={setPresent} />
      )}
    </>
  );
}
