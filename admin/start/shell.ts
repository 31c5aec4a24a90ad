/** Browsers that have all it takes. */
const WORKING = 'Chrome hoặc Edge từ bản 144, Firefox từ bản 139';

/**
 * What the browser lacks to open the room, in Vietnamese; `undefined` when it has everything.
 * `core/calendar` reckons with `Temporal`, so the check before a save needs it; Decap keeps its
 * copies of what is being written in `indexedDB`.
 */
export function missingInBrowser(): string | undefined {
  if (!('Temporal' in globalThis)) {
    return `Trình duyệt này chưa tính được ngày tháng theo cách phòng biên tập cần. Mở trang này bằng ${WORKING}; Safari có thể chưa dùng được. Bài viết đã lưu không bị ảnh hưởng.`;
  }
  if (!('indexedDB' in globalThis)) {
    return `Trình duyệt này không cho trang lưu bản viết dở. Tắt chế độ ẩn danh, hoặc mở trang này bằng ${WORKING}.`;
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
