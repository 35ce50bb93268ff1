import { expect, it } from 'vitest';
import { givenCertificate } from '../egress/given-certificate.ts';
import { readAuthority } from './authority.ts';

const { certificate } = givenCertificate('Dinas Contoh', { from: new Date('2018-01-01'), to: new Date('2019-01-01') });

it('an authority issues while its certificate is valid', () => {
  expect(readAuthority(certificate, new Date('2018-12-11'))).toEqual({
    subject: 'CN=Dinas Contoh',
    validTo: new Date('2019-01-01'),
  });
});

it('a certificate that is not yet or no longer valid, or none at all, stops the start', () => {
  expect(() => readAuthority(certificate, new Date('2017-12-31'))).toThrow(RangeError);
  expect(() => readAuthority(certificate, new Date('2019-01-02'))).toThrow(RangeError);
  expect(() => readAuthority('ca.pem', new Date('2018-12-11'))).toThrow(/not an X.509 certificate/);
});
