const KILO = 1024;

/** The size of a file as people say it: `640 KB`, `3,4 MB`. */
export function fileSize(bytes: number): string {
  const kilobytes = bytes / KILO;
  if (kilobytes < KILO) return `${Math.max(1, Math.round(kilobytes))} KB`;
  return `${(kilobytes / KILO).toFixed(1).replace('.', ',')} MB`;
}
