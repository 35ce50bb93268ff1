import { useState, type FormEvent } from 'react';
import { Tag } from '../../../../kit/tag.tsx';
import { TextField } from '../../../../kit/text-field.tsx';
import type { Device } from '../../../../../src/recording/enrolment/capture-service/contract.ts';
import { CaptureRefused } from '../capture-service.ts';
import type { StationService } from './use-service.ts';
import { useDeviceWords, type BodyModality } from './words.ts';

/** The device of one modality as it stands, and what to do where it cannot be used. */
export function DeviceState({ station, modality }: { station: StationService; modality: BodyModality }) {
  const { say } = useDeviceWords();
  const { state, look } = station;
  if (state.at === 'looking')
    return (
      <p className="soft" role="status">
        {say('service.looking')}
      </p>
    );
  if (state.at === 'fault') return <FaultNote fault={state.fault} again={look} againWord={say('look')} />;
  if (!state.seen.paired) return <Pairing station={station} name={state.seen.name} />;
  const device = state.seen.devices.find((each) => each.modality === modality);
  if (!device) return <FaultNote fault={new CaptureRefused('no_device')} again={look} againWord={say('look')} />;
  return (
    <>
      <p className="device-line" role="status">
        <DeviceTag device={device} /> {device.name}
        {state.seen.simulated && <span className="soft"> · {say('service.simulated')}</span>}
      </p>
      {device.state === 'unplugged' && <FaultNote fault={new CaptureRefused('device_unplugged')} />}
    </>
  );
}

/** The device that may be asked now. */
export function readyDevice({ state }: StationService, modality: BodyModality): Device | null {
  if (state.at !== 'here' || !state.seen.paired) return null;
  return state.seen.devices.find((device) => device.modality === modality && device.state !== 'unplugged') ?? null;
}

function DeviceTag({ device: { state } }: { device: Device }) {
  const { say } = useDeviceWords();
  const standing = { ready: 'done', busy: 'waiting', unplugged: 'stopped' } as const;
  return <Tag standing={standing[state]}>{say(`service.${state}`)}</Tag>;
}

/** What went wrong at the service or device, in words, and what to do. */
export function FaultNote({
  fault,
  again,
  againWord,
}: {
  fault: CaptureRefused;
  again?: () => void;
  againWord?: string;
}) {
  const { say } = useDeviceWords();
  const calm = fault.fault === 'not_found' || fault.fault === 'no_device';
  return (
    <div className={`note ${calm ? 'waiting' : 'stopped'}`} role={calm ? 'status' : 'alert'}>
      <p>
        <b>{say(`fault.${fault.fault}`)}</b>
      </p>
      <p>{say(`fault.${fault.fault}.do`, { origin: location.origin })}</p>
      {fault.detail && fault.fault === 'not_understood' && (
        <p className="soft">{say('fault.detail', { detail: fault.detail })}</p>
      )}
      {again && (
        <button type="button" className="btn quiet" onClick={again}>
          {againWord ?? say('again')}
        </button>
      )}
    </div>
  );
}

function Pairing({ station, name }: { station: StationService; name: string }) {
  const { say } = useDeviceWords();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [sending, setSending] = useState(false);
  const pair = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    const digits = code.replaceAll(/[\s-]/g, '');
    if (!/^[0-9]{8}$/.test(digits)) return setError(say('service.pair.shape'));
    setSending(true);
    setError(undefined);
    try {
      await station.service.pair(digits);
      station.look();
    } catch (fault) {
      if (!(fault instanceof CaptureRefused)) throw fault;
      setError(`${say(`fault.${fault.fault}`)}. ${say(`fault.${fault.fault}.do`, { origin: location.origin })}`);
    } finally {
      setSending(false);
    }
  };
  return (
    <form className="note waiting pairing" onSubmit={(event) => void pair(event)} noValidate>
      <p>
        <b>{say('service.pair.title', { name })}</b>
      </p>
      <p>{say('service.pair.how', { address: station.service.address })}</p>
      <TextField
        label={say('service.pair.code')}
        hint={say('service.pair.hint')}
        error={error}
        className="short identifier"
        inputMode="numeric"
        autoComplete="off"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <button type="submit" className="btn" aria-disabled={sending}>
        {say(sending ? 'service.pair.doing' : 'service.pair.do')}
      </button>
    </form>
  );
}
