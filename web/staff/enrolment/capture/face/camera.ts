/** The camera of this device, opened while a component needs it and shut with it. */
import { useEffect, useState } from 'react';

export type CameraFault = 'denied' | 'absent' | 'busy' | 'insecure' | 'failed';

export type CameraState =
  | { readonly at: 'opening' }
  | { readonly at: 'open'; readonly stream: MediaStream; readonly mirrored: boolean }
  | { readonly at: 'fault'; readonly fault: CameraFault };

export interface CameraChoice {
  readonly id: string;
  readonly name: string;
}

/** `deviceId` null: the one that looks at the person before the screen. */
export function useCamera(deviceId: string | null, wanted: boolean, attempt: number): CameraState {
  const [state, setState] = useState<CameraState>({ at: 'opening' });
  useEffect(() => {
    if (!wanted) return;
    let stream: MediaStream | null = null;
    let left = false;
    setState({ at: 'opening' });
    open(deviceId).then(
      (opened) => {
        stream = opened;
        if (left) return shut(opened);
        const [track] = opened.getVideoTracks();
        // Pulled out, or taken by another program: said at once, not at the next press.
        track!.addEventListener('ended', () => setState({ at: 'fault', fault: 'busy' }));
        setState({ at: 'open', stream: opened, mirrored: track!.getSettings().facingMode !== 'environment' });
      },
      (error: unknown) => left || setState({ at: 'fault', fault: faultOf(error) }),
    );
    return () => {
      left = true;
      if (stream) shut(stream);
    };
  }, [deviceId, wanted, attempt]);
  return state;
}

async function open(deviceId: string | null): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new DOMException('no secure context', 'SecurityError');
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' };
  const video = { ...which, width: { ideal: 1280 }, height: { ideal: 960 } };
  return navigator.mediaDevices.getUserMedia({ video, audio: false });
}

function shut(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function faultOf(error: unknown): CameraFault {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'absent';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    case 'SecurityError':
      return 'insecure';
    default:
      return 'failed';
  }
}

/** The cameras to choose from; names are told only once one was allowed. */
export async function listCameras(): Promise<CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}
