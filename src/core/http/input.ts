import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { FieldFault, Refusal } from '../refusal/index.ts';
import type { Speaker } from '../text/index.ts';
import type { Contract, Shape, UploadedFile } from './contract.ts';
import { faultsOf } from './faults.ts';
import { refuseHttp } from './refusals.ts';

/** The largest file that an upload takes. */
export const MOST_FILE_BYTES = 12 * 1024 * 1024;
export const MOST_BODY_BYTES = 1024 * 1024;

/** What the contract says of params, query and body, merged into one flat input; refuses with every fault at once. */
export async function readInput(contract: Contract, request: FastifyRequest, speaker: Speaker): Promise<unknown> {
  const faults: FieldFault[] = [];
  const input: Record<string, unknown> = {};
  const read = (shape: Shape, given: unknown) => {
    if (!shape) return;
    const result = (shape as z.ZodType).safeParse(given ?? {}, { reportInput: true });
    if (result.success) Object.assign(input, result.data);
    else faults.push(...faultsOf(result.error.issues, speaker));
  };
  const upload = contract.kind === 'upload' ? await readForm(request) : null;
  read(contract.params, request.params);
  read(contract.query, request.query);
  read(contract.body, upload ? upload.fields : request.body);
  if (upload) {
    if (upload.file) input['file'] = upload.file;
    else faults.push({ path: 'file', code: 'fault.file' });
  }
  if (faults.length > 0) throw inputInvalid(faults);
  return input;
}

export function inputInvalid(faults: readonly FieldFault[]): Refusal {
  return refuseHttp('http.input_invalid', { values: { count: faults.length }, faults });
}

/** A form has one part `file`, and its fields as JSON in the part `body` or as parts of their own. */
export async function readForm(request: FastifyRequest): Promise<{ fields: unknown; file: UploadedFile | null }> {
  if (!request.isMultipart()) throw refuseHttp('http.media_type');
  const fields: Record<string, unknown> = {};
  let file: UploadedFile | null = null;
  for await (const part of request.parts({ limits: { fileSize: MOST_FILE_BYTES, files: 1, fields: 60 } })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      file = { name: part.filename, bytes };
    } else if (part.fieldname === 'body') {
      Object.assign(fields, jsonOf(String(part.value)));
    } else {
      fields[part.fieldname] = part.value;
    }
  }
  return { fields, file };
}

function jsonOf(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object') return value;
  } catch {
    // refused below
  }
  throw refuseHttp('http.body_unreadable');
}
