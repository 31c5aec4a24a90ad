import { createElement, useEffect } from 'react';

/** What Decap gives to the page that signs a person in. */
interface SignInProps {
  onLogin: (credentials: Record<string, never>) => void;
  error?: unknown;
}

/** Stands where Decap has a button: who has signed in to the room is signed in here too. */
export function SignIn({ onLogin, error }: SignInProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens.
  useEffect(() => onLogin({}), []);
  const text = error ? String(error) : 'Đang mở phòng biên tập …';
  return createElement('p', { className: 'room-opening', role: 'status' }, text);
}
