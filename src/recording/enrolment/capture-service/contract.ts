/**
 * What the page and the capture service on its station say to one another: HTTP on loopback, JSON. docs/capture-service.md is
 * written for makers of devices; these shapes are what the page believes of an answer. Pure and safe in a browser.
 */
import { z } from 'zod';
import { isPosition, itemKey, MODALITIES, qualityShape } from '../../biometric/schema.ts';
import { PICTURE_TYPES } from '../items.ts';

/** Where a station's service listens unless the operator says otherwise (`JATIDIRI_CAPTURE_SERVICE`). */
export const CAPTURE_ADDRESS = 'http://127.0.0.1:4310';
/** The page finds the configured address under this name in its own head. */
export const CAPTURE_META = 'jatidiri-capture-service';

export const CAPTURE_PATHS = {
  service: '/v1/service',
  pairing: '/v1/pairing',
  devices: '/v1/devices',
  captures: '/v1/captures',
} as const;

/** What a service refuses: each has a sentence on the page that says what to do. */
export const CAPTURE_REFUSALS = {
  foreign_origin: { status: 403, when: 'the page is not of the origin that the service was told' },
  foreign_host: { status: 421, when: 'the Host header is not loopback with the own port: a name that was bent to us' },
  not_paired: { status: 401, when: 'no token, or one that the service does not know' },
  code_wrong: {
    status: 403,
    when: 'the pairing code is not the one that the service shows; it shows a new one after five',
  },
  wait: { status: 429, when: 'too many codes were tried; a minute must pass' },
  bad_request: { status: 400, when: 'the body is not what this contract says' },
  no_device: { status: 404, when: 'no device here captures this modality' },
  no_such_capture: {
    status: 404,
    when: 'the capture is not here any more: taken, cancelled or older than two minutes',
  },
  busy: { status: 409, when: 'another capture is under way; one body sits before a station' },
  device_unplugged: { status: 503, when: 'the device is known and not connected' },
} as const satisfies Readonly<Record<string, { status: number; when: string }>>;
export type CaptureRefusal = keyof typeof CAPTURE_REFUSALS;

/** Why a capture ended without anything. */
export const CAPTURE_FAILURES = ['nothing_presented', 'lifted_early', 'device_unplugged', 'device_failed'] as const;

const code = <Code extends string>(codes: readonly Code[]) => z.enum(codes as [Code, ...Code[]]);
export const refusedShape = z.object({
  code: code(Object.keys(CAPTURE_REFUSALS) as CaptureRefusal[]),
  /** A maker's own words, for a technician. */
  detail: z.string().max(300).nullable(),
});

export const serviceShape = z.object({
  service: z.literal('jatidiri-capture'),
  version: z.literal(1),
  name: z.string().min(1).max(80),
  /** Nothing that it gives was taken of a person. */
  simulated: z.boolean(),
  /** Whether the token that came along is known. */
  paired: z.boolean(),
});

export const pairingShape = z.strictObject({ code: z.string().regex(/^[0-9]{8}$/) });
/** 32 random bytes, base64url. It is said once. */
export const tokenShape = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

export const DEVICE_STATES = ['ready', 'busy', 'unplugged'] as const;
export const devicesShape = z.object({
  devices: z
    .array(
      z.object({
        id: z.string().min(1).max(60),
        name: z.string().min(1).max(80),
        modality: z.enum(MODALITIES),
        state: z.enum(DEVICE_STATES),
        /** How many positions it takes at once: 1, or 4 for a scanner of slaps. */
        atOnce: z.number().int().min(1).max(10),
      }),
    )
    .max(16),
});
export type Device = z.output<typeof devicesShape>['devices'][number];

/** `id` is the page's own: asked twice, it is one capture. */
export const captureAskedShape = z
  .strictObject({
    id: z.uuid(),
    modality: z.enum(MODALITIES),
    positions: z.array(z.number().int().min(0).max(10)).min(1).max(10),
  })
  .refine(({ modality, positions }) => positions.every((position) => isPosition(modality, position)))
  .refine(({ positions }) => new Set(positions).size === positions.length);
export type CaptureAsked = z.output<typeof captureAskedShape>;

/** 12 MB of base64: what a packet could hold of one item anyway. */
const base64 = z
  .base64()
  .min(4)
  .max(12 * 1024 * 1024);
const capturedShape = z
  .object({
    modality: z.enum(MODALITIES),
    position: z.number().int().min(0).max(10),
    picture: z.object({ mediaType: z.enum(PICTURE_TYPES), base64 }).nullable(),
    template: z.object({ format: z.literal('iso-19794-2:2005'), base64 }).nullable(),
    quality: qualityShape.nullable(),
  })
  .refine(({ picture, template }) => picture !== null || template !== null);

export const CAPTURE_STATES = ['waiting', 'capturing', 'done', 'failed', 'cancelled'] as const;
export const captureShape = z
  .object({
    id: z.uuid(),
    /** Waiting for the body, taking it, or ended. */
    state: z.enum(CAPTURE_STATES),
    /** Of what is asked for, how much is seen so far: 0 to 1. */
    progress: z.number().min(0).max(1),
    failure: z.enum(CAPTURE_FAILURES).nullable(),
    /** Of a capture that is done; positions asked for and not seen are left out. */
    items: z.array(capturedShape).max(10),
  })
  .refine(({ items }) => new Set(items.map(itemKey)).size === items.length);
export type Capture = z.output<typeof captureShape>;
