/** A process that holds a part of a gallery's people. See `shards.ts`. It ends with the one that made it, and with no signal that is meant for that one. */
import { Refusal } from '../../../core/refusal/index.ts';
import type { BiometricRefusal } from '../refusals.ts';
import type { FromAsked, ToAsked } from './asked.ts';
import { openGallery, type Laid, type LocalGallery } from './gallery.ts';
import type { ShardAnswer, ShardMessage } from './shards.ts';

process.on('disconnect', () => process.exit());
// A terminal or the machine's manager sends them to all processes of a house; the house itself still ends what runs, and may search for it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

let gallery: LocalGallery | null = null;
let ready: readonly Laid[] | null = null;

process.on('message', (asked: ToAsked<ShardMessage>) => void answer(asked));

/** What is no refusal ends the process: the one that made it hears of that. */
async function answer({ id, message }: ToAsked<ShardMessage>): Promise<void> {
  try {
    const given = await answerTo(message);
    if (id !== null) send({ id, answer: given });
  } catch (fault) {
    if (!(fault instanceof Refusal) || id === null) throw fault;
    send({ id, refused: { code: fault.code as BiometricRefusal, values: fault.values } });
  }
}

function send(answered: FromAsked<ShardAnswer>): void {
  process.send!(answered);
}

async function answerTo(message: ShardMessage): Promise<ShardAnswer> {
  if (message.kind === 'open') {
    gallery = openGallery(message.options);
    return standing();
  }
  const own = gallery!;
  switch (message.kind) {
    case 'prepare':
      ready = await own.ready(message.people);
      return standing();
    case 'prepare laid':
      ready = message.people;
      return standing();
    case 'abandon':
      ready = null;
      return standing();
    case 'commit': {
      const people = ready;
      ready = null;
      if (!people) throw new Error('nothing was prepared');
      await own.hold(people);
      return standing();
    }
    case 'delete':
      await own.delete(message.refs);
      return standing();
    case 'identify':
      return { kind: 'identified', identified: await own.identify(message.probe, message.options), size: own.size() };
  }
}

function standing(): ShardAnswer {
  return { kind: 'standing', bytes: gallery!.bytes(), indexed: gallery!.indexed() };
}
