/** Why an attempt to print a card fails. Pure and safe in a browser. */
export const PRINT_FAULTS = ['jam', 'misprint', 'power', 'chip', 'outdated', 'other'] as const;
export type PrintFault = (typeof PRINT_FAULTS)[number];
