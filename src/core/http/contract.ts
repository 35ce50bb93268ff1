import type { z } from 'zod';
import type { Language } from '../text/index.ts';

/** The file answers of a route: media type and bytes. */
export interface FileAnswer {
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The download that a route gives: made while it is sent, as fast as the line takes it. */
export interface DownloadAnswer {
  readonly mediaType: string;
  readonly fileName: string;
  /** Begun once the act has committed; what breaks on the way breaks the line, so that nobody takes a part for the whole. */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** How long it is, where that is known. */
  readonly byteCount: number | null;
}

/**
 * What a route takes and gives: Zod only, so that a browser can import it. `params`, `query` and `body` are merged into
 * one flat input (a name may stand in one of them only). A NIK or a name never stands in `params` or `query`.
 */
export interface Contract<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Output extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/v1`, but for what speaks as another system does; with `:names` for params. */
  readonly path: `/${string}`;
  readonly summary: Readonly<Record<Language, string>>;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly output: Output;
  /**
   * `file`: the handler gives a `FileAnswer`. `upload`: multipart; the input has `file: {name, bytes}` beside the body's fields.
   * `stream`: the body is bytes that are taken piece by piece (see `streamed`). `download`: the handler gives a `DownloadAnswer`.
   */
  readonly kind?: 'json' | 'file' | 'upload' | 'stream' | 'download';
  /**
   * The body comes as a form (`application/x-www-form-urlencoded`), as OAuth has it, and refusals name its `error` too; `or_json`: as
   * a form or as JSON, whatever its type is called, with numbers as they were written.
   */
  readonly form?: boolean | 'or_json';
  /** Doing it twice does no harm (a search by POST, sign-in): no `Idempotency-Key`. GET always is. */
  readonly repeatable?: boolean;
  /** The largest body in bytes, where a megabyte is too little. */
  readonly mostBytes?: number;
}

// An object schema or none.
export type Shape = z.ZodObject<z.ZodRawShape> | undefined;

type Of<S extends Shape> = S extends z.ZodType ? z.output<S> : unknown;
type GivenOf<S extends Shape> = S extends z.ZodType ? z.input<S> : unknown;

export type InputOf<C extends Contract> = C extends Contract<infer P, infer Q, infer B> ? Of<P> & Of<Q> & Of<B> : never;
/** What a caller writes, before defaults. */
export type CallOf<C extends Contract> =
  C extends Contract<infer P, infer Q, infer B> ? GivenOf<P> & GivenOf<Q> & GivenOf<B> : never;
export type OutputOf<C extends Contract> = C extends { kind: 'file' }
  ? FileAnswer
  : C extends { kind: 'download' }
    ? DownloadAnswer
    : z.input<C['output']>;
export type AnswerOf<C extends Contract> = z.output<C['output']>;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Declares a contract; only keeps its exact type. */
export function contract<
  const M extends Contract['method'],
  const P extends `/${string}`,
  O extends z.ZodType,
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
  const K extends 'json' | 'file' | 'upload' | 'stream' | 'download' = 'json',
>(given: {
  method: M;
  path: P;
  summary: Record<Language, string>;
  params?: Params;
  query?: Query;
  body?: Body;
  output: O;
  kind?: K;
  form?: boolean | 'or_json';
  repeatable?: boolean;
  mostBytes?: number;
}): {
  method: M;
  path: P;
  summary: Record<Language, string>;
  params: Params;
  query: Query;
  body: Body;
  output: O;
  kind: K;
  form?: boolean | 'or_json';
  repeatable?: boolean;
  mostBytes?: number;
} {
  return given as never;
}
