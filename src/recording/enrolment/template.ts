/** Templates at rest: sealed under their person's key, each at its own place. */
import type { Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import { itemKey, type Modality, type TemplateFormat } from './modality.ts';
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

const MOST_MINUTIAE = 255;

/**
 * What is plainly wrong with a template, or `null`. Of ISO/IEC 19794-2:2005 the frame only: name, version, true length, one
 * view, the number of minutiae and where they end; the engine reads the rest.
 */
export function templateFault(format: TemplateFormat, bytes: Buffer, position: number): string | null {
  if (format !== 'iso-19794-2:2005') return bytes.length < 16 ? 'too short' : null;
  if (bytes.length < 30) return 'too short';
  if (bytes.toString('latin1', 0, 8) !== 'FMR\0 20\0') return 'magic or version';
  if (bytes.readUInt32BE(8) !== bytes.length) return 'length';
  if (bytes[22] !== 1) return 'views';
  const minutiae = bytes[27]!;
  if (minutiae === 0 || minutiae > MOST_MINUTIAE) return 'number of minutiae';
  if (bytes[24] !== 0 && bytes[24] !== position) return 'position';
  const extendedAt = 28 + minutiae * 6;
  if (extendedAt + 2 > bytes.length) return 'minutiae beyond the end';
  return extendedAt + 2 + bytes.readUInt16BE(extendedAt) === bytes.length ? null : 'extended data';
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
