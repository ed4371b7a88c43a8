const dayMs = 86_400_000;
const weeks = 5;

/** Five weeks from now: the first look back is after four to six weeks. Never in a weekend. */
export function proposedEvaluation(today: string): string {
  const day = new Date(Date.parse(`${today}T12:00:00Z`) + weeks * 7 * dayMs);
  const weekday = day.getUTCDay();
  const later = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return new Date(day.getTime() + later * dayMs).toISOString().slice(0, 10);
}
