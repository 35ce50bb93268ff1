/** Whole rupiah as people type them: `5.000.000`, `Rp 5000000`; `null` for anything else. */
export function readRupiah(text: string): number | null {
  const digits = text
    .trim()
    .replace(/^rp\.?/i, '')
    .replaceAll(/[\s.]/g, '')
    .replace(/,(-|00)$/, '');
  return /^[0-9]{1,13}$/.test(digits) ? Number(digits) : null;
}
