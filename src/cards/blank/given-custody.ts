/** For tests of the routes and screens: a centre and a regency, each with its keepers, and who decides over them. */
import { allRooms } from '../../house.ts';
import { DITJEN_ID } from '../../register/office/index.ts';
import { givenServer, type Caller, type GivenServer } from '../../../test/given/serving.ts';

export interface GivenCustody extends GivenServer {
  readonly regencyOffice: string;
  /** Records what suppliers bring. */
  readonly clerk: Caller;
  readonly centre: Caller;
  readonly ministry: Caller;
  /** Keeps the regency's store; `next` is another keeper at its office. */
  readonly keeper: Caller;
  readonly next: Caller;
  readonly head: Caller;
  readonly centreStore: string;
  readonly regencyStore: string;
  /** A delivery of `n` blanks from `first`, in boxes of 500, counted by the centre's keeper. */
  deliver(first: number, n: number): Promise<string>;
  /** From the centre to the regency. */
  send(first: number, last: number): Promise<{ id: string; number: string }>;
}

export async function givenCustody(): Promise<GivenCustody> {
  const given = await givenServer({ rooms: allRooms });
  const regencyOffice = await given.office('3175');
  const at = (role: Parameters<GivenServer['officer']>[0]['role'], officeId: string, username: string) =>
    given.officer({ role, officeId, username });
  const clerk = await at('store_keeper', DITJEN_ID, 'pencatat');
  const centre = await at('store_keeper', DITJEN_ID, 'pusat');
  const ministry = await at('ministry_officer', DITJEN_ID, 'kementerian');
  const keeper = await at('store_keeper', regencyOffice, 'gudang');
  const next = await at('store_keeper', regencyOffice, 'pengganti');
  const head = await at('office_head', regencyOffice, 'kepala');
  const done = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as { id: string; number: string };
  };
  const open = (officeId: string, name: string, kind: string, keeperId: string) =>
    done(ministry.call('POST', '/v1/blanks/stores', { officeId, name, kind, keeperId }));
  const { id: centreStore } = await open(DITJEN_ID, 'Gudang pusat', 'centre', centre.officerId);
  const { id: regencyStore } = await open(regencyOffice, 'Gudang Jakarta Timur', 'regency', keeper.officerId);
  return {
    ...given,
    regencyOffice,
    clerk,
    centre,
    ministry,
    keeper,
    next,
    head,
    centreStore,
    regencyStore,
    async deliver(first, n) {
      const boxes = Array.from({ length: Math.ceil(n / 500) }, (_, place) => {
        const from = first + place * 500;
        const last = Math.min(from + 499, first + n - 1);
        return { code: `BOKS-${from}`, span: { first: String(from), last: String(last) } };
      });
      const { id } = await done(
        clerk.call('POST', '/v1/blanks/deliveries', {
          number: `KTP/${first}`,
          supplier: 'PEMASOK CONTOH',
          contractNo: '027/CONTOH/2018',
          deliveredOn: '2018-12-03',
          storeId: centreStore,
          spans: [{ first: String(first), last: String(first + n - 1) }],
          boxes,
        }),
      );
      await done(centre.call('POST', `/v1/blanks/deliveries/${id}/counts`, { counted: n }));
      return id;
    },
    send(first, last) {
      return done(
        centre.call('POST', '/v1/blanks/shipments', {
          fromStore: centreStore,
          toStore: regencyStore,
          spans: [{ first: String(first), last: String(last) }],
          seals: ['SEGEL-CONTOH-1'],
          carrier: 'KURIR CONTOH',
          expectedOn: '2018-12-14',
        }),
      );
    },
  };
}
