import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyOf, recordBody, twinOf } from '../../../simulation/body/index.ts';
import { drawnWall } from '../face/given-picture.ts';
import type { FaceEncoder } from '../face/encoder.ts';
import { normalised, readFaceTemplate, writeFaceTemplate } from '../face/face-template.ts';
import { readMinutiaeRecord, writeMinutiaeRecord } from '../finger/minutiae-record.ts';
import type { Calibration } from '../score/calibration.ts';
import { CALIBRATIONS } from '../score/calibrations.ts';
import { decide, type DecisionReason } from '../rules.ts';
import type { Outcome, Template } from '../schema.ts';
import { openBuiltInEngine, type BuiltInEngine } from './built-in.ts';
import type { Identified, Subject } from './engine.ts';

const PEOPLE = 40;
const visit = (n: number, number: number) => recordBody(bodyOf('gallery', n), { number });
const person = (n: number, number = 1): Subject => ({ ref: `person-${n}`, templates: visit(n, number) });
/** Another encoder than the default, whose networks have a test of their own: takes the bytes for the values. */
const encoder: FaceEncoder = {
  name: 'bytes-1',
  async encode(picture) {
    const box = { x: 1, y: 2, width: 3, height: 4 };
    return { embedding: normalised(picture)!, quality: 55, box, eyesOpen: true };
  },
  close: async () => undefined,
};

let engine: BuiltInEngine;
beforeAll(async () => {
  engine = openBuiltInEngine({ threads: 2, encoder });
  await engine.insert(Array.from({ length: PEOPLE }, (_, n) => person(n)));
});
afterAll(() => engine.close());

const isRunning = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

const outcome = (found: Identified): [Outcome, DecisionReason] => {
  const { outcome: decided, reason } = decide(found);
  return [decided, reason];
};

describe('identify', () => {
  test('everybody is found by a second visit, first, with every item’s score; nobody else is near', async () => {
    for (let n = 0; n < PEOPLE; n += 8) {
      const found = await engine.identify(visit(n, 2));
      expect(found.gallerySize).toBe(PEOPLE);
      expect(found.candidates[0]).toMatchObject({ ref: `person-${n}` });
      expect(found.candidates[0]!.items).toHaveLength(11);
      expect(found.candidates).toHaveLength(1);
      expect(outcome(found)[0]).toBe('duplicate');
    }
  });

  test('somebody who is not there, and a twin of somebody who is, are unique', async () => {
    expect(outcome(await engine.identify(visit(1000, 1)))).toEqual(['unique', 'no_candidate']);
    expect(outcome(await engine.identify(recordBody(twinOf('gallery', 1001, 3), { number: 1 })))[0]).toBe('unique');
  });

  test('two fingers without a face find their body; a face alone is left to a person', async () => {
    const two = recordBody(bodyOf('gallery', 9), { number: 3, withoutFace: true, without: [1, 3, 4, 5, 6, 8, 9, 10] });
    const found = await engine.identify(two);
    expect(found.candidates[0]!.ref).toBe('person-9');
    const faceOnly = recordBody(bodyOf('gallery', 1002), { number: 1, without: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
    expect(outcome(await engine.identify(faceOnly))[0]).toBe('human_decision');
  });

  test('candidates come best first, as many as asked for, none of the excepted', async () => {
    const all = await engine.identify(visit(4, 2), { floor: -Infinity, limit: 1000 });
    expect(all.candidates).toHaveLength(PEOPLE);
    const fused = all.candidates.map((candidate) => candidate.fused);
    expect(fused).toEqual(fused.toSorted((a, b) => b - a));
    const five = await engine.identify(visit(4, 2), { floor: -Infinity, limit: 5 });
    expect(five.candidates).toEqual(all.candidates.slice(0, 5));
    const without = await engine.identify(visit(4, 2), { except: ['person-4', 'nobody'] });
    expect(without).toMatchObject({ candidates: [], gallerySize: PEOPLE - 1 });
  });

  test('a floor leaves out who is below it and changes nothing about the others', async () => {
    const all = await engine.identify(visit(4, 2), { floor: -Infinity, limit: 1000 });
    for (const floor of [-5, -7, 0, 10]) {
      const above = await engine.identify(visit(4, 2), { floor, limit: 1000 });
      expect(above.candidates).toEqual(all.candidates.filter(({ fused }) => fused >= floor));
    }
  });

  test('is what comparing with each one says', async () => {
    const { candidates } = await engine.identify(visit(5, 2), { floor: -Infinity, limit: 1000 });
    for (const { ref, items, fused } of candidates.slice(0, 3)) {
      const n = Number(ref.slice('person-'.length));
      expect(await engine.compare(visit(n, 1), visit(5, 2))).toEqual({ items, fused });
    }
  });
});

describe('a search in stages', () => {
  let staged: BuiltInEngine;
  beforeAll(async () => {
    // Two fingers and the face of everybody, all fingers of half of them, and one in ten in full.
    staged = openBuiltInEngine({
      threads: 2,
      encoder,
      search: { exactUpTo: 0, fingers: 2, hopeless: -2, again: 0.5, inFull: 0.1, index: null },
    });
    await staged.insert(Array.from({ length: PEOPLE }, (_, n) => person(n)));
  });
  afterAll(() => staged.close());

  test('says of whom it finds what the exact one says, and its name tells them apart', async () => {
    for (let n = 1; n < PEOPLE; n += 6)
      expect(await staged.identify(visit(n, 2))).toEqual(await engine.identify(visit(n, 2)));
    expect([staged.name, openBuiltInEngine({ encoder, search: 'exact' }).name]).toEqual([
      'jatidiri-staged-2 bytes-1',
      'jatidiri-exact-1 bytes-1',
    ]);
  });

  test('finds by what both have: other fingers than most, one finger alone, or the face', async () => {
    const left = {
      ref: 'left',
      templates: recordBody(bodyOf('gallery', 5000), { number: 1, without: [1, 2, 3, 4, 5, 6] }),
    };
    await staged.insert([left]);
    const whole = await staged.identify(recordBody(bodyOf('gallery', 5000), { number: 2 }));
    expect(whole.candidates.map(({ ref }) => ref)).toEqual(['left']);
    const little = recordBody(bodyOf('gallery', 12), { number: 2, without: [1, 2, 3, 4, 5, 6, 7, 9, 10] });
    expect((await staged.identify(little)).candidates[0]!.ref).toBe('person-12');
    expect(await staged.delete(['left'])).toBe(1);
  });

  test('leaves out the excepted, and counts everybody else as compared', async () => {
    expect(await staged.identify(visit(4, 2), { except: ['person-4', 'nobody'] })).toMatchObject({
      candidates: [],
      gallerySize: PEOPLE - 1,
    });
  });
});

describe('the gallery', () => {
  test('two who come at the same moment find one another', async () => {
    const both = ['left', 'right'].map((ref, n): Subject => ({ ref, templates: visit(2000, 10 + n) }));
    const found = await Promise.all(
      both.map(async ({ ref, templates }) => {
        await engine.insert([{ ref, templates }]);
        return engine.identify(templates, { except: [ref] });
      }),
    );
    expect(found.some(({ candidates }) => candidates.length === 1)).toBe(true);
    expect(await engine.delete(['left', 'right', 'nobody'])).toBe(2);
  });

  test('who was taken out is not found, who was put in again is found by the new recording only', async () => {
    await engine.insert([{ ref: 'guest', templates: visit(3000, 1) }]);
    await engine.insert([{ ref: 'guest', templates: visit(3001, 1) }]);
    expect(await engine.size()).toBe(PEOPLE + 1);
    expect((await engine.identify(visit(3000, 2))).candidates).toEqual([]);
    expect((await engine.identify(visit(3001, 2))).candidates[0]).toMatchObject({ ref: 'guest' });
    await engine.delete(['guest']);
    expect((await engine.identify(visit(3001, 2))).candidates).toEqual([]);
    expect(await engine.refs()).toHaveLength(PEOPLE);
  });

  test('an insert with one bad template changes nothing', async () => {
    const good = visit(4000, 1);
    const [face, thumb, ...others] = good as [Template, Template, ...Template[]];
    const cut = { ...thumb, bytes: thumb.bytes.subarray(0, 40) };
    const bad: readonly (readonly [readonly Template[], string])[] = [
      [[face, cut, ...others], 'template_cut'],
      [[face, { ...thumb, position: 2 }], 'position_differs'],
      [[face, { ...thumb, position: 11 }], 'no_such_position'],
      [[face, face], 'item_twice'],
      [[{ ...face, format: 'iso-19794-2:2005' }], 'format_unknown'],
      [[{ ...face, bytes: face.bytes.with(20, face.bytes[20]! ^ 1) }], 'face_template_checksum'],
    ];
    for (const [templates, code] of bad) {
      await expect(engine.check(templates)).rejects.toThrow(code);
      await expect(
        engine.insert([
          { ref: 'fine', templates: good },
          { ref: 'bad', templates },
        ]),
      ).rejects.toThrow(code);
    }
    expect(await engine.size()).toBe(PEOPLE);
    expect((await engine.identify(good)).candidates).toEqual([]);
  });

  test('faces of two encoders are not compared', async () => {
    const [face] = visit(6, 2);
    const renamed = writeFaceTemplate({ ...readFaceTemplate(face!.bytes), encoder: 'other-1' });
    const { items } = await engine.compare([{ ...face!, bytes: renamed }], visit(6, 1));
    expect(items).toEqual([]);
  });

  test('a finger with a handful of minutiae says nothing, neither for nor against', async () => {
    const [, thumb] = visit(6, 2);
    const record = readMinutiaeRecord(thumb!.bytes);
    const few = { ...thumb!, bytes: writeMinutiaeRecord({ ...record, minutiae: record.minutiae.slice(0, 8) }) };
    expect((await engine.compare([few], visit(6, 1))).items).toEqual([]);
    const found = await engine.identify([few]);
    expect(found).toMatchObject({ power: 0, candidates: [] });
    expect(decide(found)).toMatchObject({ outcome: 'human_decision', reason: 'weak_search' });
  });

  test('a picture without a finger makes no template, and that of an iris waits for an engine that can extract', async () => {
    const picture = await drawnWall();
    await expect(engine.extract({ modality: 'finger', position: 1, picture })).rejects.toThrow('no_finger');
    await expect(engine.extract({ modality: 'finger', position: 11, picture })).rejects.toThrow('no_such_position');
    await expect(engine.extract({ modality: 'iris', position: 1, picture })).rejects.toThrow('picture_waits');
  });
});

describe('a gallery in two processes', () => {
  let shards: BuiltInEngine;
  beforeAll(async () => {
    shards = openBuiltInEngine({ threads: 2, encoder, processes: 2 });
    await shards.insert(Array.from({ length: PEOPLE }, (_, n) => person(n)));
  });
  afterAll(() => shards.close());

  test('answers as in one: candidates in their order, the gallery’s size, the probe’s power', async () => {
    expect(shards.processes()).toHaveLength(2);
    for (const options of [{}, { floor: -Infinity, limit: 7 }, { floor: -Infinity, except: ['person-4', 'nobody'] }])
      for (const probe of [visit(4, 2), visit(1000, 1)])
        expect(await shards.identify(probe, options)).toEqual(await engine.identify(probe, options));
    expect((await shards.refs()).toSorted()).toEqual((await engine.refs()).toSorted());
    expect(await shards.compare(visit(5, 1), visit(5, 2))).toEqual(await engine.compare(visit(5, 1), visit(5, 2)));
  });

  test('takes people out and in again, and none of those of whom one is bad', async () => {
    const guests = ['a', 'b', 'c', 'd'].map((ref, n): Subject => ({ ref, templates: visit(3000 + n, 1) }));
    const bad = { ref: 'e', templates: [guests[0]!.templates[0]!, guests[0]!.templates[0]!] };
    await expect(shards.insert([...guests, bad])).rejects.toThrow('item_twice');
    expect(await shards.size()).toBe(PEOPLE);
    await shards.insert(guests);
    await shards.insert([{ ref: 'a', templates: visit(3009, 1) }]);
    expect((await shards.identify(visit(3000, 2))).candidates).toEqual([]);
    expect((await shards.identify(visit(3009, 2))).candidates[0]).toMatchObject({ ref: 'a' });
    expect(await shards.delete(['a', 'b', 'c', 'd', 'nobody'])).toBe(4);
    expect((await shards.identify(visit(3001, 2))).candidates).toEqual([]);
  });

  test('searches nobody while people are missing who were lost with a process, and all when they are back or taken out', async () => {
    process.kill(shards.processes()[0]!, 'SIGKILL');
    await expect(shards.identify(visit(4, 2))).rejects.toThrow('engine_failed');
    const there = new Set(await shards.refs());
    const lost = Array.from({ length: PEOPLE }, (_, n) => n).filter((n) => !there.has(`person-${n}`));
    expect(lost.length).toBeGreaterThan(1);
    await shards.insert(lost.slice(1).map((n) => person(n)));
    await expect(shards.identify(visit(4, 2))).rejects.toThrow('engine_failed');
    await shards.delete([`person-${lost[0]}`]);
    expect((await shards.identify(visit(lost[1]!, 2))).candidates[0]!.ref).toBe(`person-${lost[1]}`);
    await shards.insert([person(lost[0]!)]);
    expect(await shards.identify(visit(lost[0]!, 2))).toEqual(await engine.identify(visit(lost[0]!, 2)));
  });

  test('ends with the process that made it, however that ended', async () => {
    const file = new URL('./given-shards.ts', import.meta.url);
    const house = fork(file, { execArgv: [] });
    const [ids] = (await once(house, 'message')) as [number[]];
    expect(ids).toHaveLength(2);
    house.kill('SIGKILL');
    await expect.poll(() => ids.filter(isRunning)).toEqual([]);
  });
});

test('another encoder’s faces count with the calibration that it brings, and say nothing without one', async () => {
  const face: Calibration = { ...CALIBRATIONS.find(({ modality }) => modality === 'face')!, encoder: encoder.name };
  const knowing = openBuiltInEngine({ threads: 1, encoder, calibrations: [...CALIBRATIONS, face] });
  const picture = Uint8Array.from({ length: 32 }, (_, n) => n);
  const { template, box, eyesOpen } = await knowing.extract({ modality: 'face', position: 0, picture });
  expect(template).toMatchObject({ modality: 'face', position: 0, quality: 55, format: 'jatidiri-face-1' });
  expect({ box, eyesOpen }).toEqual({ box: { x: 1, y: 2, width: 3, height: 4 }, eyesOpen: true });
  expect(readFaceTemplate(template.bytes).encoder).toBe('bytes-1');
  expect((await knowing.compare([template], [template])).items).toHaveLength(1);
  expect((await engine.compare([template], [template])).items).toEqual([]);
  await knowing.close();
});

test('an engine that is closed says so, also to those who wait', async () => {
  const short = openBuiltInEngine({ threads: 1, encoder });
  await short.insert([person(1)]);
  const waiting = short.identify(visit(1, 2)).catch((error: unknown) => error);
  await short.close();
  expect(String(await waiting)).toContain('engine_closed');
  await expect(short.identify(visit(1, 2))).rejects.toThrow('engine_closed');
});
