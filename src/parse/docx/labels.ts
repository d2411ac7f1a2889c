import type { Numbering } from './numbering.js';
import { formatNumber } from './number-formats.js';

/** The number that Word prints before a paragraph. */
export interface Label {
  readonly text: string;
  /** False when nothing stands between the label and the text. */
  readonly spaced: boolean;
}

/** Counts paragraphs list by list, in reading order. */
export class Labels {
  /** By list: the last number given at each level, absent since its last restart. */
  private readonly counts = new Map<string, Map<number, number>>();
  /** Levels of numberings whose start override was used. */
  private readonly overridden = new Set<string>();

  constructor(private readonly numberings: ReadonlyMap<string, Numbering>) {}

  /** The level of a numbering that a paragraph style is tied to; null when none is. */
  levelOfStyle(numId: string, styleIds: readonly string[]): number | null {
    const levels = [...(this.numberings.get(numId)?.levels ?? [])];
    for (const id of styleIds) {
      const tied = levels.find(([, level]) => level.style === id);
      if (tied) return tied[0];
    }
    return null;
  }

  /** The numbering that goes by a list's name; null when none does. */
  named(name: string): string | null {
    for (const { id, name: known } of this.numberings.values()) if (known === name && name !== '') return id;
    return null;
  }

  /** Counts one paragraph and gives its label; null for bullets and for levels that print nothing. */
  next(numId: string, ilvl: number): Label | null {
    const numbering = this.numberings.get(numId);
    const level = numbering?.levels.get(ilvl);
    if (!numbering || !level) return null;
    const counts = this.counts.get(numbering.list) ?? new Map<number, number>();
    this.counts.set(numbering.list, counts);
    this.count(numbering, ilvl, counts);
    if (level.format === 'bullet') return null;
    const text = this.print(numbering, ilvl, counts).trim();
    return text === '' ? null : { text, spaced: level.spaced };
  }

  private count(numbering: Numbering, ilvl: number, counts: Map<number, number>): void {
    const mark = `${numbering.id}/${ilvl}`;
    const previous = counts.get(ilvl);
    const fresh = numbering.overrides.has(ilvl) && !this.overridden.has(mark);
    if (fresh) this.overridden.add(mark);
    counts.set(ilvl, fresh || previous === undefined ? startOf(numbering, ilvl) : previous + 1);
    // A level that was skipped counts as begun: after 1.1 without a 1 comes 2.
    for (let above = 0; above < ilvl; above++) if (!counts.has(above)) counts.set(above, startOf(numbering, above));
    for (const deeper of counts.keys()) {
      const restart = numbering.levels.get(deeper)?.restart ?? deeper;
      if (deeper > ilvl && ilvl < restart) counts.delete(deeper);
    }
  }

  private print(numbering: Numbering, ilvl: number, counts: ReadonlyMap<number, number>): string {
    const level = numbering.levels.get(ilvl);
    return (level?.text ?? '').replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = numbering.levels.get(at)?.format ?? 'decimal';
      if (at > ilvl || format === 'bullet') return '';
      const legal = level?.legal === true && format !== 'none';
      return formatNumber(counts.get(at) ?? startOf(numbering, at), legal ? 'decimal' : format);
    });
  }
}

/** A level begins at its numbering's override each time that it begins anew, not only the first time (§17.9.26). */
const startOf = (numbering: Numbering, ilvl: number): number =>
  numbering.overrides.get(ilvl) ?? numbering.levels.get(ilvl)?.start ?? 0;
