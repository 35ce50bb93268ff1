/** For tests of this room: a server with the line of stores from the centre to two regencies of Lampung, and officers who keep and decide. */
import { randomUUID } from 'node:crypto';
import { givenServer, PASSWORD, type Answer, type Caller } from '../../../test/given/serving.ts';
import { DITJEN_ID } from '../../register/office/index.ts';

export type StoreName = 'centre' | 'province' | 'tulangBawang' | 'metro';

/** `{first, last}` as it travels. */
export const span = (first: number, last = first) => ({ first: String(first), last: String(last) });

/** UIDs in no order, as chips come from the factory. */
export const uidOf = (serial: number) =>
  ((BigInt(serial) * 0x9e37_79b9_7f4a_7n) & 0xff_ffff_ffff_ffffn).toString(16).toUpperCase().padStart(14, '0');

export async function givenLine(now = '2018-03-01T02:00:00Z') {
  const given = await givenServer();
  given.clock.moveTo(new Date(now));
  const sequencer = given.house.startSequencer((fault) => {
    throw fault;
  });
  const offices: Record<StoreName, string> = {
    centre: DITJEN_ID,
    province: await given.office('18'),
    tulangBawang: await given.office('1805'),
    metro: await given.office('1872'),
  };
  const keeper = (name: StoreName) => given.officer({ role: 'store_keeper', officeId: offices[name] });
  const keepers = {
    centre: await keeper('centre'),
    province: await keeper('province'),
    tulangBawang: await keeper('tulangBawang'),
    metro: await keeper('metro'),
  };
  const people = {
    clerk: await given.officer({ role: 'store_keeper', officeId: DITJEN_ID }),
    ministry: await given.officer({ role: 'ministry_officer' }),
    second: await given.officer({ role: 'ministry_officer' }),
    provinceHead: await given.officer({ role: 'office_head', officeId: offices.province }),
    regencyHead: await given.officer({ role: 'office_head', officeId: offices.tulangBawang }),
    elsewhere: await given.officer({ role: 'office_head', officeId: await given.office('32') }),
  };
  const ok = async (asked: Promise<Answer>) => {
    const answer = await asked;
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const stores = {} as Record<StoreName, string>;
  for (const name of Object.keys(offices) as StoreName[]) {
    const kind = name === 'centre' || name === 'province' ? name : 'regency';
    const body = { officeId: offices[name], name: `Gudang ${name}`, kind, keeperId: keepers[name].officerId };
    stores[name] = (await ok(people.ministry.call('POST', '/v1/blanks/stores', body))).id;
  }

  /** A counted delivery at the centre: boxes of fifty. */
  async function deliver(first: number, n: number) {
    const boxes = Array.from({ length: Math.ceil(n / 50) }, (_, at) => ({
      code: `BOKS-${first + at * 50}`,
      span: span(first + at * 50, Math.min(first + at * 50 + 49, first + n - 1)),
    }));
    const body = {
      number: `KTP/${first}`,
      supplier: 'PEMASOK CONTOH',
      contractNo: '027/CONTOH/2018',
      deliveredOn: '2018-03-01',
      storeId: stores.centre,
      spans: [span(first, first + n - 1)],
      boxes,
    };
    const { id } = await ok(people.clerk.call('POST', '/v1/blanks/deliveries', body));
    await ok(keepers.centre.call('POST', `/v1/blanks/deliveries/${id}/counts`, { counted: n }));
    return id as string;
  }

  const send = (from: StoreName, to: StoreName, spans: readonly { first: string; last: string }[]) =>
    keepers[from].call('POST', '/v1/blanks/shipments', {
      fromStore: stores[from],
      toStore: stores[to],
      spans,
      seals: ['SEGEL-CONTOH-1', 'SEGEL-CONTOH-2'],
      carrier: 'KURIR CONTOH',
      expectedOn: '2018-03-14',
    });

  /** Sent and accepted. */
  async function ship(from: StoreName, to: StoreName, first: number, last: number) {
    const { id } = await ok(send(from, to, [span(first, last)]));
    const body = { counted: last - first + 1, sealsWhole: true };
    await ok(keepers[to].call('POST', `/v1/blanks/shipments/${id}/counts`, body));
    return id as string;
  }

  const approve = (by: Caller, proposalId: string) =>
    by.call('POST', `/v1/proposals/${proposalId}/approve`, { assertion: { method: 'password', password: PASSWORD } });

  /** An upload as a browser sends it. */
  function form(fields: Record<string, string>, file?: { field: string; name: string; type: string; bytes: Buffer }) {
    const boundary = randomUUID();
    const parts: Buffer[] = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    if (file) {
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
      parts.push(Buffer.from(head), file.bytes, Buffer.from('\r\n'));
    }
    parts.push(Buffer.from(`--${boundary}--\r\n`));
    return { payload: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` };
  }

  return { ...given, offices, keepers, ...people, stores, ok, deliver, send, ship, approve, form, sequencer };
}
