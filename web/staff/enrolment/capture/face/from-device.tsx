import { useEffect, useRef, useState } from 'react';
import { useSay } from '../../../../kit/text.tsx';
import { CaptureRefused, type CaptureFault } from '../capture-service.ts';
import { texts as deviceTexts } from '../device/texts.ts';
import { useStationService } from '../device/use-service.ts';
import { texts } from '../texts.ts';

/** The camera of the station's capture service, where it has one. What it gives is looked at as a file is. */
export function FaceFromDevice({ onPicture }: { onPicture: (picture: File) => Promise<void> }) {
  const say = useSay(texts);
  const sayDevice = useSay(deviceTexts);
  const { service, state } = useStationService();
  const [fault, setFault] = useState<CaptureFault | null>(null);
  const [capturing, setCapturing] = useState(false);
  const leave = useRef<AbortController | null>(null);
  useEffect(() => () => leave.current?.abort(), []);
  const devices = state.at === 'here' && state.seen.paired ? state.seen.devices : [];
  const device = devices.find(({ modality, state: is }) => modality === 'face' && is !== 'unplugged');
  if (!device) return null;
  const capture = async () => {
    if (leave.current) return;
    leave.current = new AbortController();
    setFault(null);
    setCapturing(true);
    try {
      const { signal } = leave.current;
      const [item] = await service.capture({ modality: 'face', positions: [0] }, { signal });
      if (!item?.picture) return setFault('nothing_presented');
      const { bytes, mediaType } = item.picture;
      await onPicture(new File([bytes as Uint8Array<ArrayBuffer>], device.name, { type: mediaType }));
    } catch (refused) {
      if (!(refused instanceof CaptureRefused)) throw refused;
      setFault(refused.fault);
    } finally {
      leave.current = null;
      setCapturing(false);
    }
  };
  return (
    <div className="from-device">
      <button type="button" className="btn quiet" aria-disabled={capturing} onClick={() => void capture()}>
        {say(capturing ? 'camera.taking' : 'face.fromDevice', { device: device.name })}
      </button>
      {fault && fault !== 'cancelled' && (
        <div className="note stopped" role="alert">
          <p>
            <b>{sayDevice(`fault.${fault}`)}</b>
          </p>
          <p>{sayDevice(`fault.${fault}.do`, { origin: location.origin })}</p>
        </div>
      )}
    </div>
  );
}
