import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { receive, streamCounter } from './receive.ts';
import type { Sink } from './route.ts';

function givenSink() {
  const taken: Buffer[] = [];
  const said: string[] = [];
  const sink: Sink<string> = {
    write: async (piece) => void taken.push(Buffer.from(piece)),
    end: async () => {
      said.push('ended');
      return Buffer.concat(taken).toString();
    },
    drop: async () => void said.push('dropped'),
  };
  return { sink, said };
}

const bodyOf = (...pieces: string[]) =>
  Readable.from(
    pieces.map((piece) => Buffer.from(piece)),
    { objectMode: false },
  );

test('a body goes piece by piece into its sink', async () => {
  const { sink, said } = givenSink();
  expect(await receive(bodyOf('satu ', 'dua'), sink, { mostBytes: 8, contentLength: 8 })).toBe('satu dua');
  expect(said).toEqual(['ended']);
});

test('one that is larger than allowed, shorter than said or not what was signed leaves nothing', async () => {
  const digest = { algorithm: 'sha256', value: createHash('sha256').update('lain').digest('base64') } as const;
  const cases = [
    [{ mostBytes: 7 }, 'http.body_too_large'],
    [{ mostBytes: 7, contentLength: 8 }, 'http.body_too_large'],
    [{ mostBytes: 100, contentLength: 9 }, 'http.body_cut'],
    [{ mostBytes: 100, digest }, 'http.body_cut'],
  ] as const;
  for (const [given, code] of cases) {
    const { sink, said } = givenSink();
    await expect(receive(bodyOf('satu ', 'dua'), sink, given)).rejects.toMatchObject({ code });
    expect(said).toEqual(['dropped']);
  }
});

test('a line that breaks, and one on which nothing more comes, leave nothing', async () => {
  const broken = new PassThrough();
  broken.write('satu');
  setImmediate(() => broken.destroy(new Error('ECONNRESET')));
  const quiet = new PassThrough();
  quiet.write('satu');
  for (const body of [broken, quiet]) {
    const { sink, said } = givenSink();
    const receiving = receive(body, sink, { mostBytes: 100, quietMs: 20 });
    await expect(receiving).rejects.toMatchObject({ code: 'http.body_cut' });
    expect(said).toEqual(['dropped']);
  }
});

test('a caller sends four at once and no more; when one has ended another may begin', () => {
  const streams = streamCounter();
  const ends = Array.from({ length: 4 }, () => streams.begin('lembaga'));
  expect(() => streams.begin('lembaga')).toThrow('http.too_many_streams');
  streams.begin('lembaga lain')();
  ends[0]!();
  streams.begin('lembaga')();
});
