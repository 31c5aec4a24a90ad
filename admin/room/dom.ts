type Child = Node | string | undefined | false;

/**
 * An element of the room's own furniture. Texts become text nodes, so that nothing an editor
 * or a server says becomes markup; properties that begin with `on` are listeners.
 */
export function dom<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Record<string, string | boolean | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** A button that does something here. */
export function button(label: string, onclick: () => void, className = ''): HTMLButtonElement {
  return dom('button', { type: 'button', class: className, onclick }, label);
}
