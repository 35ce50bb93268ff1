import { useQuery } from '@tanstack/react-query';
import { StoreFault } from '../../device/store.ts';
import { findDevice, readTrace, type Device, type Trace } from './device.ts';

export type DeviceState =
  | { readonly at: 'looking' }
  | { readonly at: 'enrolled'; readonly device: Device }
  /** It was a station; its key is not in this browser any more. */
  | { readonly at: 'lost'; readonly trace: Trace }
  | { readonly at: 'none' }
  /** No keys can be made or kept here. */
  | { readonly at: 'unable'; readonly why: 'insecure' | 'store' };

export const DEVICE_KEY = ['device'] as const;

/** What this browser is to recording; asked of the browser alone, so it also answers without a network. */
export function useDevice(): DeviceState {
  const query = useQuery({ queryKey: DEVICE_KEY, queryFn: lookAtDevice, staleTime: 0 });
  return query.data ?? { at: 'looking' };
}

async function lookAtDevice(): Promise<DeviceState> {
  if (!globalThis.isSecureContext || !crypto.subtle) return { at: 'unable', why: 'insecure' };
  try {
    const device = await findDevice();
    if (device) return { at: 'enrolled', device };
  } catch (error) {
    if (error instanceof StoreFault) return { at: 'unable', why: 'store' };
    throw error;
  }
  const trace = readTrace();
  return trace ? { at: 'lost', trace } : { at: 'none' };
}
