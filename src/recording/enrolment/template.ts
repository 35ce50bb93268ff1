/** Templates at rest: sealed under their person's key, each at its own place. */
import type { Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import {
  itemKey,
  readFaceTemplate,
  readMinutiaeRecord,
  type Modality,
  type TemplateFormat,
} from '../biometric/index.ts';
import { listCentrePackets, listSealedTemplates, upsertTemplates } from './sql.ts';
import { statusOf, type Status } from './status.ts';

interface PlaceGiven {
  readonly packet: string;
  readonly modality: Modality;
  readonly position: number;
}

export function templatePlace(of: PlaceGiven) {
  return { table: 'enrolment.item', row: `${of.packet} ${itemKey(of)}`, column: 'template' };
}

/** What is wrong with a template, as the engine's room says it (code, and the byte where reading stopped), or `null`. */
export function templateFault(format: TemplateFormat, bytes: Buffer, position: number): string | null {
  try {
    if (format === 'jatidiri-face-1') readFaceTemplate(bytes);
    else if (readMinutiaeRecord(bytes).finger !== position) return 'biometric.position_differs';
    return null;
  } catch (fault) {
    if (fault instanceof Refusal) return [fault.code, fault.values?.['byte']].join(' ').trim();
    throw fault;
  }
}

export interface OpenTemplate {
  readonly nik: Nik;
  readonly packet: Uuid;
  readonly modality: Modality;
  readonly position: number;
  readonly format: string;
  readonly quality: number | null;
  readonly bytes: Buffer;
}

/** Templates in the clear, for comparing bodies and for nothing else. Those of the erased are left out. Runs as `system`. */
export async function openTemplates(
  tx: Tx,
  of: readonly { readonly nik: string; readonly packet: string }[],
): Promise<OpenTemplate[]> {
  const { vault } = tx.ground;
  const rows = await listSealedTemplates(tx, of);
  return rows.flatMap(({ template, nik, packet, modality, position, format, quality }) => {
    if (vault.isErased(nik)) return [];
    const bytes = vault.unsealForPerson(nik, templatePlace({ packet, modality, position }), template);
    return [{ nik, packet, modality, position, format: format ?? '', quality, bytes }];
  });
}

export interface SealedTemplate {
  readonly nik: Nik;
  readonly packet: Uuid;
  readonly modality: Modality;
  readonly position: number;
  readonly template: Buffer;
}

/** One template in the clear, of what a published view gave sealed; `null` of whoever was erased meanwhile. */
export function openTemplate(
  { vault }: Pick<Tx['ground'], 'vault'>,
  { nik, template, ...of }: SealedTemplate,
): Buffer | null {
  return vault.isErased(nik) ? null : vault.unsealForPerson(nik, templatePlace(of), template);
}

/** Keeps what was made from a picture beside it. Gives how many items there were to keep it with. */
export async function keepTemplates(
  tx: Tx,
  templates: readonly (OpenTemplate & { readonly format: TemplateFormat })[],
): Promise<number> {
  const { vault } = tx.ground;
  return upsertTemplates(
    tx,
    templates.map(({ bytes, ...of }) => ({ ...of, template: vault.sealForPerson(of.nik, templatePlace(of), bytes) })),
  );
}

/** Packets whose bodies stand in the gallery, by person, from after one on: what the gallery is made of anew. Runs as `system`. */
export async function listGallery(
  tx: Tx,
  after: { readonly nik: Nik; readonly packet: Uuid } | null,
  limit: number,
): Promise<{ nik: Nik; packet: Uuid; status: Status; villageCode: string }[]> {
  const rows = await listCentrePackets(tx, after, limit);
  return rows.map(({ status, ...row }) => ({ ...row, status: statusOf(status) }));
}
