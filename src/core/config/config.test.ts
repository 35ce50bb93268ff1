import { expect, test } from 'vitest';
import { readConfig } from './index.ts';

test('nothing given: one’s own machine, on loopback, trial serials', () => {
  expect(readConfig()).toMatchObject({
    host: '127.0.0.1',
    databaseUrl: null,
    roles: ['web', 'api', 'worker'],
    firstSerial: 9001,
    production: false,
  });
  expect(readConfig().dataDir).toMatch(/^\/.*data\/main$/);
});

test('an option wins over the environment, an empty variable is none', () => {
  const environment = { JATIDIRI_PORT: '9000', JATIDIRI_ROLES: 'api, worker', JATIDIRI_HOST: '' };
  expect(readConfig({}, environment)).toMatchObject({ port: 9000, roles: ['api', 'worker'], host: '127.0.0.1' });
  expect(readConfig({ port: '9001' }, environment).port).toBe(9001);
});

test('every setting that does not parse is named', () => {
  const wrong = () => readConfig({ port: '70000' }, { JATIDIRI_DATABASE_URL: 'http://x', JATIDIRI_ROLES: 'cook' });
  expect(wrong).toThrow(
    expect.objectContaining({
      code: 'config.invalid',
      values: { names: 'JATIDIRI_DATABASE_URL, JATIDIRI_PORT, JATIDIRI_ROLES' },
    }),
  );
});

test('only an issuing authority issues serials from 1', () => {
  expect(readConfig({ issuingCertificate: 'ca.pem' })).toMatchObject({ firstSerial: 1, production: true });
  expect(() => readConfig({ firstSerial: 1 })).toThrow(expect.objectContaining({ code: 'config.trial_serial' }));
});

test('the capture service of a station is an address of loopback and nothing more', () => {
  expect(readConfig().captureService).toBe('http://127.0.0.1:4310');
  const at = (address: string) => readConfig({}, { JATIDIRI_CAPTURE_SERVICE: address }).captureService;
  expect(at('http://localhost:9000/')).toBe('http://localhost:9000');
  expect(at('http://[::1]:9000')).toBe('http://[::1]:9000');
  for (const wrong of ['http://192.168.0.7:4310', 'http://127.0.0.1.example:4310', 'http://127.0.0.1:4310/v1', 'x'])
    expect(() => at(wrong)).toThrow(expect.objectContaining({ values: { names: 'JATIDIRI_CAPTURE_SERVICE' } }));
});
