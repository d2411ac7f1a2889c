import { signal } from '@preact/signals';
import { createRef } from 'preact';

/** How the page is shown, as long as it is open. */
export const helpOpen = signal(false);
/** A document as its text was read, rather than as it is printed. */
export const asText = signal(false);
export const zoom = signal(1);
export const searchBox = createRef<HTMLInputElement>();
