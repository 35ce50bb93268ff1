/** For tests of this room: people with cards, who open pages as a browser without a script does, and partners that ask about them. */
import { expect } from 'vitest';
import { publicRequest } from '../../../test/given/public-request.ts';
import { givenResident } from '../../../test/given/people.ts';
import { publicActor, systemActor } from '../../core/access/index.ts';
import { Download, Elsewhere, type PublicPage, type PublicRequest } from '../../core/http/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { importCards } from '../../cards/card/index.ts';
import type { Biodata } from '../../register/resident/index.ts';
import { givenVerification } from '../verification/given-partner.ts';
import { room } from './room.ts';
import { citizenDoor } from './sign-in/session.ts';

export interface Visited {
  /** What the page was given to show; `null`: there is no such page. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into pages of all shapes
  readonly data: any;
  readonly to: string | null;
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
  readonly status: number;
}

const PASSWORD = 'sawah luas empat musim';
let serial = 8_500_000;

export async function givenCitizens() {
  const given = await givenVerification();
  const operator = await given.officer({ role: 'operator', officeId: await given.office('3175') });

  function pageOf(path: string): { page: PublicPage; params: Record<string, string> } {
    const others = given.house.rooms.filter(({ name }) => name !== room.name);
    for (const page of [room, ...others].flatMap(({ pages }) => pages ?? [])) {
      const names = [...page.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
      const found = new RegExp(`^${page.path.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(path);
      if (found) return { page, params: Object.fromEntries(names.map((name, at) => [name, found[at + 1]!])) };
    }
    throw new Error(`no page answers ${path}`);
  }

  /** A browser with a cookie of its own. */
  function browser(ip = '203.0.113.30') {
    let token: string | null = null;
    async function visit(address: string, form: Record<string, string> | null = null): Promise<Visited> {
      const [path, search] = address.split('?') as [string, string | undefined];
      const { page, params } = pageOf(path);
      const actor = page.visitor
        ? token && (await given.transact(publicActor('id'), (tx) => citizenDoor.find(tx, token!)))
        : publicActor('id');
      if (!actor) return { data: null, to: '/warga/masuk', file: null, status: 303 };
      let next = token;
      const request: PublicRequest = publicRequest({
        form,
        params,
        ip,
        actor,
        query: Object.fromEntries(new URLSearchParams(search)),
        sessionOf: () => token,
        setSession: (_kind, given) => void (next = given),
      });
      const answer = await given.transact(actor, (tx) => page.load(tx, request));
      token = next;
      if (answer instanceof Elsewhere) return { data: null, to: answer.path, file: null, status: 303 };
      if (answer instanceof Download) {
        const { fileName, bytes } = answer.file;
        return { data: null, to: null, file: { name: fileName, bytes }, status: 200 };
      }
      const status = answer === null ? 404 : (page.status?.(answer) ?? 200);
      return { data: answer, to: null, file: null, status };
    }
    return {
      visit,
      get token() {
        return token;
      },
      steal: (other: string | null) => void (token = other),
    };
  }

  /** Somebody with a valid card; his serial. */
  async function holder(over: Partial<Biodata> = {}): Promise<{ nik: Nik; serial: string; uid: string }> {
    const nik = await givenResident(given, over);
    const number = String(++serial);
    const uid = `04A1B2C3${number.padStart(6, '0').slice(-6)}`;
    const rows = `nik,serial,uid,state,printed_on,office\n${nik},${number},${uid},BERLAKU,2015-03-02,31.75\n`;
    const done = await importCards(
      given.house,
      { name: 'kartu.csv', bytes: Buffer.from(rows) },
      { actor: systemActor('import') },
    );
    expect(done).toMatchObject({ created: 1, refused: 0 });
    return { nik, serial: number, uid };
  }

  const ref = (nik: Nik) => given.house.ground.personRefs.of(nik);

  async function code(nik: Nik): Promise<string> {
    const answer = await operator.call(
      'POST',
      '/v1/citizen/codes',
      { ref: ref(nik) },
      { 'jatidiri-purpose': 'service' },
    );
    expect(answer.status).toBe(200);
    return answer.body.code;
  }

  /** Signed in with a password of his own. */
  async function citizen(over: Partial<Biodata> = {}) {
    const person = await holder(over);
    const own = browser(`203.0.113.${(serial % 200) + 40}`);
    const first = { nik: person.nik, kartu: person.serial, kode: await code(person.nik) };
    expect(await own.visit('/warga/masuk/pertama', first)).toMatchObject({ to: '/warga/masuk/pilih?ke=%2Fwarga' });
    const chosen = await own.visit('/warga/masuk/pilih', { sandi: PASSWORD, ulangi: PASSWORD });
    expect(chosen.to).toBe('/warga');
    return { ...person, ...own, visit: own.visit };
  }

  return { ...given, operator, browser, holder, ref, code, citizen, password: PASSWORD };
}
