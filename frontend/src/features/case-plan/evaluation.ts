const dayMs = 86_400_000;
const weeks = 5;
/** Holidays that have a fixed day: month and day. */
const holidays = ['01-01', '04-27', '12-25', '12-26'];

/** Five weeks from now, or the first working day after that: the first look back is after four to six weeks. */
export function proposedEvaluation(today: string): string {
  const isFree = (day: Date) => [0, 6].includes(day.getUTCDay()) || holidays.includes(day.toISOString().slice(5, 10));
  let day = new Date(Date.parse(`${today}T12:00:00Z`) + weeks * 7 * dayMs);
  while (isFree(day)) day = new Date(day.getTime() + dayMs);
  return day.toISOString().slice(0, 10);
}
