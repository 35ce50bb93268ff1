/**
 * A fault without what it was about: the database's own words hold values, so its codes stand for them; long runs of
 * digits are masked in ours; of the stack only the places.
 */
export function describeFault(fault: unknown): object {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const places = (fault.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const { code, constraint, table, severity } = fault as {
    code?: string;
    constraint?: string;
    table?: string;
    severity?: string;
  };
  const words =
    severity === undefined && fault.name !== 'ZodError' ? fault.message.replaceAll(/\d{6,}/g, '…') : undefined;
  return { name: fault.name, words, code, constraint, table, places };
}
