import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { report } from './chosen.js';
import { markClass, markOf } from './marks.js';

/** Scrolls to an element as soon as it is the one that is looked at. */
export function useInSight<E extends HTMLElement>(current: boolean) {
  const element = useRef<E>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [current]);
  return element;
}

/** Words of a document that are a figure. */
export function MarkedWords({ figure, children }: { readonly figure: string; readonly children: ComponentChildren }) {
  const mark = markOf(figure);
  const element = useInSight<HTMLElement>(mark.current);
  const label = report.value?.figures.find(({ id }) => id === figure)?.label;
  return (
    <mark ref={element} class={markClass(mark)} title={label} data-figure={figure} data-place={mark.place || undefined}>
      {children}
    </mark>
  );
}
