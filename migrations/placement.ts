/**
 * Where each table lives when the store is spread over nodes: with the person, with the family card, a
 * copy on every node, or on the coordinator. A catalog test checks that keys and references fit and that no table is missing.
 */
export type Placement =
  | { readonly by: 'nik'; readonly column: string }
  | { readonly by: 'familyCard'; readonly column: string }
  | { readonly by: 'reference' }
  | { readonly by: 'coordinator'; readonly why: string };

export function byNik(column = 'nik'): Placement {
  return { by: 'nik', column };
}

export function byFamilyCard(column = 'number'): Placement {
  return { by: 'familyCard', column };
}

export const reference: Placement = { by: 'reference' };

export function coordinator(why: string): Placement {
  return { by: 'coordinator', why };
}

/** Every table of ours, as `schema.table`. */
export const placement: Readonly<Record<string, Placement>> = {
  'migration.applied': coordinator('the one ordered history of the schema'),
  'region.version': reference,
  'region.load': reference,
  'region.boundary': reference,
};
