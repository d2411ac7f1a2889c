import type { Box } from '../../../model/document.js';

/** How far the reading direction is turned from left-to-right, clockwise as seen on the page. Vertical writing runs down: 90. */
export type Turn = 0 | 90 | 180 | 270;

/** The page as it is read: turned so that lines of text run from left to right and follow each other downwards. */
export interface Frame {
  readonly turn: Turn;
  /** Of the page as shown, in points. */
  readonly pageWidth: number;
  readonly pageHeight: number;
  /** Of the page as read. */
  readonly width: number;
  readonly height: number;
}

export function frameOf(turn: Turn, pageWidth: number, pageHeight: number): Frame {
  const upright = turn === 0 || turn === 180;
  return {
    turn,
    pageWidth,
    pageHeight,
    width: upright ? pageWidth : pageHeight,
    height: upright ? pageHeight : pageWidth,
  };
}

type Point = readonly [x: number, y: number];

/** A point of the page as shown, in the frame. */
export function intoFrame({ turn, pageWidth, pageHeight }: Frame, x: number, y: number): Point {
  switch (turn) {
    case 0:
      return [x, y];
    case 90:
      return [y, pageWidth - x];
    case 180:
      return [pageWidth - x, pageHeight - y];
    case 270:
      return [pageHeight - y, x];
  }
}

function ontoPage({ turn, pageWidth, pageHeight }: Frame, x: number, y: number): Point {
  switch (turn) {
    case 0:
      return [x, y];
    case 90:
      return [pageWidth - y, x];
    case 180:
      return [pageWidth - x, pageHeight - y];
    case 270:
      return [y, pageHeight - x];
  }
}

const spanned = ([ax, ay]: Point, [bx, by]: Point): Box => [
  Math.min(ax, bx),
  Math.min(ay, by),
  Math.max(ax, bx),
  Math.max(ay, by),
];

/** Hundredths of a point are finer than any printer. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A box of the frame as a box of the page, clipped to it. */
export function pageBox(frame: Frame, [left, top, right, bottom]: Box): Box {
  const box = spanned(ontoPage(frame, left, top), ontoPage(frame, right, bottom));
  const { pageWidth, pageHeight } = frame;
  return [
    rounded(Math.min(Math.max(box[0], 0), pageWidth)),
    rounded(Math.min(Math.max(box[1], 0), pageHeight)),
    rounded(Math.max(Math.min(box[2], pageWidth), 0)),
    rounded(Math.max(Math.min(box[3], pageHeight), 0)),
  ];
}

/** A box of the page as a box of the frame. */
export function frameBox(frame: Frame, [left, top, right, bottom]: Box): Box {
  return spanned(intoFrame(frame, left, top), intoFrame(frame, right, bottom));
}
