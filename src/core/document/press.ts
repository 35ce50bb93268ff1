import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type CivilDate } from '../time/index.ts';
import { type Crew, crewOf } from './crew.ts';
import { refuse } from './refusals.ts';
import { qrSvg } from './qr-picture.ts';

/** A paper's shape: the Typst file under `src/` and the data that it takes. */
export interface Template<Data = unknown> {
  /** `family_card`; also what the register of papers calls the kind. */
  readonly name: string;
  readonly source: URL;
  readonly shape: z.ZodType<Data>;
}

/** What stands on the paper beside its data: the day of issue (also the file's own date) and the code that proves it. */
export interface Stamp {
  readonly issuedOn: CivilDate;
  /** Printed under the code for those who cannot scan. */
  readonly documentId?: string;
  readonly qrText?: string;
}

export interface Printed {
  readonly pdf: Buffer;
  /** SHA-256 of the bytes. */
  readonly sha256: Buffer;
}

export interface Press {
  /**
   * Sets `data` by `template` as PDF/A-2b. The same input gives the same bytes; markup in the data stays text. Runs in a
   * worker thread.
   * @throws Refusal `document.data_malformed` with the faulty fields, `document.press_busy` when too many wait.
   */
  compile<Data>(template: Template<Data>, data: Data, stamp: Stamp): Promise<Printed>;
  close(): Promise<void>;
}

export interface PressOptions {
  /** Worker threads, started when first needed. */
  readonly threads?: 1 | 2;
  /** True unless the certificate of an issuing authority is configured: every page then says that it is a specimen. */
  readonly specimen: boolean;
  readonly timeoutMs?: number;
}

export function openPress(options: PressOptions): Press {
  const crew: Crew = crewOf({ threads: options.threads ?? 1, timeoutMs: options.timeoutMs ?? 20_000 });
  return {
    async compile(template, data, stamp) {
      const checked = template.shape.safeParse(data);
      if (!checked.success) throw malformed(checked.error.issues);
      const inputs = {
        data: JSON.stringify(checked.data),
        stamp: JSON.stringify({
          issuedOn: stamp.issuedOn,
          documentId: stamp.documentId ?? null,
          qr: stamp.qrText ? await qrSvg(stamp.qrText) : null,
          specimen: options.specimen,
        }),
      };
      const pdf = await crew.set({ source: template.source, inputs });
      return { pdf, sha256: createHash('sha256').update(pdf).digest() };
    },
    close: () => crew.close(),
  };
}

function malformed(issues: readonly z.core.$ZodIssue[]) {
  const paths = [...new Set(issues.map((issue) => issue.path.join('.')))];
  return refuse('document.data_malformed', {
    faults: paths.map((path) => ({ path, code: 'document.field_malformed' })),
    values: { fields: paths.join(', ') },
  });
}
