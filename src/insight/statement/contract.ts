import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { figureShape, namedStatementShape, provincesShape } from './schema.ts';

export const readStatementContract = contract({
  method: 'GET',
  path: '/v1/statement',
  summary: { id: 'Keterangan resmi', en: 'The statement' },
  query: z.object({ asOf: z.string().max(10).optional(), knownAt: z.string().max(40).optional() }),
  output: namedStatementShape,
});

export const readProvincesContract = contract({
  method: 'GET',
  path: '/v1/statement/provinces',
  summary: { id: 'Penduduk menurut provinsi', en: 'Residents by province' },
  query: z.object({ asOf: z.string().max(10).optional(), knownAt: z.string().max(40).optional() }),
  output: provincesShape,
});

export const publishStatementContract = contract({
  method: 'POST',
  path: '/v1/statement/publications',
  summary: { id: 'Terbitkan keterangan resmi', en: 'Publish the statement' },
  output: z.object({ id: z.string() }),
});

export const listPublicationsContract = contract({
  method: 'GET',
  path: '/v1/statement/publications',
  summary: { id: 'Keterangan yang pernah diterbitkan', en: 'Published statements' },
  output: z.object({
    publications: z.array(
      z.object({
        id: z.string(),
        asOf: z.string(),
        knownAt: z.string(),
        publishedAt: z.string(),
        logSize: z.number(),
        logRoot: z.string(),
        indicators: z.array(figureShape),
      }),
    ),
  }),
});
