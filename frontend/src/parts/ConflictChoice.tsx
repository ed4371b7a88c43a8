import { useEffect, useId, useRef, useState } from 'react';
import type { FieldConflict } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { Button, ButtonAnchor, Heading, Paragraph, Row } from '@/ui';
import { ConflictField, startOf, valueOf, type ConflictFieldRule, type Picked } from './ConflictField';
import './css/conflict.css';

export type ConflictRules<T> = { [K in keyof T]?: ConflictFieldRule };

export type ConflictChoiceProps<T extends object> = {
  conflicts: FieldConflict<T>[];
  rules: ConflictRules<T>;
  /** Who saved first; null when that is not known. */
  otherName: string | null;
  /** It was this person, on another screen. */
  self?: boolean;
  changedAt: string | null;
  /** Of the other one, to talk first. */
  otherPhone?: string | null;
  level?: 1 | 2;
  busy?: boolean;
  onChoose: (values: Partial<T>) => void;
  onBack: () => void;
};

/** Two people changed the same: both texts are shown and the person chooses. Nothing is lost until then. */
export function ConflictChoice<T extends object>({ conflicts, rules, otherName, self, changedAt, otherPhone, level = 2, busy, onChoose, onBack }: ConflictChoiceProps<T>) {
  const { t } = useTranslation('parts');
  const dates = useDates();
  const headingId = useId();
  const box = useRef<HTMLElement>(null);
  const other = otherName ?? t('conflict.somebody');
  const lead = self ? t('conflict.selfLead') : changedAt ? t('conflict.leadAt', { name: other, moment: dates.moment(changedAt) }) : t('conflict.lead', { name: other });
  const ruleOf = (conflict: FieldConflict<T>): ConflictFieldRule => rules[conflict.field] ?? { label: String(conflict.field) };
  const [picked, setPicked] = useState<Picked[]>(() => conflicts.map((conflict) => startOf(conflict, ruleOf(conflict))));
  useEffect(() => {
    const heading = box.current?.querySelector<HTMLElement>('h1, h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, []);
  const choose = () =>
    onChoose(Object.fromEntries(conflicts.map((conflict, index) => [conflict.field, valueOf(conflict, ruleOf(conflict), picked[index] ?? startOf(conflict, ruleOf(conflict)))])) as Partial<T>);
  return (
    <section className="versus" ref={box} aria-labelledby={headingId}>
      <Heading level={level} id={headingId}>
        {self ? t('conflict.selfTitle') : t('conflict.title', { name: other.slice(0, 1).toLocaleUpperCase() + other.slice(1) })}
      </Heading>
      <Paragraph soft>{lead}</Paragraph>
      {conflicts.map((conflict, index) => (
        <ConflictField
          key={String(conflict.field)}
          conflict={conflict}
          rule={ruleOf(conflict)}
          theirsTitle={self ? t('conflict.selfTheirs') : t('conflict.theirs', { name: other })}
          picked={picked[index] ?? startOf(conflict, ruleOf(conflict))}
          onPick={(next) => setPicked((current) => current.map((item, at) => (at === index ? next : item)))}
        />
      ))}
      <Row>
        <Button kind="main" busy={busy} onClick={choose}>
          {t('conflict.save')}
        </Button>
        {otherName && otherPhone && !self ? (
          <ButtonAnchor icon="phone" href={`tel:${otherPhone.replace(/[^+\d]/g, '')}`}>
            {t('conflict.call', { name: otherName })}
          </ButtonAnchor>
        ) : null}
        <Button kind="quiet" onClick={onBack}>
          {t('conflict.back')}
        </Button>
      </Row>
    </section>
  );
}
