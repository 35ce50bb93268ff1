/** For tests of this room: somebody of an institution, invited and signed in by the pages themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { publicRequest } from '../../../test/given/public-request.ts';
import type { Actor } from '../../core/access/index.ts';
import { Download, Elsewhere, type PublicPage, type PublicRequest } from '../../core/http/index.ts';
import { openMonths } from '../verification/index.ts';
import { givenMatching } from '../matching/given-matching.ts';
import { portalDoor } from './account/session.ts';
import type { Role } from './account/rules.ts';
import { room } from './room.ts';

export const PASSWORD = 'kuda biru di tepi sungai';

type Form = Readonly<Record<string, string>>;

export interface Shown {
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into the data of all pages
  readonly data: any;
  /** Where it sent the reader instead. */
  readonly to: string | null;
  readonly file: Download['file'] | null;
  /** The session that it began. */
  readonly token: string | null | undefined;
}

export async function givenPortal(house?: Parameters<typeof givenMatching>[0]) {
  const given = await givenMatching(house);
  // As the watch would have done before anybody asked.
  await given.system(openMonths);
  const workers = await given.house.startWorkers();

  const mailsTo = (mail: string): string[] => {
    const names = (): string[] => {
      try {
        return readdirSync(given.folders.messages).filter((name) => name.endsWith('.eml'));
      } catch {
        return [];
      }
    };
    return names()
      .toSorted()
      .map((name) => decoded(readFileSync(join(given.folders.messages, name), 'utf8')))
      .filter((text) => text.includes(mail));
  };
  /** The `n`th thing of a shape that came by mail. */
  async function mailed(mail: string, shape: RegExp, n = 1): Promise<string> {
    const found = () => mailsTo(mail).flatMap((text) => shape.exec(text)?.[0] ?? []);
    await expect.poll(() => found().length).toBeGreaterThanOrEqual(n);
    return found()[n - 1]!;
  }
  const invitation = (mail: string, n = 1) => mailed(mail, /[A-Z2-9]{5}(?:-[A-Z2-9]{5}){3}/, n);
  const code = (mail: string, n = 1) => mailed(mail, /(?<=: )\d{6}\b/, n);

  const pageAt = (path: string): PublicPage => room.pages!.find((page) => page.path === path)!;

  let asked = 0;
  /** Opens a page or sends its form, as `actor` or as anybody. */
  async function open(
    path: string,
    how: { actor?: Actor; form?: Form; query?: Form; over?: Partial<PublicRequest> } = {},
  ): Promise<Shown> {
    const { actor, form = null, query = {}, over = {} } = how;
    let token: string | null | undefined;
    const request = publicRequest({
      form,
      query,
      ip: `10.1.${Math.floor(asked / 250)}.${(asked++ % 250) + 1}`,
      ...(actor && { actor }),
      setSession: (_, given) => void (token = given),
      ...over,
    });
    const data = await given.transact(request.actor, (tx) => pageAt(path).load(tx, request));
    return {
      data: data instanceof Elsewhere || data instanceof Download ? null : data,
      to: data instanceof Elsewhere ? data.path : null,
      file: data instanceof Download ? data.file : null,
      token,
    };
  }

  const actorOf = (token: string) => given.system((tx) => portalDoor.find(tx, token));

  let people = 0;
  async function invited(institutionId: string, role: Role = 'administrator') {
    const mail = `orang${++people}@lembaga.example`;
    const path = `/v1/partners/institutions/${institutionId}/people`;
    const { id } = (await given.ok(
      given.dian.call('POST', path, { name: 'ORANG CONTOH', mail: mail.toUpperCase(), role }),
    )) as { id: string };
    return { id, mail };
  }

  /** Invited by the ministry, with a password, and signed in. */
  async function person(institutionId: string, role: Role = 'administrator') {
    const { id, mail } = await invited(institutionId, role);
    const form = { kode: await invitation(mail), sandi: PASSWORD, 'sandi-lagi': PASSWORD };
    const { token } = await open('/mitra/undangan', { form });
    const actor = (await actorOf(token!))!;
    return {
      id,
      mail,
      actor,
      token: token!,
      see: (path: string, query?: Form) => open(path, { actor, ...(query && { query }) }),
      send: (path: string, form: Form, over?: Partial<PublicRequest>) =>
        open(path, { actor, form, ...(over && { over }) }),
    };
  }

  return { ...given, workers, mailsTo, invitation, code, open, actorOf, invited, person };
}

export type GivenPortal = Awaited<ReturnType<typeof givenPortal>>;

/** Mails carry their text in base64. */
function decoded(mail: string): string {
  const [head = '', body = ''] = mail.split('\r\n\r\n');
  return `${head}\n${Buffer.from(body, 'base64').toString()}`;
}
