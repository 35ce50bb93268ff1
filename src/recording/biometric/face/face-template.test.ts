import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../../core/refusal/index.ts';
import { normalised, readFaceTemplate, writeFaceTemplate } from './face-template.ts';

const values = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 200 });
const name = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/);

test('what is written is read again', () => {
  fc.assert(
    fc.property(name, values, (encoder, given) => {
      const embedding = normalised(given);
      fc.pre(embedding !== null);
      const template = { encoder, embedding: embedding! };
      expect(readFaceTemplate(writeFaceTemplate(template))).toEqual(template);
    }),
  );
});

test('every changed byte and every cut is refused', () => {
  const embedding = normalised(Array.from({ length: 16 }, (_, n) => n - 7.5))!;
  const whole = writeFaceTemplate({ encoder: 'trial-1', embedding });
  for (let byte = 0; byte < whole.length; byte++) {
    const bytes = whole.slice();
    bytes[byte]! ^= 0x10;
    expect(() => readFaceTemplate(bytes), `byte ${byte}`).toThrow(Refusal);
    expect(() => readFaceTemplate(whole.subarray(0, byte)), `cut at ${byte}`).toThrow(Refusal);
  }
  expect(() => readFaceTemplate(Buffer.concat([whole, whole]))).toThrow('template_trailing');
});

test('an embedding without a direction, or without a name, is not written', () => {
  expect(normalised(new Float32Array(16))).toBeNull();
  expect(normalised([Number.NaN, 1])).toBeNull();
  expect(() => writeFaceTemplate({ encoder: 'x', embedding: new Float32Array(16) })).toThrow('face_template_values');
  const embedding = normalised([1, 2, 3, 4, 5, 6, 7, 8])!;
  expect(() => writeFaceTemplate({ encoder: 'two words', embedding })).toThrow('face_template_encoder');
});
