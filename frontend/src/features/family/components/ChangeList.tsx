import type { Plan, PlanDomain } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { CodeBadge } from '@/parts';
import { Badge, Card, UserText } from '@/ui';
import type { PlanChange } from '../diff';

const dateFields = ['targetDate', 'due', 'reviewDate'];
const badges = { new: 'new', changed: 'plain', gone: 'line' } as const;
const textFields = ['text', 'status', 'targetDate', 'target', 'domain', 'who', 'due', 'reviewDate', 'domains'] as const;
type FieldName = (typeof textFields)[number];
const isField = (name: string): name is FieldName => (textFields as readonly string[]).includes(name);

/** What each changed field says, in words. */
function useValueWords(names: readonly PlanDomain[]) {
  const { t } = useTranslation('family');
  const word = useWords();
  const { date } = useDates();
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('diff.nothing');
    if (dateFields.includes(field) && typeof value === 'string') return date(value);
    if (field === 'status' && typeof value === 'string') return word('goalStatuses', value);
    if (field === 'domain' && typeof value === 'string') return names.find((one) => one.code === value)?.name || word('lifeDomains', value);
    if (field === 'domains' && Array.isArray(value)) return (value as PlanDomain[]).map((one) => one.name || word('lifeDomains', one.code)).join(', ') || t('diff.nothing');
    return String(value);
  };
}

/** New, different or gone, with what it says now and what stood there before. In the first plan everything is new, so nothing is marked. */
export function ChangeList({ changes, plan, first }: { changes: PlanChange[]; plan: Plan; first?: boolean }) {
  const { t } = useTranslation('family');
  const { date } = useDates();
  const say = useValueWords(plan.lifeDomains);
  const shown = (change: PlanChange) => (change.what === 'evaluation' ? date(change.text) : change.text);
  return (
    <Card flush>
      <ul className="family-rows">
        {changes.map((change) => (
          <li key={change.key}>
            <p className="family-goal__head">
              {first ? null : <Badge tone={badges[change.kind]}>{t(`diff.${change.kind}`)}</Badge>}
              {change.domain ? <CodeBadge code={change.domain} names={plan.lifeDomains} plain /> : null}
              <span className="ep-soft ep-small">{t(`diff.what.${change.what}`)}</span>
            </p>
            {change.kind === 'gone' ? (
              <p>
                <b className="family-was">{t('diff.wasThere')}</b> <UserText>{shown(change)}</UserText>
              </p>
            ) : change.what === 'domains' ? null : (
              <p className="family-now">
                <UserText>{shown(change)}</UserText>
              </p>
            )}
            {change.fields.map(({ field, before, now }) =>
              field === 'text' ? (
                <p key={field} className="ep-soft">
                  <b className="family-was">{t('diff.before')}</b> <UserText>{change.what === 'evaluation' ? date(String(before)) : say(field, before)}</UserText>
                </p>
              ) : (
                <p key={field} className="ep-soft">
                  {isField(field) ? t(`diff.fields.${field}`) : field}: <b>{say(field, now)}</b>. <b className="family-was">{t('diff.before')}</b> {say(field, before)}
                </p>
              ),
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
