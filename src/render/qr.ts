import encodeQR from 'qr';

/**
 * A QR code as SVG, black on nothing, with the quiet zone of four modules that readers need.
 * Quartile correction still reads after a fold or a smudge on a notice board.
 */
export function qrSvg(text: string): string {
  return encodeQR(text, 'svg', { ecc: 'quartile', border: 4 });
}
