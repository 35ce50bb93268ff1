import { useEffect, useRef, useState } from 'react';
import { Loading } from '../../../../kit/states.tsx';
import { Tag } from '../../../../kit/tag.tsx';
import { useSay } from '../../../../kit/text.tsx';
import { texts } from '../texts.ts';
import { listCameras, useCamera, type CameraChoice, type CameraFault } from './camera.ts';
import { keepFaceFinder, type FaceFinder } from './finder.ts';
import { advise, checksOf, CHECKS, type Advice } from './guidance.ts';
import { Stage } from './stage.tsx';
import { shotOf } from './take.ts';
import { useGuidance, type Sight } from './use-guidance.ts';

/** The camera with its words; the shutter by space, Enter or a press, or by itself after a good second. */
export function CameraView({
  finder,
  fault,
  onShoot,
  onBack,
}: {
  finder: FaceFinder | null;
  fault: string | null;
  onShoot: (source: () => Promise<ImageBitmap>) => Promise<void>;
  onBack: (() => void) | null;
}) {
  const say = useSay(texts);
  const [deviceId, setDeviceId] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const camera = useCamera(deviceId, true, attempt);
  if (camera.at === 'fault')
    return <NoCamera fault={camera.fault} again={() => setAttempt(attempt + 1)} onBack={onBack} />;
  if (camera.at === 'opening' || !finder)
    return (
      <div className="two">
        <div className="stage" />
        <div>
          <p className="great">{say('camera.opening')}</p>
          <p className="soft">{say('camera.allow')}</p>
          <Loading lines={3} />
        </div>
      </div>
    );
  return (
    <Guided
      stream={camera.stream}
      mirrored={camera.mirrored}
      finder={finder}
      fault={fault}
      onShoot={onShoot}
      onBack={onBack}
      deviceId={deviceId}
      onDevice={setDeviceId}
    />
  );
}

function Guided(given: {
  stream: MediaStream;
  mirrored: boolean;
  finder: FaceFinder;
  fault: string | null;
  onShoot: (source: () => Promise<ImageBitmap>) => Promise<void>;
  onBack: (() => void) | null;
  deviceId: string | null;
  onDevice: (id: string | null) => void;
}) {
  const { stream, mirrored, finder, fault, onShoot, onBack } = given;
  const say = useSay(texts);
  const video = useRef<HTMLVideoElement>(null);
  const [automatic, setAutomatic] = useState(true);
  const [shooting, setShooting] = useState(false);
  const shoot = async () => {
    if (shooting || !video.current?.videoWidth) return;
    setShooting(true);
    try {
      await onShoot(() => shotOf(video.current!));
    } finally {
      setShooting(false);
    }
  };
  const sight = useGuidance(video, finder, true, () => {
    // After a try that was refused the officer decides about the next.
    if (automatic && !fault) void shoot();
  });
  useShutterKeys(shoot);
  const advice = sight === null || sight === 'missing' ? null : advise(sight);
  return (
    <div className="two">
      <Stage video={video} stream={stream} mirrored={mirrored} advice={advice} label={say('camera.picture')} />
      <div>
        <p className="great" role="status">
          {say(wordOf(sight, advice))}
        </p>
        {fault && (
          <div className="note stopped" role="alert">
            <p>{fault}</p>
          </div>
        )}
        <Checks sight={sight} />
        <div className="row">
          <button type="button" className="btn" onClick={() => void shoot()} aria-disabled={shooting}>
            {say(shooting ? 'camera.taking' : 'camera.take')}
          </button>
          {onBack && (
            <button type="button" className="btn quiet" onClick={onBack}>
              {say('camera.back')}
            </button>
          )}
        </div>
        <label className="check">
          <input type="checkbox" checked={automatic} onChange={(event) => setAutomatic(event.target.checked)} />
          {say('camera.automatic')}
        </label>
        <CameraChoices chosen={given.deviceId} onChoose={given.onDevice} />
        <p className="soft keys">{say('camera.keys')}</p>
        <ReadyOffline />
      </div>
    </div>
  );
}

const wordOf = (sight: Sight, advice: Advice | null) =>
  sight === 'missing' ? 'advice.missing' : advice === null ? 'advice.looking' : (`advice.${advice}` as const);

function Checks({ sight }: { sight: Sight }) {
  const say = useSay(texts);
  const checks = sight === null || sight === 'missing' ? null : checksOf(sight);
  return (
    <ul className="face-checks" aria-label={say('checks')}>
      {CHECKS.map((check) => (
        <li key={check} className={checks?.[check] ? 'ok' : ''}>
          {say(`check.${check}`)}
          <span className="unseen">: {say(checks?.[check] ? 'check.ok' : 'check.notYet')}</span>
        </li>
      ))}
    </ul>
  );
}

function ReadyOffline() {
  const say = useSay(texts);
  const [ready, setReady] = useState<boolean | null>(null);
  useEffect(() => {
    let left = false;
    void keepFaceFinder().then((kept) => left || setReady(kept));
    return () => {
      left = true;
    };
  }, []);
  if (ready === null) return null;
  return <Tag standing={ready ? 'done' : 'waiting'}>{say(ready ? 'offline.ready' : 'offline.notYet')}</Tag>;
}

function CameraChoices({ chosen, onChoose }: { chosen: string | null; onChoose: (id: string | null) => void }) {
  const say = useSay(texts);
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([]);
  useEffect(() => {
    let left = false;
    const list = () =>
      void listCameras().then(
        (found) => left || setCameras(found),
        () => {},
      );
    list();
    navigator.mediaDevices.addEventListener('devicechange', list);
    return () => {
      left = true;
      navigator.mediaDevices.removeEventListener('devicechange', list);
    };
  }, []);
  if (cameras.length < 2) return null;
  return (
    <label className="field">
      {say('camera.which')}
      <select value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">{say('camera.usual')}</option>
        {cameras.map(({ id, name }, place) => (
          <option key={id} value={id}>
            {name || say('camera.unnamed', { n: place + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}

function NoCamera({ fault, again, onBack }: { fault: CameraFault; again: () => void; onBack: (() => void) | null }) {
  const say = useSay(texts);
  return (
    <div className="state-note stopped" role="alert">
      <b>{say(`camera.fault.${fault}`)}</b>
      <p>{say(`camera.way.${fault}`)}</p>
      <div className="row">
        <button type="button" className="btn quiet" onClick={again}>
          {say('camera.again')}
        </button>
        {onBack && (
          <button type="button" className="btn quiet" onClick={onBack}>
            {say('camera.back')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Space and Enter anywhere on the page; on a control they are the control's own. */
function useShutterKeys(shoot: () => Promise<void>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.key !== ' ' && event.key !== 'Enter') || event.repeat || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('button, a, summary, input, select, textarea'))
        return;
      event.preventDefault();
      void shoot();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [shoot]);
}
