/**
 * What the browser lacks to open the room, in Vietnamese; `undefined` when it has everything.
 * Dates are checked with `Temporal`, which browsers have had since 2025.
 */
export function missingInBrowser(): string | undefined {
  if (!('Temporal' in globalThis) || !('indexedDB' in globalThis)) {
    return 'Trình duyệt này quá cũ để mở phòng biên tập. Cập nhật Chrome, Edge hoặc Firefox lên bản mới nhất rồi mở lại trang này.';
  }
  return undefined;
}

/** Puts a sentence into the page that stands before Decap does. */
export function sayInShell(text: string): void {
  const place = document.getElementById('room-message');
  if (place) place.textContent = text;
}

/** Takes that page away; Decap draws from here on. */
export function leaveShell(): void {
  document.getElementById('room-shell')?.remove();
}
