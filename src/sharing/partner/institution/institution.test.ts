import { beforeEach, describe, expect, test } from 'vitest';
import { givenMinistry } from '../given-partner.ts';
import { fileDocuments } from '../ladder/document.ts';

const given = await givenMinistry();
const { ok, dian, act, actor, institutions, opened, paper, page, clock } = given;
beforeEach(() => clock.moveTo(new Date('2018-03-01T02:00:00Z')));

const take = (id: string, over: object) => dian.call('POST', `/v1/partners/cooperations/${id}/steps`, over);
const bank = { name: 'BANK CONTOH SATU', kind: 'bank', sector: 'finance' };

describe('an institution', () => {
  test('is entered once; a company names who supervises it, a regional government its region', async () => {
    const [ojk] = await institutions(1, { name: 'OTORITAS CONTOH', kind: 'agency', sector: 'finance' });
    const enter = (over: object) => dian.call('POST', '/v1/partners/institutions', { ...bank, ...over });
    const refusals = [
      await enter({}),
      await enter({ supervisorId: '00000000-0000-7000-8000-00000000ffff' }),
      await enter({ kind: 'regional_government', sector: 'government' }),
      await enter({ supervisorId: ojk, regionCode: '99' }),
      await enter({ supervisorId: ojk, mail: 'bukan surel' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'partner.supervisor_needed',
      'partner.supervisor_not',
      'partner.region_needed',
      'partner.region_unknown',
      'http.input_invalid',
    ]);
    const { id } = await ok(enter({ supervisorId: ojk }));
    expect((await enter({ supervisorId: ojk, name: 'Bank contoh SATU' })).body.code).toBe('partner.institution_known');
    expect(await page(id)).toMatchObject({
      free: false,
      needsSupervisor: true,
      supervisor: { name: 'OTORITAS CONTOH' },
    });
  });

  test('is the centre’s to enter; others see what is of their own region, and whoever has no part in it nothing', async () => {
    const [regional] = await institutions(1, { kind: 'regional_government', regionCode: '3273' });
    const [central] = await institutions(1);
    const at = async (region: string) => given.officer({ role: 'leadership', officeId: await given.office(region) });
    const [bandung, jakarta] = [await at('3273'), await at('3175')];
    const see = async (who: typeof dian, id: string | undefined) =>
      (await who.call('GET', `/v1/partners/institutions/${id}`)).status;
    expect([await see(bandung, regional), await see(bandung, central), await see(jakarta, regional)]).toEqual([
      200, 404, 404,
    ]);
    expect((await jakarta.call('GET', '/v1/partners/board')).body.lines).toEqual([]);
    expect((await jakarta.call('GET', '/v1/partners/ladder')).body.code).toBe('access.outside_jurisdiction');
    const regionalOfficer = await given.officer({ role: 'ministry_officer', officeId: await given.office('3273') });
    const body = { name: 'RSUD CONTOH', kind: 'agency', sector: 'health' };
    expect((await regionalOfficer.call('POST', '/v1/partners/institutions', body)).body.code).toBe(
      'access.outside_jurisdiction',
    );
    const operator = await given.officer({ role: 'operator', officeId: await given.office('3273') });
    expect((await operator.call('GET', '/v1/partners/board')).body.code).toBe('access.scope_missing');
  });

  test('has units; it is corrected, and closed when its cooperation has ended', async () => {
    const [id] = await institutions(1);
    const at = `/v1/partners/institutions/${id}`;
    const unit = await ok(dian.call('POST', `${at}/units`, { name: 'Direktorat Contoh' }));
    expect((await dian.call('POST', `${at}/units`, { name: 'DIREKTORAT contoh' })).body.code).toBe(
      'partner.unit_known',
    );
    await ok(dian.call('POST', `${at}/units/${unit.id}/closing`));
    expect((await dian.call('POST', `${at}/units/${unit.id}/closing`)).body.code).toBe('partner.unit_not_found');
    await ok(dian.call('PUT', at, { name: 'KEMENTERIAN CONTOH BARU', kind: 'ministry', sector: 'health' }));
    const [pass] = await opened([id!]);
    const closing = () => dian.call('POST', `${at}/closing`, { reason: 'digabung dengan yang lain' });
    expect((await closing()).body.code).toBe('partner.institution_works');
    await act((tx) => fileDocuments(tx, actor, [paper(pass!, 'withdrawal')]));
    await ok(
      take(pass!, {
        to: 'WITHDRAWN',
        occurredOn: '2018-03-01',
        reason: 'institution_closed',
        words: 'lembaga digabung',
      }),
    );
    await ok(closing());
    expect(await page(id!)).toMatchObject({ name: 'KEMENTERIAN CONTOH BARU', state: 'closed' });
    await expect(opened([id!])).rejects.toMatchObject({ code: 'partner.institution_closed' });
  });

  test('a list of institutions is searched by name and turned page by page', async () => {
    await institutions(60);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const query = cursor ? `?search=lembaga contoh&cursor=${encodeURIComponent(cursor)}` : '?search=lembaga contoh';
      const { institutions: list, next } = await ok(dian.call('GET', `/v1/partners/institutions${query}`));
      seen.push(...list.map(({ id }: { id: string }) => id));
      if (!next) break;
      cursor = next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(60);
  });
});
