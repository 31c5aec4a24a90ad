/** Makes an element; text stays text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** An excerpt as nodes: marks become elements, everything else stays text. */
export function marked(excerpt: string): (Node | string)[] {
  return excerpt.split(/<\/?mark>/).map((part, index) => {
    const text = part
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#x27;|&#39;/g, "'")
      .replace(/&amp;/g, '&');
    return index % 2 === 0 ? text : make('mark', {}, text);
  });
}
