import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { buildWeb } from '../../../../web/build.ts';
import { serveWeb } from '../../../core/http/web.ts';
import { givenJpeg, givenPdf } from '../../../core/file/given-content.ts';
import { givenLine } from '../given-line.ts';

await buildWeb();
const line = await givenLine('2018-12-05T03:00:00Z');
const app = await line.house.serve({
  rateFactor: 3,
  extend: (server) =>
    serveWeb(server, {
      dist: fileURLToPath(new URL('../../../../web/dist', import.meta.url)),
      pages: line.house.rooms.flatMap(({ pages }) => pages ?? []),
      visitors: line.house.rooms.flatMap(({ visitors }) => visitors ?? []),
      transact: line.house.database.transact.bind(line.house.database),
      speaker: line.house.speaker,
      specimen: true,
      rateFactor: 3,
    }),
});
afterAll(async () => {
  await app.close();
  await line.sequencer.stop();
});
await line.deliver(9_100_000, 20);

const KEY = 'AAAAAAAAAAAAAAAAAAAAAA';
const told = (over: Record<string, string> = {}) => ({
  kunci: KEY,
  jenis: 'for_sale',
  tempat: 'Toko daring contoh',
  uraian: 'Sepuluh blangko ditawarkan, foto terlampir',
  nomor: '9100003\n04FFFFFFFFFFFF',
  ...over,
});
let address = 0;
function send(fields: Record<string, string>, photo?: Buffer, from = `10.0.0.${++address}`) {
  const { payload, type } = line.form(
    fields,
    photo && { field: 'foto', name: 'foto.jpg', type: 'image/jpeg', bytes: photo },
  );
  const headers = { host: 'localhost', accept: 'text/html', 'content-type': type };
  return app.inject({ method: 'POST', url: '/laporkan-blangko', headers, payload, remoteAddress: from });
}
const trackingIn = (html: string) => /LB-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(html)?.[0];
const incidents = async () => (await line.ok(line.ministry.call('GET', '/v1/blanks/incidents'))).incidents;

describe('anybody reports a blank', () => {
  test('unnamed, with a photo and without a script: an incident that waits, followed by its number in words only', async () => {
    const made = await send(told(), givenJpeg());
    expect(made.statusCode).toBe(200);
    const tracking = trackingIn(made.body)!;
    expect(trackingIn((await send(told(), givenJpeg())).body)).toBe(tracking);
    const [incident, ...others] = await incidents();
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ state: 'reported', origin: 'public', seen: 1, regionCode: '' });
    const opened = await line.ok(line.ministry.call('GET', `/v1/blanks/incidents/${incident.id}`));
    expect(opened).toMatchObject({ openedBy: null, photo: true, unknown: ['04FFFFFFFFFFFF'], words: told().uraian });
    const photo = await line.ministry.call('GET', `/v1/blanks/incidents/${incident.id}/photo`);
    expect(photo.headers['content-type']).toBe('image/jpeg');

    const follow = (lacak: string) => send({ lacak });
    expect((await follow(tracking.toLowerCase())).body).toContain('Diterima, menunggu diperiksa petugas');
    const police = { number: 'LP/CONTOH/2', office: 'Polres Contoh' };
    await line.ok(line.second.call('POST', `/v1/blanks/incidents/${incident.id}/police`, police));
    const going = await follow(tracking);
    expect(going.body).toContain('Sedang diselidiki');
    expect(going.body).not.toContain('Polres');
    expect((await follow('LB-00000-00000')).statusCode).toBe(404);
  });

  test('and is told which field is wrong, keeping what was typed; nothing is kept of a report that was not taken', async () => {
    const before = (await incidents()).length;
    const key = { kunci: 'BBBBBBBBBBBBBBBBBBBBBB' };
    const wrong = await send(told({ ...key, jenis: 'x', tempat: '', uraian: 'pendek' }));
    expect(wrong.statusCode).toBe(422);
    for (const text of ['Pilih apa yang Anda lihat.', 'Tulis tempatnya', 'pendek', '9100003', key.kunci])
      expect(wrong.body).toContain(text);
    const disguised = await send(told(key), givenPdf());
    expect(disguised.statusCode).toBe(422);
    expect(disguised.body).toContain('foto-salah');
    expect((await incidents()).length).toBe(before);
  });

  test('only so often from one address', async () => {
    const from = '10.9.9.9';
    const statuses = [];
    for (let n = 0; n < 20; n++) statuses.push((await send({ lacak: 'LB-00000-00000' }, undefined, from)).statusCode);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});
