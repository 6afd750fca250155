import { crc32, deflateSync } from "node:zlib";
import { hasDot, LETTER } from "./picture-letters.ts";

/** What a picture shows. */
export interface Picture {
  /** A page in a browser, a post, or a photo of a place. */
  readonly kind: "page" | "post" | "photo";
  /** In large letters. */
  readonly title: string;
  /** Below it, in small letters, one line each. */
  readonly lines: readonly string[];
  /** Address in the browser's bar; only on pages. */
  readonly address?: string;
  /** Which colours: any number, the same one gives the same colours. */
  readonly colours: number;
}

const WIDTH = 720;
const HEIGHT = 420;

/** Indices of the palette. */
const INK = { white: 0, dark: 1, grey: 2, light: 3, main: 4, deep: 5, accent: 6, soft: 7 } as const;

const SCHEMES: readonly (readonly [main: number, deep: number, accent: number])[] = [
  [0x2f5bd0, 0x1b3a8c, 0xffb74d],
  [0x0f8b6d, 0x075e49, 0xffd166],
  [0x8a3ab9, 0x5b1f80, 0x6ee7b7],
  [0xc2410c, 0x7c2d12, 0xfde68a],
  [0x0e7490, 0x164e63, 0xfca5a5],
  [0xb4235a, 0x7a1238, 0xa5f3fc],
];

/** Draws a picture as a real PNG of 720 x 420 dots: small files with something to look at, without a drawing library. */
export function drawPicture(picture: Picture): Buffer {
  const canvas = new Canvas();
  if (picture.kind === "page") drawPage(canvas, picture);
  else if (picture.kind === "post") drawPost(canvas, picture);
  else drawPhoto(canvas, picture);
  return toPng(canvas.dots, paletteOf(picture.colours));
}

class Canvas {
  readonly dots = new Uint8Array(WIDTH * HEIGHT);

  box(x: number, y: number, width: number, height: number, ink: number): void {
    for (let row = Math.max(0, y); row < Math.min(HEIGHT, y + height); row += 1) {
      this.dots.fill(ink, row * WIDTH + Math.max(0, x), row * WIDTH + Math.min(WIDTH, x + width));
    }
  }

  disc(x: number, y: number, radius: number, ink: number): void {
    for (let row = -radius; row <= radius; row += 1) {
      const half = Math.round(Math.sqrt(radius * radius - row * row));
      this.box(x - half, y + row, half * 2, 1, ink);
    }
  }

  /** Writes a line of text; what does not fit to the right is left out. */
  text(x: number, y: number, text: string, size: number, ink: number): void {
    Array.from(text).forEach((letter, index) => {
      const left = x + index * (LETTER.width + 1) * size;
      if (left + LETTER.width * size > WIDTH) return;
      for (let column = 0; column < LETTER.width; column += 1) {
        for (let row = 0; row < LETTER.height; row += 1) {
          if (hasDot(letter, column, row)) this.box(left + column * size, y + row * size, size, size, ink);
        }
      }
    });
  }
}

function drawPage(canvas: Canvas, { title, lines, address = "" }: Picture): void {
  canvas.box(0, 0, WIDTH, 36, INK.light);
  for (const index of [0, 1, 2]) canvas.disc(18 + index * 20, 18, 6, INK.grey);
  canvas.box(84, 8, WIDTH - 100, 20, INK.white);
  canvas.text(92, 14, address, 1, INK.dark);
  canvas.box(0, 36, WIDTH, 170, INK.main);
  canvas.disc(WIDTH - 110, 121, 80, INK.deep);
  canvas.disc(WIDTH - 90, 106, 42, INK.accent);
  canvas.text(32, 76, title, 4, INK.white);
  canvas.box(32, 140, 150, 34, INK.accent);
  canvas.text(50, 150, "FIND OUT MORE", 1, INK.dark);
  paragraphs(canvas, lines, 232);
}

function drawPost(canvas: Canvas, { title, lines }: Picture): void {
  canvas.box(0, 0, WIDTH, HEIGHT, INK.light);
  canvas.box(120, 20, 480, 380, INK.white);
  canvas.disc(158, 58, 22, INK.main);
  canvas.text(192, 50, lines[0] ?? "", 2, INK.dark);
  canvas.text(192, 70, "PROMOTED", 1, INK.grey);
  canvas.box(120, 96, 480, 180, INK.main);
  canvas.disc(530, 186, 62, INK.deep);
  canvas.text(144, 160, title, 3, INK.white);
  paragraphs(canvas, lines.slice(1), 300, 140);
}

function drawPhoto(canvas: Canvas, { title, lines }: Picture): void {
  canvas.box(0, 0, WIDTH, 260, INK.soft);
  canvas.box(0, 260, WIDTH, 160, INK.grey);
  canvas.box(120, 60, 480, 170, INK.deep);
  canvas.box(130, 70, 460, 150, INK.main);
  canvas.text(156, 110, title, 3, INK.white);
  canvas.text(156, 160, lines[0] ?? "", 2, INK.accent);
  // People in front of the screen.
  for (let person = 0; person < 9; person += 1) {
    const x = 60 + person * 76;
    canvas.disc(x, 300 + (person % 2) * 14, 20, INK.dark);
    canvas.box(x - 28, 320 + (person % 2) * 14, 56, 100, person % 3 === 0 ? INK.deep : INK.dark);
  }
}

function paragraphs(canvas: Canvas, lines: readonly string[], top: number, left = 32): void {
  lines.forEach((line, index) => {
    canvas.text(left, top + index * 26, line, 2, INK.dark);
  });
}

function paletteOf(colours: number): Buffer {
  const [main, deep, accent] = SCHEMES[colours % SCHEMES.length] ?? [0x2f5bd0, 0x1b3a8c, 0xffb74d];
  const inks = [0xffffff, 0x1f2933, 0x8b97a3, 0xe9edf1, main, deep, accent, 0xcfd8e3];
  return Buffer.from(inks.flatMap((ink) => [ink >> 16, (ink >> 8) & 255, ink & 255]));
}

/** A PNG with a palette, as the standard says: signature, header, palette, rows each behind a filter byte, end. */
function toPng(dots: Uint8Array, palette: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let row = 0; row < HEIGHT; row += 1)
    rows.set(dots.subarray(row * WIDTH, (row + 1) * WIDTH), row * (WIDTH + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 6 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
