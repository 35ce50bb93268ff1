import { expect, test } from 'vitest';
import { givenServer } from '../../../test/given/serving.ts';

test('without the operator’s word the way of before is not there, nor in the documentation', async () => {
  const { app } = await givenServer();
  const post = await app.inject({
    method: 'POST',
    url: '/dukcapil/get_json/X/CALL_NIK',
    payload: {},
    headers: { host: 'localhost' },
  });
  expect([post.statusCode, post.json().code]).toEqual([404, 'http.not_found']);
  const document = await app.inject({ method: 'GET', url: '/openapi.json', headers: { host: 'localhost' } });
  expect(document.body).not.toContain('/dukcapil/');
});
