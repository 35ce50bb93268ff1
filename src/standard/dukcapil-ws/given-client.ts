/** For tests of this room: a house that answers existing clients, and clients of connected institutions. */
import { keptLog } from '../../../test/given/kept-log.ts';
import { givenResident } from '../../../test/given/people.ts';
import { givenVerification } from '../../sharing/verification/given-partner.ts';

export interface Client {
  readonly id: string;
  readonly userId: string;
  readonly password: string;
}

const HERE = '203.0.113.9';
const PATH = '/dukcapil/get_json/LEMBAGA_CONTOH/CALL_VERIFY_BY_ELEMEN';

export async function givenOldClients() {
  /** Everything that the server wrote into its log. */
  const { log, lines } = keptLog();
  const given = await givenVerification({ config: { dukcapilWs: 'on' }, log });
  const siti = await givenResident(given);
  const partner = await given.partner();

  async function grantOf({ id }: { id: string }): Promise<string> {
    return (await given.page(id)).passes[0].grants.find(({ endedAt }: { endedAt: unknown }) => endedAt === null).id;
  }
  const made = (grantId: string): Promise<Client> =>
    given.ok(
      given.dian.call('POST', `/v1/partners/grants/${grantId}/old-credentials`, {
        basis: 'contract',
        unit: 'KC Contoh',
      }),
    );
  async function clientOf(over: Parameters<typeof given.partner>[0] = {}) {
    const of = await given.partner(over);
    return { of, client: await made(await grantOf(of)) };
  }

  /** A question as clients write it, of SITI unless it says otherwise. */
  function body({ userId, password }: Client, over: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      USER_ID: userId,
      PASSWORD: password,
      IP_USER: HERE,
      TRESHOLD: '80',
      NIK: siti,
      NAMA_LGKP: 'SITI CONTOH RAHAYU',
      TGL_LHR: '05-08-1990',
      JENIS_KLMIN: 'PEREMPUAN',
      ...over,
    };
  }

  const ask = (payload: string | object, headers: Record<string, string> = {}, path = PATH) =>
    given.inject('POST', path, payload, headers);
  /** Status and what stands in `content`. */
  async function said(payload: string | object, headers?: Record<string, string>, path?: string) {
    const { status, body: reply } = await ask(payload, headers, path);
    return [status, reply.content[0]];
  }
  const code = async (payload: string | object, path?: string) => {
    const [status, content] = await said(payload, {}, path);
    return [status, content.RESPONSE_CODE, content.RESPON];
  };

  const client = await made(await grantOf(partner));
  return { ...given, lines, siti, oldPartner: partner, client, grantOf, made, clientOf, body, askOld: ask, said, code };
}
