/** For tests of this room: a server with two officers of the ministry, an office, and lists to upload. */
import { givenServer, PASSWORD, type Answer, type Caller } from '../../../test/given/serving.ts';

export async function givenVoter() {
  const given = await givenServer();
  const dian = await given.officer({ role: 'ministry_officer' });
  const bagus = await given.officer({ role: 'ministry_officer' });
  const office = await given.office('3175');
  const operator = await given.officer({ role: 'operator', officeId: office });

  async function ok(answer: Promise<Answer>) {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  }
  const approve = (by: Caller, proposalId: string) =>
    by.call('POST', `/v1/proposals/${proposalId}/approve`, { assertion: { method: 'password', password: PASSWORD } });

  const ELECTION = {
    nameId: 'Pemilihan Umum 2019',
    nameEn: 'General election of 2019',
    kind: 'pemilu' as const,
    votingDay: '2019-04-17',
    cutoff: '2018-12-01',
    area: [] as string[],
  };
  /** An election that two officers have opened. */
  async function opened(over: Partial<Record<keyof typeof ELECTION, unknown>> = {}): Promise<string> {
    const { id, proposalId } = await ok(dian.call('POST', '/v1/voters/elections', { ...ELECTION, ...over }));
    await ok(approve(bagus, proposalId));
    return id;
  }

  const LETTER = { issuer: 'MABES CONTOH', number: 'B/1/2018', datedOn: '2018-11-01', dryRun: 'false' };
  /** Uploads a list, as the screen does. */
  function list(kind: string, rows: readonly string[], over: Partial<typeof LETTER> = {}): Promise<Answer> {
    const boundary = 'batas';
    const parts = [
      `--${boundary}\r\ncontent-disposition: form-data; name="body"\r\n\r\n${JSON.stringify({ kind, ...LETTER, ...over })}\r\n`,
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="daftar.csv"\r\ncontent-type: text/csv\r\n\r\n`,
      `${rows.join('\n')}\n\r\n--${boundary}--\r\n`,
    ];
    return dian.call('POST', '/v1/voters/sources', Buffer.from(parts.join('')), {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  }
  return { ...given, dian, bagus, operator, ok, approve, ELECTION, opened, list };
}
