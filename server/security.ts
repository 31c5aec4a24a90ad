/**
 * Headers of every answer. Pages carry nothing inline and load nothing from elsewhere, so
 * the policy needs no exception but WebAssembly, which the search runs on.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Files whose name changes with their content may be kept for ever, others are asked for anew. */
export function cachingOf(path: string): string {
  return /\/(_tai|tep|anh-chia-se|pagefind\/(\d+\/)?(fragment|index))\//.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
}
