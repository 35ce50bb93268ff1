/** Draws strokes on a canvas, and makes the picture that is kept: black on white, whatever theme the page has. */
import { curvesOf, MOST_SIGNATURE_BYTES, SHEET, type Stroke } from './strokes.ts';

type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export function drawOn(canvas: HTMLCanvasElement | OffscreenCanvas, strokes: readonly Stroke[]): void {
  const brush = canvas.getContext('2d') as Brush;
  brush.fillStyle = '#ffffff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.strokeStyle = '#10131a';
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  for (const { from, bend, to, width } of strokes.flatMap(curvesOf)) {
    brush.lineWidth = width;
    brush.beginPath();
    brush.moveTo(from.x, from.y);
    brush.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
    brush.stroke();
  }
}

/** `null` when even a smaller picture of it would be too large: scribbles all over the sheet. */
export async function pngOf(strokes: readonly Stroke[]): Promise<Uint8Array | null> {
  for (const scale of [1, 0.5]) {
    const whole = new OffscreenCanvas(SHEET.width, SHEET.height);
    drawOn(whole, strokes);
    const canvas = new OffscreenCanvas(SHEET.width * scale, SHEET.height * scale);
    canvas.getContext('2d')!.drawImage(whole, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    if (blob.size <= MOST_SIGNATURE_BYTES) return new Uint8Array(await blob.arrayBuffer());
  }
  return null;
}
