import { beforeAll, describe, expect, test } from 'vitest';
import { givenServer, PASSWORD, type GivenServer } from '../../../../test/given/serving.ts';

let given: GivenServer;
beforeAll(async () => {
  given = await givenServer();
});

async function failuresOf(username: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) {
    const { status } = await given.anybody.call('POST', '/v1/session', { username, password: 'salah salah salah' });
    statuses.push(status);
  }
  return statuses;
}

describe('signing in with a password', () => {
  test('gives a session that says who, where and what he may', async () => {
    const officer = await given.officer({ role: 'operator', officeId: await given.office('3175') });
    const { status, body } = await officer.call('GET', '/v1/session');
    expect(status).toBe(200);
    expect(body.office.regionCode).toBe('3175');
    expect(body.roles).toEqual(['operator']);
    expect(body.scopes).toContain('resident.create');
    expect(body.scopes).not.toContain('officer.manage');
    expect(body.purposes).toContainEqual({ code: 'service', label: 'Pelayanan penduduk di loket' });
  });

  test('the cookie with the session is out of reach for scripts, the other is not', async () => {
    const { username } = await given.officer({ role: 'operator' });
    const { headers } = await given.anybody.call('POST', '/v1/session', { username, password: PASSWORD });
    const [session, csrf] = headers['set-cookie'] as string[];
    expect(session).toMatch(/^jatidiri_session=.*HttpOnly; SameSite=Strict$/);
    expect(csrf).toMatch(/^jatidiri_csrf=.*SameSite=Strict$/);
    expect(csrf).not.toContain('HttpOnly');
  });

  test('an unknown name and a wrong password are refused in the same words', async () => {
    const wrong = await given.anybody.call('POST', '/v1/session', { username: 'satu', password: 'salah' });
    const unknown = await given.anybody.call('POST', '/v1/session', { username: 'tidakada', password: 'salah' });
    expect([wrong.status, wrong.body.title]).toEqual([401, unknown.body.title]);
    expect(unknown.status).toBe(401);
  });

  test('an account that failed three times waits, longer each time, and a right password does not help meanwhile', async () => {
    const { username } = await given.officer({ role: 'operator' });
    expect(await failuresOf(username, 4)).toEqual([401, 401, 401, 429]);
    const right = await given.anybody.call('POST', '/v1/session', { username, password: PASSWORD });
    expect(right.status).toBe(429);
    expect(right.body.code).toBe('officer.wait');
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('nobody is locked out for good: after the wait the right password opens and the count begins anew', async () => {
    const { username } = await given.officer({ role: 'operator' });
    await failuresOf(username, 3);
    await given.system(async (tx) => {
      await tx.client.query(`update officer.attempt set failed_at = failed_at - interval '1 hour'`);
    });
    await given.signIn(username);
    expect(await failuresOf(username, 2)).toEqual([401, 401]);
  });

  test('twenty guesses sent at once do not get twenty answers', async () => {
    const { username } = await given.officer({ role: 'operator' });
    const guesses = await Promise.all(Array.from({ length: 20 }, () => failuresOf(username, 1)));
    expect(guesses.flat().filter((status) => status === 401).length).toBeLessThanOrEqual(4);
  });

  test('each failure is in the ledger, though the act was refused', async () => {
    const count = () =>
      given.system(async (tx) => {
        const { rows } = await tx.client.query(
          `select 1 from ledger.pending where body like '%officer.sign_in_failed%'`,
        );
        return rows.length;
      });
    const before = await count();
    await failuresOf('bukan.siapa', 1);
    expect(await count()).toBe(before + 1);
  });
});

describe('a session', () => {
  test('ends when the officer signs out, at once', async () => {
    const officer = await given.officer({ role: 'operator' });
    expect((await officer.call('GET', '/v1/session')).status).toBe(200);
    expect((await officer.call('DELETE', '/v1/session')).status).toBe(204);
    expect((await officer.call('GET', '/v1/session')).status).toBe(401);
  });

  test('ends after half an hour away, and after a shift', async () => {
    for (const change of [`seen_at = now() - interval '31 minutes'`, `expires_at = now() - interval '1 second'`]) {
      const officer = await given.officer({ role: 'operator' });
      await given.system(async (tx) => {
        await tx.client.query(`update officer.session set ${change} where officer_id = $1`, [officer.officerId]);
      });
      given.house.ground.actors.forget(officer.officerId);
      expect((await officer.call('GET', '/v1/session')).status).toBe(401);
    }
  });

  test('on another device can be seen and ended', async () => {
    const { username, ...desk } = await given.officer({ role: 'operator' });
    const phone = await given.signIn(username);
    const { body } = await desk.call('GET', '/v1/sessions');
    expect(body.sessions).toHaveLength(2);
    const other = body.sessions.find((session: { current: boolean }) => !session.current);
    expect((await desk.call('DELETE', `/v1/sessions/${other.id}`)).status).toBe(204);
    expect((await phone.call('GET', '/v1/session')).status).toBe(401);
    expect((await desk.call('GET', '/v1/session')).status).toBe(200);
  });

  test('of somebody else cannot be ended', async () => {
    const mine = await given.officer({ role: 'operator' });
    const other = await given.officer({ role: 'operator' });
    const { body } = await other.call('GET', '/v1/sessions');
    expect((await mine.call('DELETE', `/v1/sessions/${body.sessions[0].id}`)).status).toBe(404);
  });

  test('a new password needs the old one and ends the sessions elsewhere', async () => {
    const { username, ...desk } = await given.officer({ role: 'operator' });
    const phone = await given.signIn(username);
    const newPassword = 'sepeda biru tanpa lampu';
    const wrong = await desk.call('PUT', '/v1/me/password', { password: 'salah', newPassword });
    expect([wrong.status, wrong.body.code]).toEqual([403, 'officer.password_wrong']);
    expect((await desk.call('PUT', '/v1/me/password', { password: PASSWORD, newPassword })).status).toBe(204);
    expect((await phone.call('GET', '/v1/session')).status).toBe(401);
    expect((await desk.call('GET', '/v1/session')).status).toBe(200);
    await given.signIn(username, newPassword);
  });

  test('a password that holds the user name is refused', async () => {
    const { username, ...desk } = await given.officer({ role: 'operator' });
    const weak = await desk.call('PUT', '/v1/me/password', {
      password: PASSWORD,
      newPassword: `${username} dan kawan`,
    });
    expect(weak.body.code).toBe('officer.password_weak');
  });
});

describe('a one-time code', () => {
  test('lets a new officer set a password and works once', async () => {
    const admin = await given.signIn('satu');
    const added = await admin.call('POST', '/v1/officers', { username: 'baru.sekali', name: 'Petugas Baru' });
    expect(added.status).toBe(200);
    const { officerId, code } = added.body;
    await given.system(async (tx) => {
      const { changePost } = await import('../index.ts');
      const { systemActor } = await import('../../../core/access/index.ts');
      const officeId = await given.office('3175');
      const grant = {
        change: 'grant',
        officerId,
        officeId,
        role: 'operator',
        from: '2018-01-01',
        until: null,
      } as const;
      await changePost(tx, systemActor('test'), grant);
    });
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const enrolled = await given.anybody.call('POST', '/v1/enrolment', { code: typed, password: PASSWORD });
    expect(enrolled.status).toBe(200);
    const again = await given.anybody.call('POST', '/v1/enrolment', { code, password: PASSWORD });
    expect(again.body.code).toBe('officer.code_wrong');
  });
});
