import type { Fragment } from './fragments.js';
import { frameBox, frameOf, intoFrame, type Frame, type Turn } from './frame.js';
import type { Ruling } from './ruling.js';

// Text that is turned against its page is read in a frame of its own, in which it is level.

type Size = Pick<Frame, 'width' | 'height'>;

/** The frame of text turned so against a page of this size. */
export const turnedFrame = ({ width, height }: Size, turn: Turn): Frame => frameOf(turn, width, height);

/** A fragment as it stands in a turned frame; its box on the page stays. */
export function turnedFragment(frame: Frame, it: Fragment): Fragment {
  const [left, top, right, bottom] = frameBox(frame, [it.left, it.top, it.right, it.bottom]);
  return { ...it, left, top, right, bottom, athwart: false, turn: 0 };
}

/** A line of the page as it runs in a turned frame. */
export function turnedRuling(frame: Frame, { axis, at, from, to }: Ruling): Ruling {
  const across = axis === 'across';
  const [ax, ay] = across ? intoFrame(frame, from, at) : intoFrame(frame, at, from);
  const [bx, by] = across ? intoFrame(frame, to, at) : intoFrame(frame, at, to);
  return ay === by
    ? { axis: 'across', at: ay, from: Math.min(ax, bx), to: Math.max(ax, bx) }
    : { axis: 'down', at: ax, from: Math.min(ay, by), to: Math.max(ay, by) };
}
