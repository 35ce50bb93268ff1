/** The catalogue of the open data for programs: DCAT-AP as JSON-LD. Pure. */
import { filePath, LICENCE, PATH } from './rules.ts';
import type { Release } from './sql.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

type Words = (language: 'id' | 'en', key: string) => string;

const inBoth = (say: Words, key: string) =>
  (['id', 'en'] as const).map((language) => ({ '@language': language, '@value': say(language, key) }));
const day = (value: string) => ({ '@type': 'xsd:date', '@value': value });

export function catalogue(origin: string, releases: readonly Release[], say: Words): object {
  return {
    '@context': CONTEXT,
    '@id': `${origin}${PATH}`,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth(say, 'warehouse.open.title'),
    'dct:description': inBoth(say, 'warehouse.open.about'),
    'dct:publisher': publisher(say),
    'dct:license': { '@id': LICENCE.url },
    'dct:language': ['http://publications.europa.eu/resource/authority/language/IND'].map((id) => ({ '@id': id })),
    'dcat:dataset': releases.flatMap((release) =>
      release.tables.filter(({ files }) => files.length > 0).map((table) => dataset(origin, release, table, say)),
    ),
  };
}

const publisher = (say: Words) => ({ '@type': 'foaf:Agent', 'foaf:name': inBoth(say, 'warehouse.open.publisher') });

function dataset(origin: string, release: Release, table: Release['tables'][number], say: Words): object {
  const address = `${origin}${filePath(release.asOf, table.id)}`;
  return {
    '@id': address,
    '@type': 'dcat:Dataset',
    // Cited by cut-off and root: who has the root can prove what was published.
    'dct:identifier': `${table.id}@${release.asOf}:${release.root}`,
    'dct:title': inBoth(say, `warehouse.open.${table.id}`),
    'dct:description': inBoth(say, 'warehouse.open.method'),
    'dct:publisher': publisher(say),
    'dct:issued': { '@type': 'xsd:dateTime', '@value': release.publishedAt.toISOString() },
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:endDate': day(release.asOf) },
    'dct:spatial': { '@id': 'http://publications.europa.eu/resource/authority/country/IDN' },
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/ANNUAL_2' },
    'dct:provenance': {
      '@type': 'dct:ProvenanceStatement',
      'dct:description': `root ${release.root}, snapshot ${release.snapshotRoot}, entry ${release.entryId}`,
    },
    'dcat:distribution': table.files.map((file) => ({
      '@id': `${origin}${filePath(release.asOf, file.name)}`,
      '@type': 'dcat:Distribution',
      'dcat:accessURL': { '@id': `${origin}${PATH}?per=${release.asOf}` },
      'dcat:downloadURL': { '@id': `${origin}${filePath(release.asOf, file.name)}` },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${file.mediaType.split(';')[0]}` },
      'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(file.bytes) },
      'dct:license': { '@id': LICENCE.url },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': file.sha256 },
      },
    })),
  };
}
