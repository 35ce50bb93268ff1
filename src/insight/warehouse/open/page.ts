/** Open data for everybody: a page, its files at addresses that stay, and the catalogue for programs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../../../core/db/index.ts';
import { Download, publicPage, type PublicRequest } from '../../../core/http/index.ts';
import type { Answer } from '../query/schema.ts';
import { catalogue } from './dcat.ts';
import { openFolder } from './publish.ts';
import { PATH } from './rules.ts';
import type { OpenDataPage } from './schema.ts';
import { listReleases, type Release } from './sql.ts';

const GLANCE = 'penduduk-provinsi.json';

export const openDataPage = publicPage<OpenDataPage>({
  path: PATH,
  component: 'open-data',
  status: ({ missing }) => (missing === null ? 200 : 404),
  load: loadOpenData,
});

export const openCataloguePage = publicPage<OpenDataPage>({
  path: `${PATH}/katalog.jsonld`,
  component: 'open-data',
  async load(tx, { origin }) {
    const document = catalogue(origin, await listReleases(tx), (language, key) => tx.ground.speaker.say(language, key));
    return new Download({
      mediaType: 'application/ld+json; charset=utf-8',
      fileName: 'katalog.jsonld',
      bytes: Buffer.from(`${JSON.stringify(document, null, 2)}\n`),
    });
  },
});

export const openFilePage = publicPage<OpenDataPage>({
  path: `${PATH}/:tanggal/:berkas`,
  component: 'open-data',
  load: loadFile,
});

/** The release of `?per=`, else the latest. */
export async function loadOpenData(tx: Tx, { query, language }: PublicRequest): Promise<OpenDataPage> {
  const releases = await listReleases(tx);
  const asked = query['per']?.trim().slice(0, 10);
  const found = asked ? releases.find(({ asOf }) => asOf === asked) : releases[0];
  const shown = found ?? releases[0];
  return {
    releases: releases.map(({ asOf }) => asOf),
    missing: asked && !found ? asked : null,
    shown: shown ? await shownOf(tx, language, shown) : null,
  };
}

async function shownOf(tx: Tx, language: PublicRequest['language'], release: Release): Promise<OpenDataPage['shown']> {
  const { asOf, knownAt, publishedAt, root, snapshotRoot, entryId, tables } = release;
  const glance = await fileOf(tx, release, GLANCE);
  return {
    asOf,
    knownAt: knownAt.toISOString(),
    publishedAt: publishedAt.toISOString(),
    root,
    snapshotRoot,
    entryId,
    tables: tables.map((table) => ({ ...table, title: tx.ground.speaker.say(language, `warehouse.open.${table.id}`) })),
    glance: glance
      ? (JSON.parse(glance.toString()) as Answer).cells.map(({ labels, n }) => ({ label: labels[0]!, n }))
      : [],
  };
}

async function loadFile(tx: Tx, { params }: PublicRequest): Promise<Download | null> {
  const release = (await listReleases(tx)).find(({ asOf }) => asOf === params['tanggal']);
  const file = release?.tables.flatMap(({ files }) => files).find(({ name }) => name === params['berkas']);
  if (!release || !file) return null;
  const bytes = await fileOf(tx, release, file.name);
  return bytes && new Download({ mediaType: file.mediaType, fileName: `${release.asOf}-${file.name}`, bytes });
}

/** Null where the table was not published, or its file is not on this machine; only names of the release are read. */
async function fileOf(tx: Tx, { asOf, tables }: Release, name: string): Promise<Buffer | null> {
  if (!tables.some(({ files }) => files.some((file) => file.name === name))) return null;
  return readFile(join(openFolder(tx, asOf), name)).catch(() => null);
}
