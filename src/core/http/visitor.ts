/**
 * People who are no officers and sign in on the public pages: a citizen, somebody of an institution. Each kind has a cookie of its own,
 * which scripts cannot read and other sites cannot make a browser send, and a room that knows whose it is.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import type { FileAnswer } from './contract.ts';
import { attachment } from './headers.ts';

export const VISITOR_KINDS = ['citizen', 'institution'] as const;
export type VisitorKind = (typeof VISITOR_KINDS)[number];

/** What a room brings for a kind of visitor. */
export interface VisitorDoor {
  readonly kind: VisitorKind;
  /** Where one signs in: a public page without `visitor`. It finds where the visitor wanted to go in `?ke=`. */
  readonly signIn: `/${string}`;
  /** Who acts in a living session; `null` for any other token. Tells the session that it was used. */
  readonly find: (tx: Tx, token: string) => Promise<Actor | null>;
}

/** Declares a door; only keeps its type together. */
export function visitorDoor(given: VisitorDoor): VisitorDoor {
  return given;
}

/** The session's token from the request's cookies, by the kind of visitor. */
export const VISITOR_COOKIES: Readonly<Record<VisitorKind, string>> = {
  citizen: 'jatidiri_warga',
  institution: 'jatidiri_mitra',
};

/** Said by a page's `load` instead of data: go there. What was sent is then not sent again by reloading. */
export class Elsewhere {
  readonly path: `/${string}`;
  constructor(path: `/${string}`) {
    this.path = path;
  }
}

/** Said by a page's `load` instead of data: a file to keep. */
export class Download {
  readonly file: FileAnswer;
  constructor(file: FileAnswer) {
    this.file = file;
  }
}

/** Applied when the page's act has committed. */
export type SetSession = (kind: VisitorKind, token: string | null, maxAgeSeconds?: number) => void;

export interface SessionChange {
  readonly kind: VisitorKind;
  readonly token: string | null;
  readonly maxAgeSeconds: number | undefined;
}

export function tokenOf(request: FastifyRequest, kind: VisitorKind): string | null {
  return request.cookies[VISITOR_COOKIES[kind]] ?? null;
}

export function keepSession(reply: FastifyReply, { kind, token, maxAgeSeconds }: SessionChange, origin: string): void {
  void reply.setCookie(VISITOR_COOKIES[kind], token ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: origin.startsWith('https:'),
    ...(token === null ? { maxAge: 0 } : maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
  });
}

/** To the page where one signs in, and from there back: only to a path of ours, and only to what can be opened again. */
export function signInPath(door: VisitorDoor, request: FastifyRequest): string {
  const back = request.method === 'GET' ? request.url : request.url.split('?')[0]!;
  return `${door.signIn}?ke=${encodeURIComponent(back)}`;
}

/** Where somebody wanted to go before he signed in, if that is one of our own pages. */
export function wayBack(wanted: string | undefined, otherwise: `/${string}`): `/${string}` {
  return wanted !== undefined && /^\/[\w-]+(?:\/[\w-]+)*(?:\?[\w=&%.~-]*)?$/.test(wanted)
    ? (wanted as `/${string}`)
    : otherwise;
}

export function sendFile(reply: FastifyReply, { mediaType, fileName, bytes }: FileAnswer): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', attachment(fileName))
    .type(mediaType)
    .send(bytes);
}
