import type { Language } from '../model/catalogue.js';
import { word } from '../model/words.js';

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** `3.4 MB`: bytes in the largest unit of 1024 that leaves one before the point. */
export function bytesText(bytes: number): string {
  let [value, at] = [bytes, 0];
  for (; value >= 1024 && at < units.length - 1; at++) value /= 1024;
  return `${at === 0 ? value : value.toFixed(1)} ${units[at]}`;
}

/** Seconds in the two largest units that tell anything. */
export function durationText(seconds: number, language: Language): string {
  if (seconds < 60)
    return word('seconds', language, { seconds: seconds < 10 ? Number(seconds.toFixed(1)) : Math.round(seconds) });
  const whole = Math.round(seconds);
  const [days, hours, minutes] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
  ];
  if (days > 0) return word('days', language, { days, hours });
  if (hours > 0) return word('hours', language, { hours, minutes });
  return word('minutes', language, { minutes, seconds: whole % 60 });
}

/** How many a second, with a decimal where few. */
export const rateText = (count: number, seconds: number): string => {
  const rate = seconds > 0 ? count / seconds : 0;
  return rate >= 10 ? String(Math.round(rate)) : rate.toFixed(1);
};
