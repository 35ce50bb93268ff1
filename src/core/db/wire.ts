import { types, type CustomTypesConfig } from 'pg';

// Object ids of pg_type that we read otherwise than the driver does; they are fixed in PostgreSQL.
const DATE = 1082;
const DATE_ARRAY = 1182;
const TEXT_ARRAY: number = 1009;

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;

/**
 * How values arrive: `date` as `CivilDate` text (the driver's own parser makes it local midnight), `timestamptz` as `Date`,
 * `int8` and `numeric` as text without loss, `int4` as a number, arrays alike.
 */
export const wireTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parse {
    if (oid === DATE) return asText;
    if (oid === DATE_ARRAY) return types.getTypeParser(TEXT_ARRAY, 'text');
    return types.getTypeParser(oid, format) as Parse;
  },
};
