/**
 * Configuration: what the operator decides, from options first, then the environment (`JATIDIRI_*`), then defaults that are
 * safe on one's own machine.
 * Always holds: a setting that does not parse stops the start with its name; nothing binds beyond loopback unless told to;
 * without an issuing authority's certificate nothing here is production.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import { LOG_LEVELS } from '../log/index.ts';
import { refuseConfig } from './refusals.ts';

export { foldersOf, type Folders } from './folders.ts';
export { configRoom } from './room.ts';
export { refuseConfig } from './refusals.ts';

declare module '../db/tx.ts' {
  interface Ground {
    readonly config: Config;
  }
}

export const PROCESS_ROLES = ['web', 'api', 'worker'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

/** Serials from here on belong to trials: no real NIK has been issued that high in a district's day. */
const TRIAL_SERIAL = 9001;

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const roleList = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(',').map((role) => role.trim()))])
  .pipe(z.array(z.enum(PROCESS_ROLES)).min(1));

const settings = z.object({
  /** The embedded server's and the vault's folder; ignored by PostgreSQL where `databaseUrl` is given. */
  dataDir: z
    .string()
    .min(1)
    .default('data/main')
    .transform((path) => resolve(path)),
  databaseUrl: z
    .url({ protocol: /^postgres(ql)?$/ })
    .nullable()
    .default(null),
  host: z.string().min(1).default('127.0.0.1'),
  port: whole(0, 65_535).default(8080),
  roles: roleList.default([...PROCESS_ROLES]),
  /** File of the certificate (PEM) of the authority that issues; without it all that is printed is a specimen. */
  issuingCertificate: z.string().min(1).nullable().default(null),
  /** The first serial of NIKs and family cards issued here. */
  firstSerial: whole(1, 9999).optional(),
  /** After this long a request's statement is cancelled, and the request refused with `db.too_slow`. */
  requestTimeoutMs: whole(100, 600_000).default(30_000),
  /** How long what runs may take to end when the process is asked to stop. */
  stopTimeoutMs: whole(0, 600_000).default(15_000),
  /** The name under which the public reaches this house by TLS; printed on every paper. By another name nobody is answered. */
  publicHost: z.string().min(1).max(100).default('localhost'),
  /** Addresses of the reverse proxies before it, whose word on where a request comes from counts. */
  proxies: z.string().min(1).default('loopback'),
  witnessDir: z.string().min(1).nullable().default(null),
  /** Where the capture service of a station listens, on loopback: the staff app may reach it and nothing else outside. */
  captureService: z
    .url({ protocol: /^https?$/, hostname: /^(127\.0\.0\.1|localhost|\[::1\])$/ })
    .transform((address) => new URL(address))
    .refine(({ pathname, search, hash, username }) => pathname === '/' && search + hash + username === '')
    .transform(({ origin }) => origin)
    .default('http://127.0.0.1:4310'),
  /** The last day on which a temporary letter (Suket) in place of a card is issued. */
  temporaryLetterUntil: z.iso.date().default('2024-11-30'),
  /** From this day on an office destroys damaged and invalid cards itself (SE Mendagri 470.13/11176/SJ); before it they go to the centre. */
  localDestructionFrom: z.iso.date().default('2018-12-13'),
  /** From this day on institutions that seek profit pay for what they ask (PP 10/2023). */
  tariffFrom: z.iso.date().default('2023-03-28'),
  /** How surely the recount before a destruction finds a wrong bag, and for which share of wrong bags. */
  recountConfidence: z.coerce.number().min(0.5).max(0.9999).default(0.95),
  recountShare: z.coerce.number().min(0.001).max(1).default(0.1),
  /** Whether partners' existing clients are answered too, in the words of the web service of before. */
  dukcapilWs: z
    .enum(['on', 'off'])
    .default('off')
    .transform((word) => word === 'on'),
  /** Where the ministry hears at once that a partner's data have surfaced elsewhere: a mail address of the desk, not of a person. */
  watchMail: z.email().max(320).nullable().default(null),
  /** Processes that hold the gallery of the built-in biometric engine, each a part of its people; 1 is the house's own alone. */
  biometricProcesses: whole(1, 64).default(1),
  /** Where backups are kept, for the list of them; the commands are told themselves. */
  backupDir: z.string().min(1).nullable().default(null),
  /** The least level of lines that a server writes to standard error. */
  logLevel: z.enum(LOG_LEVELS).default('info'),
});

type Settings = z.output<typeof settings>;
export type SettingName = keyof Settings;

export type Config = Omit<Settings, 'firstSerial'> & {
  readonly firstSerial: number;
  /** An issuing authority's certificate is configured. */
  readonly production: boolean;
};

const VARIABLES: Readonly<Record<SettingName, string>> = {
  dataDir: 'JATIDIRI_DATA',
  databaseUrl: 'JATIDIRI_DATABASE_URL',
  host: 'JATIDIRI_HOST',
  port: 'JATIDIRI_PORT',
  roles: 'JATIDIRI_ROLES',
  issuingCertificate: 'JATIDIRI_ISSUING_CERTIFICATE',
  firstSerial: 'JATIDIRI_FIRST_SERIAL',
  requestTimeoutMs: 'JATIDIRI_REQUEST_TIMEOUT_MS',
  stopTimeoutMs: 'JATIDIRI_STOP_TIMEOUT_MS',
  publicHost: 'JATIDIRI_PUBLIC_HOST',
  proxies: 'JATIDIRI_PROXIES',
  witnessDir: 'JATIDIRI_WITNESS',
  temporaryLetterUntil: 'JATIDIRI_SUKET_UNTIL',
  watchMail: 'JATIDIRI_WATCH_MAIL',
  backupDir: 'JATIDIRI_BACKUP',
  logLevel: 'JATIDIRI_LOG_LEVEL',
  biometricProcesses: 'JATIDIRI_BIOMETRIC_PROCESSES',
  captureService: 'JATIDIRI_CAPTURE_SERVICE',
  localDestructionFrom: 'JATIDIRI_LOCAL_DESTRUCTION_FROM',
  tariffFrom: 'JATIDIRI_TARIFF_FROM',
  recountConfidence: 'JATIDIRI_RECOUNT_CONFIDENCE',
  recountShare: 'JATIDIRI_RECOUNT_SHARE',
  dukcapilWs: 'JATIDIRI_DUKCAPIL_WS',
};

/** Options as given on a command line win over the environment. Refuses `config.invalid` with every wrong setting's name. */
export function readConfig(
  options: Partial<Record<SettingName, unknown>> = {},
  environment: Readonly<Record<string, string | undefined>> = {},
): Config {
  const given: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const value = options[name as SettingName] ?? environment[variable];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const wrong = [...new Set(parsed.error.issues.map((issue) => VARIABLES[issue.path[0] as SettingName] ?? '?'))];
    throw refuseConfig('config.invalid', { values: { names: wrong.join(', ') }, detail: parsed.error.message });
  }
  const production = parsed.data.issuingCertificate !== null;
  const firstSerial = parsed.data.firstSerial ?? (production ? 1 : TRIAL_SERIAL);
  if (!production && firstSerial < TRIAL_SERIAL) {
    throw refuseConfig('config.trial_serial', { values: { least: TRIAL_SERIAL } });
  }
  return { ...parsed.data, firstSerial, production };
}
