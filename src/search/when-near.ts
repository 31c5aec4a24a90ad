/** How far below the window something is worth having, in parts of its height. */
const MARGIN = '50%';

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Does something once, when an element comes near what the reader sees. */
export function whenNear(element: Element, work: () => void): void {
  observer ??= new IntersectionObserver(
    (entries, own) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        own.unobserve(target);
        waiting.get(target)?.();
      }
    },
    { rootMargin: `${MARGIN} 0px` },
  );
  waiting.set(element, work);
  observer.observe(element);
}
