import { expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { givenActor, givenSigningOffice } from '../../../test/given/people.ts';
import { newId } from '../../core/id/index.ts';
import { getIssuer, mayAt, titleOf } from './signatory.ts';

const given = await givenHouse();
const head = await givenSigningOffice(given);
const issuerAt = (officeId: string | null) => given.system((tx) => getIssuer(tx, { ...givenActor(), officeId }));

test('the head of the office signs, with his NIP and the name of the region', async () => {
  expect(await issuerAt(head)).toEqual({
    office: { id: head, name: 'Dinas Kependudukan dan Pencatatan Sipil 3175' },
    issuer: {
      place: 'Kota Administrasi Jakarta Timur',
      title: ['Kepala Dinas Kependudukan dan Pencatatan Sipil 3175', 'Kota Administrasi Jakarta Timur'],
      name: 'Dra. RETNO CONTOH, M.Si.',
      employeeNumber: '196904121994032001',
    },
  });
});

test('at a counter of a unit the head of the office above both signs', async () => {
  const [unit, counter] = [newId(), newId()];
  await given.system(async (tx) => {
    const insert = `insert into office.office (id, kind, name, region_code, zone, parent_id, opened_on)
                    values ($1, $2, $3, '317507', 'Asia/Jakarta', $4, '2010-01-01')`;
    await tx.client.query(insert, [unit, 'unit', 'UPT Duren Sawit', head]);
    await tx.client.query(insert, [counter, 'counter', 'Loket Duren Sawit', unit]);
  });
  expect((await issuerAt(counter)).office.id).toBe(head);
});

test('nobody signs where the post ended', async () => {
  const office = await givenSigningOffice(given, '3174');
  await given.system(async (tx) => {
    await tx.client.query(`update officer.post set until_on = '2018-12-10' where office_id = $1`, [office]);
  });
  for (const at of [office, null]) await expect(issuerAt(at)).rejects.toMatchObject({ code: 'officer.no_signatory' });
});

test('a lent role counts where it was lent, while the lender holds it', async () => {
  const office = await givenSigningOffice(given, '3173');
  const deputy = newId();
  await given.system(async (tx) => {
    await tx.client.query(
      `insert into officer.officer (id, pseudonym, username, name, state) values ($1, 'p-deputy', 'wakil', 'WAKIL CONTOH', 'active')`,
      [deputy],
    );
    await tx.client.query(
      `insert into officer.delegation (id, from_officer_id, to_officer_id, office_id, role, from_on, until_on, reason)
       select $1, officer_id, $2, office_id, role, '2018-12-11', '2018-12-20', 'cuti tahunan' from officer.post where office_id = $3`,
      [newId(), deputy, office],
    );
  });
  const may = (at: string, scope: 'application.decide' | 'officer.manage') =>
    given.system((tx) => mayAt(tx, deputy, at, scope));
  expect([
    await may(office, 'application.decide'),
    await may(head, 'application.decide'),
    await may(office, 'officer.manage'),
  ]).toEqual([true, false, false]);
  await given.system(async (tx) => {
    await tx.client.query(`update officer.post set until_on = '2018-12-10' where office_id = $1`, [office]);
  });
  expect(await may(office, 'application.decide')).toBe(false);
});

test('the region is not said twice, and a long name is broken between words', () => {
  expect(titleOf('Dinas Kependudukan dan Pencatatan Sipil KOTA BANDUNG', 'Kota Bandung')).toEqual([
    'Kepala Dinas Kependudukan dan Pencatatan Sipil',
    'Kota Bandung',
  ]);
  const lines = titleOf('Kantor '.repeat(20).trim(), 'Kota Contoh');
  expect(lines.every((line) => line.length <= 80)).toBe(true);
});

test('at the centre a Direktur or Sekretaris signs, not the head of an office', () => {
  expect(titleOf('Direktorat Jenderal CONTOH', 'Republik Indonesia')[0]).toBe('Direktur Jenderal CONTOH');
  expect(titleOf('Sekretariat CONTOH', 'Republik Indonesia')[0]).toBe('Sekretaris CONTOH');
});
