import type { Described } from '../../../model/description.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Times } from '../../../rulebook/times.js';
import { ages } from './ages.js';
import { anniversaries } from './anniversaries.js';
import { betweenEvents } from './between-events.js';
import { brokenRuns } from './broken-runs.js';
import { orderedRanges, partsOfYear, validDates } from './calendar-claims.js';
import { comparedYears } from './compared-years.js';
import { deadlines } from './deadlines.js';
import { deviations } from './deviations.js';
import { hourSpans } from './hours.js';
import { limitsKept } from './limits-kept.js';
import { monthsTold } from './months.js';
import { offsetDates } from './offsets.js';
import { eventOrder } from './order.js';
import { paperYears } from './papers.js';
import { periodAverages } from './period-averages.js';
import { periodDrifts } from './periods.js';
import { planYears } from './plan-years.js';
import { sequels } from './sequels.js';
import { seriesHeld } from './series.js';
import { dateSpans } from './spans.js';
import { termsLeft } from './terms-left.js';
import { weekdaysNamed } from './weekdays.js';
import { yearRuns } from './year-runs.js';
import { yearlyCounts } from './yearly-counts.js';

/** What a document says of dates and lengths of time, against itself and the calendar. */
export function dateClaims(described: Described, times: Times): WordsRelation[] {
  const tracks = described.times;
  const { reportYear } = described.reading.metadata;
  return [
    ...validDates(tracks, times),
    ...orderedRanges(tracks),
    ...partsOfYear(tracks),
    ...monthsTold(tracks),
    ...weekdaysNamed(tracks),
    ...eventOrder(tracks, times),
    ...sequels(tracks),
    ...dateSpans(tracks, times),
    ...hourSpans(tracks),
    ...offsetDates(tracks),
    ...termsLeft(tracks, times),
    ...deviations(tracks),
    ...betweenEvents(tracks),
    ...deadlines(tracks),
    ...limitsKept(tracks),
    ...anniversaries(tracks, times),
    ...ages(tracks, times),
    ...yearRuns(tracks, times),
    ...brokenRuns(tracks),
    ...yearlyCounts(tracks, times),
    ...seriesHeld(tracks),
    ...planYears(tracks, times),
    ...comparedYears(tracks, reportYear),
    ...paperYears(tracks),
    ...periodDrifts(tracks),
    ...periodAverages(described, times),
  ];
}
