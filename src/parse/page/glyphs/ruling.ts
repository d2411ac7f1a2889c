/** A straight line on a page, or the middle of a thin rectangle: of a frame or of the page as shown, y downwards. */
export interface Ruling {
  readonly axis: 'across' | 'down';
  /** y of a line that runs across, x of one that runs down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
