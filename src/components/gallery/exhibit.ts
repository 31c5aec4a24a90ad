import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** One way a component is used, chosen to show an end of what it must hold: little, much, long. */
export interface Example {
  name: string;
  props: Record<string, unknown>;
  /** Text between its tags, for components that take any. */
  text?: string;
}

/** A component of the design system with examples of it, as data. */
export interface Exhibit {
  name: string;
  /** When to use it, and when not. */
  purpose: string;
  component: AstroComponentFactory;
  examples: readonly Example[];
}

/** An exhibit whose examples have the props of their component. */
export function exhibit<C extends (props: never, ...rest: never[]) => unknown>(
  component: C,
  words: { name: string; purpose: string },
  examples: readonly (Omit<Example, 'props'> & { props: Parameters<C>[0] })[],
): Exhibit {
  return {
    ...words,
    component: component as unknown as AstroComponentFactory,
    examples: examples as readonly Example[],
  };
}
