import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSES } from '../supervision/rules.ts';
import { beyondAgreed, elementFault, ELEMENT_NAMES } from '../rules.ts';
import { contains, readAddress, readNetwork } from './network/rules.ts';
import { maySayWhy, WHY_NOT, type GrantStanding, type SuspensionStanding } from './rules.ts';

const at = (instant: string) => new Date(instant);
const GRANT: GrantStanding = {
  stage: 'CONNECTED',
  terms: [{ from: at('2018-01-01T00:00:00+07:00'), until: at('2019-01-01T00:00:00+07:00') }],
  from: at('2018-03-01T00:00:00+07:00'),
  until: at('2018-12-12T00:00:00+07:00'),
  endedAt: null,
  hours: null,
  networks: [readNetwork('203.0.113.0/24')!, readNetwork('2001:db8::/32')!],
};
const NOW = at('2018-06-01T10:00:00+07:00');
const ask = (
  over: Partial<GrantStanding> | null,
  when: { now?: Date; address?: string; cut?: SuspensionStanding[] } = {},
) =>
  maySayWhy(over === null ? null : { ...GRANT, ...over }, when.cut ?? [], {
    now: when.now ?? NOW,
    address: when.address ?? '203.0.113.9',
  });
const cut = (over: Partial<SuspensionStanding> = {}): SuspensionStanding => ({
  cause: 'report_missing',
  from: at('2018-05-01T00:00:00Z'),
  until: null,
  liftedAt: null,
  ...over,
});

describe('whether a partner may ask', () => {
  test('with everything in order nothing speaks against it', () => {
    expect(ask({})).toBeNull();
    expect(ask({ stage: 'EVALUATION' })).toBeNull();
  });

  test('each reason has a code of its own, and every code can come', () => {
    const seen = [
      ask({ stage: 'ONBOARDING' }),
      ...CAUSES.map((cause) => ask({}, { cut: [cut({ cause })] })),
      ask({ terms: [] }),
      ask({}, { now: at('2019-06-01T00:00:00Z') }),
      ask(null),
      ask({}, { now: at('2018-02-01T00:00:00Z') }),
      ask({ endedAt: NOW }),
      ask({}, { now: at('2018-12-12T00:00:00+07:00') }),
      ask({ hours: { from: 480, until: 540 } }),
      ask({}, { address: '198.51.100.1' }),
    ];
    expect(seen).toEqual([...WHY_NOT]);
  });

  test('a term cuts at its second: the agreement, the grant, a suspension that begins, ends or is lifted', () => {
    const end = GRANT.terms[0]!.until;
    const long = { until: at('2030-01-01T00:00:00Z') };
    expect(ask(long, { now: new Date(end.getTime() - 1) })).toBeNull();
    expect(ask(long, { now: end })).toBe('partner.agreement_expired');
    expect(ask({}, { now: new Date(GRANT.until.getTime() - 1) })).toBeNull();
    expect(ask({}, { now: GRANT.until })).toBe('partner.grant_expired');
    const [from, until] = [NOW, new Date(NOW.getTime() + 1000)];
    const moment = (ms: number, over: Partial<SuspensionStanding>) =>
      ask({}, { now: new Date(NOW.getTime() + ms), cut: [cut({ from, ...over })] });
    expect([moment(-1, { until }), moment(0, { until }), moment(999, { until }), moment(1000, { until })]).toEqual([
      null,
      'partner.suspended_report_missing',
      'partner.suspended_report_missing',
      null,
    ]);
    expect([moment(999, { liftedAt: until }), moment(1000, { liftedAt: until })]).toEqual([
      'partner.suspended_report_missing',
      null,
    ]);
  });

  test('an addendum that follows without a gap lets it go on; one with a gap does not', () => {
    const next = { from: GRANT.terms[0]!.until, until: at('2020-01-01T00:00:00Z') };
    const long = { until: at('2030-01-01T00:00:00Z') };
    const now = at('2019-03-01T00:00:00Z');
    expect(ask({ ...long, terms: [...GRANT.terms, next] }, { now })).toBeNull();
    const later = { ...next, from: at('2019-06-01T00:00:00Z') };
    expect(ask({ ...long, terms: [...GRANT.terms, later] }, { now })).toBe('partner.agreement_expired');
  });

  test('hours are of WIB and may go over midnight', () => {
    const hours = { from: 22 * 60, until: 6 * 60 };
    const when = (time: string) => ask({ hours }, { now: at(`2018-06-01T${time}:00+07:00`) });
    expect([when('21:59'), when('22:00'), when('03:00'), when('05:59'), when('06:00')]).toEqual([
      'partner.outside_hours',
      null,
      null,
      null,
      'partner.outside_hours',
    ]);
  });

  test('a suspension speaks before everything else', () => {
    expect(ask(null, { cut: [cut({ cause: 'security' })] })).toBe('partner.suspended_security');
  });
});

describe('networks', () => {
  test.for([
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['203.0.113.7', '203.0.113.7', true],
    ['0.0.0.0/0', '198.51.100.1', true],
    ['203.0.113.0/24', '::ffff:203.0.113.9', true],
    ['2001:db8::/32', '2001:db8:1::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['2001:db8::/32', '203.0.113.9', false],
    ['0.0.0.0/0', '2001:db8::1', false],
  ] as const)('%s holds %s: %s', ([network, address, inside]) => {
    expect(contains(readNetwork(network)!, readAddress(address)!)).toBe(inside);
  });

  test.for([
    '',
    '203.0.113.0/33',
    '203.0.113.1/24',
    '203.0.113',
    '203.0.113.256',
    '01.2.3.4',
    '2001:db8::1::',
    '2001:db8::/129',
    'g::',
    ':::',
    '1:2:3:4:5:6:7',
    '::1.2.3.300',
    '1:2:3:4:5:6:7:8:9',
    'x',
  ])('%s is no network', (text) => {
    expect(readNetwork(text)).toBeNull();
  });

  test('an address lies in the network of its first bits and in no other of that size', () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), fc.nat(0xffff_ffff), fc.integer({ min: 1, max: 32 }), (a, b, bits) => {
        const text = (n: number) => [24, 16, 8, 0].map((shift) => (n >>> shift) & 0xff).join('.');
        const base = Number((BigInt(a) >> BigInt(32 - bits)) << BigInt(32 - bits));
        const network = readNetwork(`${text(base)}/${bits}`)!;
        expect(contains(network, readAddress(text(a))!)).toBe(true);
        const same = BigInt(a) >> BigInt(32 - bits) === BigInt(b) >> BigInt(32 - bits);
        expect(contains(network, readAddress(text(b))!)).toBe(same);
      }),
    );
  });

  test('one address of version 6 has one value, however it is written', () => {
    const forms = ['2001:db8:0:0:0:0:0:1', '2001:db8::1', '2001:0DB8::0001', '2001:db8:0::0:1', '2001:db8::0.0.0.1'];
    expect(new Set(forms.map((form) => readAddress(form)!.value)).size).toBe(1);
  });
});

describe('elements', () => {
  test('a body is only compared, a protected name never given away, nothing is asked about twice', () => {
    expect(elementFault([{ element: 'face', method: 'match' }])).toBeNull();
    expect(elementFault([{ element: 'face', method: 'check' }])).toBe('face');
    expect(elementFault([{ element: 'mother_name', method: 'value' }])).toBe('mother_name');
    expect(elementFault([{ element: 'birth_date', method: 'score' }])).toBe('birth_date');
    expect(
      elementFault([
        { element: 'nik', method: 'check' },
        { element: 'nik', method: 'value' },
      ]),
    ).toBe('nik');
  });

  test('what the PKS does not name is beyond it, and so is telling more than it names', () => {
    const agreed = [
      { element: 'name', method: 'score' },
      { element: 'nik', method: 'check' },
    ] as const;
    expect(beyondAgreed([{ element: 'name', method: 'check' }], agreed)).toBeNull();
    expect(beyondAgreed([{ element: 'name', method: 'value' }], agreed)).toBe('name');
    expect(beyondAgreed([{ element: 'face', method: 'match' }], agreed)).toBe('face');
    for (const element of ELEMENT_NAMES.filter((each) => each !== 'name' && each !== 'nik'))
      expect(beyondAgreed([{ element, method: 'check' }], agreed)).toBe(element);
  });
});
