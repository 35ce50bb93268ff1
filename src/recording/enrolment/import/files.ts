/** The templates and pictures that rows of a table name: read, checked, sealed. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { inspect, storeFiles } from '../../../core/file/index.ts';
import { asNik, type Uuid } from '../../../core/id/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { Modality, TemplateFormat } from '../../biometric/schema.ts';
import type { NewItem } from '../sql.ts';
import { templateFault, templatePlace } from '../template.ts';
import type { Files } from './archive.ts';
import type { GivenRow, ImportFault } from './read.ts';
import { listFiled, turnDown, type NewFiled } from './sql.ts';

/** What a template of each is written as. */
const TEMPLATES: Partial<Record<Modality, TemplateFormat>> = { face: 'jatidiri-face-1', finger: 'iso-19794-2:2005' };
/** So many people's files are in memory at a time. */
const FILED_AT_ONCE = 100;

/** Reads, checks and seals what new rows name; turns rows down whose files are not there or are not what they say. */
export async function readFiles(
  tx: Tx,
  actor: Actor,
  rows: ReadonlyMap<number, GivenRow>,
  given: { files: Files | null; dryRun: boolean },
): Promise<NewItem[]> {
  const filed = await listFiled(tx);
  if (filed.length === 0) return [];
  if (!given.dryRun) tx.ground.vault.makePersonKeys(filed.map(({ nik }) => asNik(nik)));
  const items: NewItem[] = [];
  const down: { row: number; code: ImportFault }[] = [];
  for (let from = 0; from < filed.length; from += FILED_AT_ONCE) {
    for (const one of filed.slice(from, from + FILED_AT_ONCE)) {
      const read = await readFilesOf(tx, actor, one, rows.get(one.row)!, given);
      if (typeof read === 'string') down.push({ row: one.row, code: read });
      else items.push(...read);
    }
  }
  await turnDown(tx, down);
  return items;
}

async function readFilesOf(
  tx: Tx,
  actor: Actor,
  { nik: digits, packet, villageCode }: NewFiled,
  row: GivenRow,
  { files, dryRun }: { files: Files | null; dryRun: boolean },
): Promise<NewItem[] | ImportFault> {
  const nik = asNik(digits);
  const items: NewItem[] = [];
  const pictures: { item: number; kind: string; name: string; bytes: Buffer }[] = [];
  for (const { item, names } of row.files) {
    const [modality, place] = item.split(':') as [Modality, string];
    const position = Number(place);
    let template: Buffer | null = null;
    let picture = false;
    for (const name of names) {
      const bytes = files && (await files.read(name));
      if (!bytes) return 'file_missing';
      if (/\.(png|jpe?g)$/i.test(name)) {
        pictures.push({ item: items.length, kind: `recording.${modality}`, name: name.replace(/^.*[/\\]/, ''), bytes });
        picture = true;
      } else {
        const format = TEMPLATES[modality];
        if (!format || templateFault(format, bytes, position) !== null) return 'file_unreadable';
        template = bytes;
      }
    }
    const sealed =
      template && !dryRun
        ? tx.ground.vault.sealForPerson(nik, templatePlace({ packet, modality, position }), template)
        : null;
    const format = (template && TEMPLATES[modality]) ?? null;
    // Only a finger's record says it.
    const quality = template && modality === 'finger' ? Math.min(100, template[26]!) : null;
    if (template || picture)
      items.push({
        nik,
        packet,
        modality,
        position,
        quality,
        tries: 1,
        template: sealed,
        format,
        fileId: null,
        exception: null,
      });
  }
  const fileIds = await keepPictures(tx, actor, { nik, villageCode, dryRun }, pictures);
  if (fileIds === null) return 'file_unreadable';
  pictures.forEach(({ item }, n) => {
    items[item] = { ...items[item]!, fileId: fileIds[n] ?? null };
  });
  return items;
}

async function keepPictures(
  tx: Tx,
  actor: Actor,
  of: { nik: ReturnType<typeof asNik>; villageCode: string; dryRun: boolean },
  pictures: readonly { kind: string; name: string; bytes: Buffer }[],
): Promise<Uuid[] | null> {
  const { nik, villageCode, dryRun } = of;
  const allowed = ['image/jpeg', 'image/png'] as const;
  try {
    if (dryRun) {
      for (const { name, bytes } of pictures) await inspect(name, bytes, allowed);
      return [];
    }
    return await storeFiles(
      tx,
      actor,
      pictures.map(({ kind, name, bytes }) => ({ nik, villageCode, kind, name, bytes, allowed })),
    );
  } catch (fault) {
    if (fault instanceof Refusal && fault.code.startsWith('file.')) return null;
    throw fault;
  }
}
