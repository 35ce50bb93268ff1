import { once } from 'node:events';
import { startEmbedded } from '../../src/core/db/embedded/index.ts';

// A process of its own that serves a data folder: `node server.ts FOLDER server|command`. Says on one line where it is.
const [dataDir, kind] = process.argv.slice(2) as [string, 'server' | 'command'];
try {
  const embedded = await startEmbedded({ dataDir, kind, name: `test ${kind}` });
  const { attached, ownerPid, serverPid } = embedded;
  process.stdout.write(
    `${JSON.stringify({ attached, ownerPid, serverPid, connection: embedded.connection('postgres') })}\n`,
  );
  process.stdin.resume();
  await once(process.stdin, 'end');
  await embedded.stop();
} catch (error) {
  process.stdout.write(`${JSON.stringify({ ...(error as object), message: String(error) })}\n`);
  process.exitCode = 1;
}
