import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { centreKeyContract } from '../../../../src/recording/enrolment/station/contract.ts';
import { inFours } from '../../../kit/format.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { StorageWords } from '../outbox/storage-words.tsx';
import { useWaiting } from '../outbox/use-waiting.ts';
import { fingerprintOf, forgetDevice, type Device } from './device.ts';
import { EnrolForm } from './enrol-form.tsx';
import type { Station } from './read.ts';
import { texts } from './texts.ts';
import { DEVICE_KEY, type DeviceState } from './use-device.ts';

/** What this browser is to recording, what is wrong with it, and the way out. */
export function ThisDevice({ state, stations }: { state: DeviceState; stations: readonly Station[] | undefined }) {
  const say = useSay(texts);
  const may = useSession().scopes.includes('enrolment.capture');
  return (
    <section aria-labelledby="perangkat-ini">
      <h2 id="perangkat-ini">{say('this.title')}</h2>
      {state.at === 'looking' && <p className="soft">{say('this.looking')}</p>}
      {state.at === 'unable' && (
        <div className="note stopped" role="alert">
          <p>{say(`this.unable.${state.why}`)}</p>
        </div>
      )}
      {state.at === 'none' && (
        <div className="note">
          <p>
            <b>{say('this.none')}</b>
          </p>
          <p>{say(may ? 'this.none.how' : 'this.none.notYou')}</p>
        </div>
      )}
      {state.at === 'lost' && (
        <div className="note stopped" role="alert">
          <p>
            <b>{say('this.lost', { name: state.trace.name })}</b>
          </p>
          <p>{say('this.lost.how')}</p>
        </div>
      )}
      {may && (state.at === 'none' || state.at === 'lost') && <EnrolForm />}
      {state.at === 'enrolled' && (
        <Enrolled device={state.device} station={stations?.find(({ id }) => id === state.device.id)} />
      )}
    </section>
  );
}

function Enrolled({ device, station }: { device: Device; station: Station | undefined }) {
  const say = useSay(texts);
  const format = useFormat();
  const { office } = useSession();
  const waiting = useWaiting();
  const fingerprint = useQuery({
    queryKey: [...DEVICE_KEY, 'fingerprint', device.publicKey],
    queryFn: () => fingerprintOf(device.publicKey),
    staleTime: Infinity,
  });
  return (
    <>
      {station?.revokedAt && (
        <div className="note stopped" role="alert">
          <p>
            <b>{say('this.revoked', { at: format.instant(station.revokedAt), why: station.revokedWhy ?? '' })}</b>
          </p>
          <p>{say('this.revoked.how')}</p>
        </div>
      )}
      <Against device={device} />
      {device.officeId !== office.id && (
        <div className="note waiting">
          <p>{say('this.otherOffice')}</p>
        </div>
      )}
      <p>
        <b>{say('this.enrolled', { name: device.name })}</b>
      </p>
      <dl className="facts">
        <dt>{say('this.since')}</dt>
        <dd>{format.instant(device.enrolledAt)}</dd>
        <dt>{say('this.by')}</dt>
        <dd>{device.enrolledBy}</dd>
        <dt>{say('this.fingerprint')}</dt>
        <dd>
          <span className="mono">{inFours(fingerprint.data ?? '')}</span>
          <div className="soft">{say('this.fingerprint.about')}</div>
        </dd>
        <dt>{say('this.waiting')}</dt>
        <dd>
          <Link to={'/petugas/perekaman/kotak-kirim' as '/petugas'}>
            {say('this.waiting.n', { count: waiting.packets.length })}
          </Link>
        </dd>
      </dl>
      <StorageWords />
      <Forget />
    </>
  );
}

/**
 * What the centre says of its key; nothing while it is not reached. A clock that is off is no matter here: what is captured bears the
 * house's time.
 */
function Against({ device }: { device: Device }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const may = useSession().scopes.includes('enrolment.capture');
  const query = useQuery({
    queryKey: ['centre-key'],
    enabled: may,
    queryFn: ({ signal }) => client.call(centreKeyContract, {}, { signal, patienceMs: 0 }),
  });
  if (!query.data || query.data.centreKey === device.centreKey) return null;
  return (
    <div className="note stopped" role="alert">
      <p>{say('this.otherCentre')}</p>
    </div>
  );
}

function Forget() {
  const say = useSay(texts);
  const tell = useTell();
  const { queries } = useHouse();
  const [sending, setSending] = useState(false);
  const forget = async () => {
    if (sending) return;
    setSending(true);
    await forgetDevice();
    tell('done', say('forget.done'));
    await queries.invalidateQueries({ queryKey: DEVICE_KEY });
  };
  return (
    <details className="act">
      <summary>{say('forget')}</summary>
      <p>{say('forget.about')}</p>
      <button type="button" className="btn stop" onClick={() => void forget()}>
        {say('forget.sure')}
      </button>
    </details>
  );
}
