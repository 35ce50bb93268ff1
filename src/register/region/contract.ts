/** Routes of the regions; public reference data. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { LEVELS } from './rules.ts';
import { asOfShape, regionCodeShape, outlinesShape, regionShape, tileShape } from './schema.ts';

export const listRegionsContract = contract({
  method: 'GET',
  path: '/v1/regions',
  summary: {
    id: 'Mencari wilayah menurut nama atau kode, atau melihat isi satu wilayah',
    en: 'Find regions by name or code, or list what lies in one',
  },
  query: z.object({
    search: z.string().max(60, { message: 'field.region_search' }).optional(),
    level: z.enum(LEVELS, { message: 'field.region_level' }).optional(),
    parent: regionCodeShape.optional(),
    asOf: asOfShape.optional(),
  }),
  output: z.object({ asOf: z.string(), regions: z.array(regionShape) }),
});

export const regionTilesContract = contract({
  method: 'GET',
  path: '/v1/regions/tiles',
  summary: { id: 'Peta ubin provinsi pada suatu tanggal', en: 'The tile map of provinces on a day' },
  query: z.object({ asOf: asOfShape.optional() }),
  output: z.object({
    asOf: z.string(),
    columns: z.number(),
    rows: z.number(),
    tiles: z.array(tileShape),
    /** Of an imported map; absent without one. */
    outlines: outlinesShape.nullable(),
  }),
});

export const findRegionContract = contract({
  method: 'GET',
  path: '/v1/regions/:code',
  summary: { id: 'Satu wilayah menurut kodenya, juga kode lama', en: 'One region by its code, former codes too' },
  params: z.object({ code: regionCodeShape }),
  query: z.object({ asOf: asOfShape.optional() }),
  output: regionShape,
});
