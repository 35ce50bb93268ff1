/** The page's side of a capture service on the station. Its contract: src/recording/enrolment/capture-service/contract.ts. */
import type { z } from 'zod';
import {
  CAPTURE_ADDRESS,
  CAPTURE_META,
  CAPTURE_PATHS,
  captureShape,
  devicesShape,
  refusedShape,
  serviceShape,
  tokenShape,
  type Capture,
  type CaptureAsked,
  type CaptureRefusal,
  type Device,
} from '../../../../src/recording/enrolment/capture-service/contract.ts';
import type { Modality } from '../../../../src/recording/biometric/schema.ts';
import type { Captured } from './captured.ts';

/** What came of a capture: no tries and no exception, which are the page's to say. */
export type CapturedByDevice = Pick<Captured, 'modality' | 'position' | 'picture' | 'template' | 'quality'>;

/** Why nothing came: nobody answers, the answer is not of this contract, or what the service or the device said. */
export type CaptureFault =
  | CaptureRefusal
  | NonNullable<Capture['failure']>
  | 'not_found'
  | 'not_understood'
  | 'cancelled';

export class CaptureRefused extends Error {
  readonly fault: CaptureFault;
  /** The maker's own words. */
  readonly detail: string | null;
  constructor(fault: CaptureFault, detail: string | null = null) {
    super(`capture: ${fault}`);
    this.name = 'CaptureRefused';
    this.fault = fault;
    this.detail = detail;
  }
}

export interface Seen {
  readonly name: string;
  readonly simulated: boolean;
  readonly paired: boolean;
  readonly devices: readonly Device[];
}

export interface CaptureService {
  readonly address: string;
  /** Who answers, and its devices once it is paired. */
  look(signal?: AbortSignal): Promise<Seen>;
  /** Hands in the code that the service shows and keeps the token that comes for it. */
  pair(code: string): Promise<void>;
  /** Captures and waits; `onProgress` says how far. Aborting cancels at the device too. Throws `CaptureRefused`. */
  capture(
    asked: { readonly modality: Modality; readonly positions: readonly number[] },
    how?: { readonly signal?: AbortSignal; readonly onProgress?: (capture: Capture) => void },
  ): Promise<readonly CapturedByDevice[]>;
}

const TOKEN_KEY = 'jatidiri.capture.token';
const LOOK_EVERY_MS = 200;
/** Longer than any service waits for a finger. */
const GIVE_UP_MS = 90_000;

/** The address that this house's pages may reach (the policy of the page names exactly it). */
export function captureAddress(): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${CAPTURE_META}"]`)?.content || CAPTURE_ADDRESS;
}

export function openCaptureService(address: string = captureAddress()): CaptureService {
  const call = async <Shape extends z.ZodType>(
    shape: Shape | null,
    path: string,
    init: RequestInit = {},
  ): Promise<z.output<Shape>> => {
    const token = localStorage.getItem(TOKEN_KEY);
    let answer: Response;
    let body: unknown;
    try {
      answer = await fetch(address + path, {
        ...init,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        headers: {
          ...(init.body ? { 'content-type': 'application/json' } : {}),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
      });
      body = answer.status === 204 ? null : await answer.json();
    } catch {
      throw new CaptureRefused(init.signal?.aborted ? 'cancelled' : 'not_found');
    }
    if (!answer.ok) {
      const refused = refusedShape.safeParse(body);
      throw refused.success
        ? new CaptureRefused(refused.data.code, refused.data.detail)
        : new CaptureRefused('not_understood', `HTTP ${answer.status}`);
    }
    if (shape === null) return null as z.output<Shape>;
    const parsed = shape.safeParse(body);
    if (!parsed.success) throw new CaptureRefused('not_understood', parsed.error.issues[0]?.path.join('.') ?? null);
    return parsed.data;
  };

  const signalOf = (signal: AbortSignal | undefined) => (signal ? { signal } : {});
  return {
    address,
    async look(signal) {
      const { name, simulated, paired } = await call(serviceShape, CAPTURE_PATHS.service, signalOf(signal));
      const devices = paired ? (await call(devicesShape, CAPTURE_PATHS.devices, signalOf(signal))).devices : [];
      return { name, simulated, paired, devices };
    },
    async pair(code) {
      const { token } = await call(tokenShape, CAPTURE_PATHS.pairing, {
        method: 'POST',
        body: JSON.stringify({ code }),
      });
      localStorage.setItem(TOKEN_KEY, token);
    },
    async capture({ modality, positions }, { signal, onProgress } = {}) {
      const asked: CaptureAsked = { id: crypto.randomUUID(), modality, positions: [...positions] };
      const path = `${CAPTURE_PATHS.captures}/${asked.id}`;
      const end = () => call(null, path, { method: 'DELETE' }).catch(() => null);
      try {
        let capture = await call(captureShape, CAPTURE_PATHS.captures, { method: 'POST', body: JSON.stringify(asked) });
        const started = performance.now();
        while (capture.state === 'waiting' || capture.state === 'capturing') {
          onProgress?.(capture);
          await pause(LOOK_EVERY_MS, signal);
          if (performance.now() - started > GIVE_UP_MS) throw new CaptureRefused('device_failed');
          capture = await call(captureShape, path, signalOf(signal));
        }
        if (capture.state === 'cancelled') throw new CaptureRefused('cancelled');
        if (capture.state === 'failed') throw new CaptureRefused(capture.failure ?? 'device_failed');
        return capture.items
          .filter((item) => item.modality === modality && positions.includes(item.position))
          .map(({ picture, template, ...item }) => ({
            ...item,
            picture: picture && { mediaType: picture.mediaType, bytes: bytesOf(picture.base64) },
            template: template && { format: template.format, bytes: bytesOf(template.base64) },
          }));
      } catch (fault) {
        if (signal?.aborted) throw new CaptureRefused('cancelled');
        throw fault;
      } finally {
        // What was taken, failed or was cancelled shall not lie about at the service.
        void end();
      }
    },
  };
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new CaptureRefused('cancelled'));
    });
  });
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
