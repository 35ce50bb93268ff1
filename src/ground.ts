/**
 * The ground under every use case: the services that `core` and the lists of regions lend, opened over one set of folders
 * and one vault.
 * Always holds: every server key comes from the vault, so that what one process seals or refers to another can read.
 */
import { join } from 'node:path';
import type { Config, Folders } from './core/config/index.ts';
import type { Connection, Ground } from './core/db/index.ts';
import { openPress, paperKinds } from './core/document/index.ts';
import { openEgress } from './core/egress/index.ts';
import { folderDriver } from './core/file/index.ts';
import { openCursors } from './core/http/index.ts';
import { familyRefs, personRefs } from './core/id/index.ts';
import { notedCheckpoint, openLedger } from './core/ledger/index.ts';
import type { Log } from './core/log/index.ts';
import { dropFolder } from './core/message/index.ts';
import { purposesOf } from './core/access/index.ts';
import { speaker } from './core/text/index.ts';
import type { Clock } from './core/time/index.ts';
import { openVault, TOMBSTONE_FILE } from './core/vault/index.ts';
import type { Room } from './core/room.ts';
import { importSeats } from './register/family/index.ts';
import { electorate } from './register/officer/index.ts';
import { openRegionIndex } from './register/region/index.ts';
import { priceOf } from './sharing/metering/index.ts';
import { openMatchingDesk } from './sharing/matching/index.ts';
import { KEY_SET_PURPOSE, openDesk } from './sharing/verification/index.ts';
import { openWebhookDesk, WEBHOOK_PURPOSE } from './sharing/webhook/index.ts';
import { openBuiltInEngine, type BiometricEngine } from './recording/biometric/index.ts';
import { openGalleryDesk } from './recording/uniqueness/index.ts';
import { openWarehouse } from './insight/warehouse/index.ts';
import { openGate } from './standard/dukcapil-ws/index.ts';

export interface GroundGiven {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly folders: Folders;
  readonly config: Config;
  readonly log: Log;
  readonly rooms: readonly Room[];
  readonly notices: Ground['notices'];
  readonly actors: Ground['actors'];
  /** A superuser's connection, only where all data is simulated: there tampering may be tried. */
  readonly demonstration?: Connection | null | undefined;
  /** What compares bodies; the built-in engine where none is given. */
  readonly engine?: (() => BiometricEngine) | undefined;
}

const PAPER_KEY = 'paper';

export function openGround(given: GroundGiven): Ground {
  const { connection, clock, folders, config, rooms } = given;
  const texts = rooms.flatMap((room) => room.texts ?? []);
  const say = speaker(texts);
  // Who was erased is known outside too: the vault's folder may be lost with the machine, the erasure must not be.
  const vault = openVault({ dir: folders.vault, tombstonesOutside: join(folders.witness, TOMBSTONE_FILE) });
  const ledger = openLedger({
    connection,
    vault,
    dir: folders.ledger,
    witnessDir: folders.witness,
    demonstration: given.demonstration,
  });
  const regions = openRegionIndex();
  const verification = openDesk({
    connection,
    vault,
    regions,
    clock,
    // The tariff stands above the room that takes portions of balances.
    priceOf: (kind, method, day) => priceOf(kind, method, day, config.tariffFrom),
  });
  const webhooks = openWebhookDesk(connection);
  const proposables = rooms.flatMap((room) => room.proposables ?? []);
  return {
    clock,
    config,
    log: given.log,
    notices: given.notices,
    actors: given.actors,
    speaker: say,
    purposes: [...purposesOf(texts).values()],
    vault,
    ledger,
    personRefs: personRefs(vault.serverKey('person.ref')),
    familyRefs: familyRefs(vault.serverKey('family.ref')),
    cursors: openCursors(vault.serverKey('http.cursor')),
    approvals: { proposables: new Map(proposables.map((one) => [one.act, one])), electorate },
    files: { driver: folderDriver(folders.files), sealer: vault },
    importSeats,
    uploads: folderDriver(join(folders.files, 'uploads')),
    messages: { sender: dropFolder(folders.messages, 'jatidiri@localhost'), speaker: say, sealer: vault },
    // Partners name the hosts on which they publish their keys and want to be told; nobody else is called yet.
    egress: openEgress({
      allowed: async (host, purpose) => {
        if (purpose === WEBHOOK_PURPOSE) return (await webhooks.callsTo(host)) ? { host, purpose } : undefined;
        if (purpose !== KEY_SET_PURPOSE) return undefined;
        // What was named a moment ago counts already.
        await verification.book.refresh();
        return verification.book.publishesOn(host) ? { host, purpose } : undefined;
      },
    }),
    verification,
    dukcapilWs: openGate({ connection, book: verification.book }),
    webhooks,
    matching: openMatchingDesk({ vault, folders }),
    voterFiles: { dir: join(folders.files, 'voter') },
    warehouse: openWarehouse({ dir: join(folders.files, 'warehouse'), vault }),
    papers: {
      press: openPress({ specimen: !config.production }),
      // Without a name for the public the papers of a trial open on the machine that printed them.
      host: config.publicHost === 'localhost' ? `localhost:${config.port}` : config.publicHost,
      issuer: { origin: ledger.place.key.name, publicKey: vault.publicKey(PAPER_KEY) },
      formerIssuers: [],
      sign: (message) => vault.sign(PAPER_KEY, message),
      checkpoint: async () => notedCheckpoint(ledger.place) ?? { size: 0, root: EMPTY_ROOT },
      kinds: paperKinds(rooms.flatMap((room) => room.papers ?? [])),
    },
    regions,
    gallery: openGalleryDesk(given.engine ?? (() => openBuiltInEngine({ processes: config.biometricProcesses }))),
    indicators: rooms.flatMap((room) => room.indicators ?? []),
    series: rooms.flatMap((room) => room.series ?? []),
  };
}

/** SHA-256 of nothing: the root of a log without entries (RFC 6962 section 2.1). */
const EMPTY_ROOT = Buffer.from('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hex');
