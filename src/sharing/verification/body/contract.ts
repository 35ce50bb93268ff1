/** The routes of one-to-one comparison. There is no batch: one number a call. */
import { contract } from '../../../core/http/contract.ts';
import { bodyAnsweredShape, faceQuestionShape, fingerQuestionShape } from './schema.ts';

export const verifyFaceContract = contract({
  method: 'POST',
  path: '/v1/verifications/face',
  summary: {
    id: 'Cocokkan satu wajah dengan perekaman satu NIK, dengan pernyataan keaslian bertanda tangan; tidak pernah mencari siapa pemilik wajah',
    en: 'Compare one face with the recording of one NIK, with a signed statement of liveness; whose face it is is never looked for',
  },
  body: faceQuestionShape,
  output: bodyAnsweredShape,
  repeatable: true,
});

export const verifyFingerContract = contract({
  method: 'POST',
  path: '/v1/verifications/finger',
  summary: {
    id: 'Cocokkan satu sidik jari (ISO/IEC 19794-2) dengan perekaman satu NIK; tidak pernah mencari siapa pemiliknya',
    en: 'Compare one finger (ISO/IEC 19794-2) with the recording of one NIK; whose finger it is is never looked for',
  },
  body: fingerQuestionShape,
  output: bodyAnsweredShape,
  repeatable: true,
});
