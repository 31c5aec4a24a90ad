/** What plain TypeScript knows of components; `astro check` knows their props as well. */
declare module '*.astro' {
  // biome-ignore lint/suspicious/noExplicitAny: the props are checked by `astro check`
  const component: (props: any) => any;
  export default component;
}
