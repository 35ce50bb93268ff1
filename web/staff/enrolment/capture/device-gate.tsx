import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { Loading } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useSession } from '../../session.tsx';
import { findDevice, type Device } from '../station/device.ts';
import { PATHS } from './paths.ts';
import { texts } from './texts.ts';

/** Only an enrolled station records: without its key nothing could be sealed, so nothing is kept either. */
export function DeviceGate({ children }: { children: (device: Device) => ReactNode }) {
  const say = useSay(texts);
  const { office } = useSession();
  const [found, setFound] = useState<Device | 'none' | 'closed' | null>(null);
  useEffect(() => {
    let left = false;
    findDevice().then(
      (device) => left || setFound(device ?? 'none'),
      () => left || setFound('closed'),
    );
    return () => {
      left = true;
    };
  }, []);
  if (found === null) return <Loading lines={8} />;
  if (found === 'none' || found === 'closed')
    return (
      <Stopped title={say(`device.${found}`)} why={say(`device.${found}.why`)}>
        <Link className="btn" to={PATHS.stations}>
          {say('toStations')}
        </Link>
      </Stopped>
    );
  if (found.officeId !== office.id)
    return (
      <Stopped title={say('device.otherOffice')} why={say('device.otherOffice.why', { device: found.name })}>
        <Link to={PATHS.stations}>{say('toStations')}</Link>
      </Stopped>
    );
  return children(found);
}

function Stopped({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  const say = useSay(texts);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <div className="state-note stopped" role="alert">
        <b>{title}</b>
        <p>{why}</p>
        {children}
      </div>
    </>
  );
}
