/** A paper that somebody hands in, scanned: the smallest PDF of one page that says what it is. */
export function scanOf(title: string): { name: string; bytes: Buffer } {
  const stream = `BT /F1 14 Tf 60 760 Td (${title.replaceAll(/[^\w .,/-]/g, '')}) Tj 0 -24 Td (CONTOH - DATA SIMULASI) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const trailer = `trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return {
    name: `${title.replaceAll(/\W+/g, '-').toLowerCase()}.pdf`,
    bytes: Buffer.from(`${text}xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`),
  };
}
