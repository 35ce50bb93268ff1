import QRCode from 'qrcode';

/** The code as an SVG of black squares, quiet zone of four modules included, error correction M (15 %). */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}
