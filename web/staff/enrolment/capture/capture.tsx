import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { CallOf, Contract } from '../../../../src/core/http/contract.ts';
import { openStandingContract } from '../../../../src/recording/enrolment/contract.ts';
import { openPersonContract } from '../../../../src/register/resident/contract.ts';
import type { PersonView } from '../../../../src/register/resident/schema.ts';
import { NotReached, Problem } from '../../../kit/problem.ts';
import { Loading } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { NotOpened } from '../../person/person.tsx';
import { PurposeGate, usePurpose } from '../../purpose/purpose.tsx';
import { KEPT_MS, lookKey } from '../../register/recorded.ts';
import { useRegisterWords } from '../../register/words.ts';
import { takenAlong, type AlongPerson } from '../queue/taken-along.ts';
import type { Device } from '../station/device.ts';
import { Blocked } from './blocked.tsx';
import { DeviceGate } from './device-gate.tsx';
import { PATHS } from './paths.ts';
import { Recording } from './recording.tsx';
import { texts } from './texts.ts';
import { TypedSubject } from './typed-subject.tsx';
import './capture.css';

/** The recording of one person whom the queue, a list or the search named. */
export function Capture() {
  const ref = useAddressPart('ref');
  const say = useSay(texts);
  return (
    <DeviceGate>
      {(device) => (
        <PurposeGate key={ref} of={ref} title={say('title')}>
          <Standing device={device} personRef={ref} />
        </PurposeGate>
      )}
    </DeviceGate>
  );
}

/** As `useLook`, but a device that knows of no network does not wait for one: there is the list that was taken along. */
function useLookNow<C extends Contract>(contract: C, input: CallOf<C>, when = true) {
  const { client, connection } = useHouse();
  const { code } = usePurpose();
  return useQuery({
    queryKey: lookKey(contract, input, code),
    queryFn: ({ signal }) => {
      const lost = !navigator.onLine || connection.state().lostSince !== null;
      return client.call(contract, input, { purpose: code, signal, ...(lost ? { patienceMs: 0 } : {}) });
    },
    enabled: when,
    staleTime: KEPT_MS,
    // A recording that has begun is not disturbed: whatever changed meanwhile is found when the packet comes.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

function Standing({ device, personRef }: { device: Device; personRef: string }) {
  const query = useLookNow(openStandingContract, { ref: personRef });
  if (query.error instanceof NotReached)
    return <Along device={device} personRef={personRef} again={() => void query.refetch()} />;
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  if (!query.data.may) return <Blocked standing={query.data} personRef={personRef} />;
  return <Opened device={device} personRef={personRef} again={query.data.recordedOn !== null} />;
}

function Opened({ device, personRef, again }: { device: Device; personRef: string; again: boolean }) {
  const query = useLookNow(openPersonContract, { ref: personRef });
  const purpose = usePurpose();
  const factsOf = useFacts();
  if (query.error instanceof NotReached)
    return <Along device={device} personRef={personRef} again={() => void query.refetch()} />;
  // He may be recorded here, but lives elsewhere: his data is not opened, so he is named from what he brought.
  if (query.error instanceof Problem && [403, 404].includes(query.error.status))
    return <TypedSubject device={device} personRef={personRef} again={again} />;
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  const { nik, name } = query.data;
  const subject = { nik, name, ref: personRef, facts: factsOf(query.data), from: 'register', again } as const;
  return <Recording device={device} subject={subject} purpose={purpose.label} />;
}

function useFacts() {
  const words = useRegisterWords();
  const format = useFormat();
  const say = useSay(texts);
  return (person: PersonView) => [
    words.code('sex', person.sex) ?? '',
    say('born', { place: person.birthPlace, date: format.date(person.birthDate), age: person.age }),
    person.place
      .slice(0, 2)
      .map((part) => part.name)
      .join(', '),
  ];
}

/** Without a network: whoever stands in the list that was taken along. */
function Along({ device, personRef, again }: { device: Device; personRef: string; again: () => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const purpose = usePurpose();
  const [person, setPerson] = useState<AlongPerson | 'looking' | null>('looking');
  useEffect(() => {
    let left = false;
    takenAlong.find(personRef).then(
      (found) => left || setPerson(found),
      () => left || setPerson(null),
    );
    return () => {
      left = true;
    };
  }, [personRef]);
  if (person === 'looking') return <Loading lines={10} />;
  if (person === null)
    return (
      <>
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        <div className="state-note waiting" role="alert">
          <b>{say('along.notThere')}</b>
          <p>{say('along.notThere.why')}</p>
          <div className="row">
            <button type="button" className="btn quiet" onClick={again}>
              {say('camera.again')}
            </button>
            <Link to={PATHS.start}>{say('toStart')}</Link>
          </div>
        </div>
      </>
    );
  const { nik, name, birthDate, place, standing } = person;
  if (!standing.may) return <Blocked standing={{ ...standing, why: null }} personRef={personRef} name={name} />;
  const facts = [format.date(birthDate), place];
  const subject = { nik, name, ref: personRef, facts, from: 'along', again: false } as const;
  return <Recording device={device} subject={subject} purpose={purpose.label} />;
}
