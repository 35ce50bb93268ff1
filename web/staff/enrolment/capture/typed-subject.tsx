import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../../../kit/text.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import type { Device } from '../station/device.ts';
import { Recording } from './recording.tsx';
import { texts } from './texts.ts';
import { NamedForm, type Named } from './named-form.tsx';

/** What an officer typed of somebody before he was found; kept with the session's reads, so it goes with the sign-out. */
export const typedKey = (ref: string) => ['capture', 'typed', ref] as const;

/** Somebody of another region: he may be recorded here, his data is not opened here. */
export function TypedSubject({ device, personRef, again }: { device: Device; personRef: string; again: boolean }) {
  const say = useSay(texts);
  const queries = useQueryClient();
  const purpose = usePurpose();
  const [named, setNamed] = useState<Named | null>(() => queries.getQueryData<Named>(typedKey(personRef)) ?? null);
  if (named) {
    const subject = { ...named, ref: personRef, facts: [say('elsewhere.fact')], from: 'register', again } as const;
    return <Recording device={device} subject={subject} purpose={purpose.label} />;
  }
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <div className="note">
        <p>{say('elsewhere')}</p>
      </div>
      <NamedForm submit={say('elsewhere.begin')} onNamed={setNamed} />
    </>
  );
}
