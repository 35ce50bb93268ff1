/** For tests of this room: banks that pay and ask, in a house in which the tariff of PP 10/2023 applies from 2018 on. */
import { Client } from 'pg';
import { quietPool } from '../../core/db/index.ts';
import { openPrepaid, prepaidStore } from '../verification/budget/prepaid.ts';
import { givenMatching } from '../matching/given-matching.ts';

export interface Call {
  readonly institutionId: string;
  readonly grantId: string;
  readonly at: string;
  readonly refs: readonly string[];
  readonly price: number;
}

export async function givenMetering() {
  const given = await givenMatching({ config: { tariffFrom: '2018-01-01' } });
  const [authority] = await given.institutions(1, { name: 'OTORITAS CONTOH', kind: 'agency', sector: 'finance' });
  await given.climbed([authority!], 'CONNECTED', { kind: 'agency' });
  const pool = quietPool({ ...given.connection, max: 4, options: '-c role=jatidiri_system' });
  let numbered = 0;

  const number = (digits: number) => String(++numbered).padStart(digits, '0');

  const bank = (over: { mail?: string; name?: string } = {}, grant: object = {}) =>
    given.partner(grant, { institution: { kind: 'bank', sector: 'finance', supervisorId: authority!, ...over } });

  const order = async (institutionId: string, amount: number, over: object = {}) =>
    (await given.ok(
      given.dian.call('POST', `/v1/partners/institutions/${institutionId}/orders`, {
        billingCode: number(15),
        amount,
        orderedOn: '2018-10-01',
        validUntil: '2030-12-31',
        ...over,
      }),
    )) as { id: string };

  const pay = (orderId: string, over: object = {}) =>
    given.dian.call('POST', `/v1/partners/orders/${orderId}/payments`, {
      ntpn: `A${number(15)}`,
      paidOn: '2018-10-02',
      ...over,
    });

  /** A balance that was ordered and paid; gives the payment's id. */
  async function funded(institutionId: string, amount: number): Promise<string> {
    const { id } = await order(institutionId, amount);
    const answer = await given.ok(pay(id));
    return answer.id as string;
  }

  const account = (institutionId: string) =>
    given.ok(given.dian.call('GET', `/v1/partners/institutions/${institutionId}/account`));

  /** What the answering processes may still take, and have taken. */
  async function purse(institutionId: string): Promise<{ left: number; taken: number }> {
    const { rows } = await pool.query<{ left: string; taken: string }>(
      'select left_over as left, taken from verification_read.purse where institution_id = $1',
      [institutionId],
    );
    return { left: Number(rows[0]?.left ?? 0), taken: Number(rows[0]?.taken ?? 0) };
  }

  async function asSuperuser(statement: string, calls: readonly Call[]): Promise<void> {
    const client = new Client(given.superuser);
    await client.connect();
    try {
      await client.query(statement, [JSON.stringify(calls)]);
    } finally {
      await client.end();
    }
  }

  /** Calls as answering leaves them: of days that a test cannot wait for. */
  const answered = (calls: readonly Call[]) =>
    asSuperuser(
      `insert into verification.call (entry, at, institution_id, grant_id, unit, refs, matched, partial, mismatched, price)
       select gen_random_uuid(), r.at, r."institutionId", r."grantId", 'KC', array(select json_array_elements_text(r.refs)), json_array_length(r.refs), 0, 0, r.price
         from json_to_recordset($1::json) as r(at timestamptz, "institutionId" uuid, "grantId" uuid, refs json, price int)`,
      calls,
    );

  /** The same, with what processes have taken for them. */
  async function called(calls: readonly Call[]): Promise<void> {
    await answered(calls);
    await asSuperuser(
      `with taken as (
         insert into verification.portion as p (institution_id, day, taken)
         select r."institutionId", (r.at at time zone 'Asia/Jakarta')::date, sum(json_array_length(r.refs) * r.price)
           from json_to_recordset($1::json) as r(at timestamptz, "institutionId" uuid, refs json, price int) where r.price > 0 group by 1, 2
         on conflict (institution_id, day) do update set taken = p.taken + excluded.taken)
       update verification.purse w set left_over = w.left_over - s.n
         from (select r."institutionId" as id, sum(json_array_length(r.refs) * r.price) as n
                 from json_to_recordset($1::json) as r("institutionId" uuid, refs json, price int) group by 1) s where w.institution_id = s.id`,
      calls,
    );
  }

  async function grantOf(institutionId: string): Promise<string> {
    const { rows } = await pool.query<{ id: string }>(
      'select grant_id as id from partner_read.access_grant where institution_id = $1 order by ended_at nulls first limit 1',
      [institutionId],
    );
    return rows[0]!.id;
  }

  /** A process with its own memory over the one database. */
  const process = () => openPrepaid(prepaidStore(pool));

  return {
    ...given,
    authority: authority!,
    pool,
    bank,
    order,
    pay,
    funded,
    account,
    purse,
    answered,
    called,
    grantOf,
    process,
  };
}
