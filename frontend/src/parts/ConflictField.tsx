import { useId, type ReactNode } from 'react';
import { same, type FieldConflict } from '@/api';
import { useTranslation } from '@/i18n';
import { Mark, UserText } from '@/ui';
import { changedPieces, mergeTexts, textChanges } from './textMerge';

/** How one field is shown and joined. Without `describe` it is a text that a person wrote. */
export type ConflictFieldRule = {
  label: string;
  /** In words, for what is not a text: a date, a choice, a list. */
  describe?: (value: unknown) => string;
  /** Both in one, for what is not a text; without it one chooses between the two. */
  both?: (base: unknown, theirs: unknown, mine: unknown) => unknown;
};

type Which = 'theirs' | 'mine' | 'both';
export type Picked = { which: Which; text: string };

type Conflict = Pick<FieldConflict<Record<string, unknown>>, 'base' | 'mine' | 'theirs'>;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Joins two lists: what both kept of the old one, and what either added. */
export function joinLists(base: unknown, theirs: unknown, mine: unknown): unknown[] {
  const [old, a, b] = [base, theirs, mine].map((list) => (Array.isArray(list) ? (list as unknown[]) : [])) as [unknown[], unknown[], unknown[]];
  const has = (list: unknown[], item: unknown) => list.some((other) => same(other, item));
  return [...a.filter((item) => has(b, item) || !has(old, item)), ...b.filter((item) => !has(a, item) && !has(old, item))];
}

export function startOf(conflict: Conflict, rule: ConflictFieldRule): Picked {
  const text = rule.describe ? '' : mergeTexts(textOf(conflict.base), textOf(conflict.theirs), textOf(conflict.mine)).text;
  return { which: rule.describe && !rule.both ? 'theirs' : 'both', text };
}

export function valueOf(conflict: Conflict, rule: ConflictFieldRule, picked: Picked): unknown {
  if (picked.which === 'theirs') return conflict.theirs;
  if (picked.which === 'mine') return conflict.mine;
  if (rule.describe) return rule.both ? rule.both(conflict.base, conflict.theirs, conflict.mine) : conflict.theirs;
  return picked.text.trim() === '' ? null : picked.text;
}

function Text({ base, text, empty }: { base: string; text: string; empty: string }) {
  if (text === '') return <span className="versus__text ep-soft">{empty}</span>;
  return (
    <span className="versus__text ep-voice" dir="auto" translate="no">
      {changedPieces(base, text).map((piece, index) => (piece.changed ? <Mark key={index}>{piece.text}</Mark> : <span key={index}>{piece.text}</span>))}
    </span>
  );
}

export function ConflictField({ conflict, rule, theirsTitle, picked, onPick }: { conflict: Conflict; rule: ConflictFieldRule; theirsTitle: string; picked: Picked; onPick: (picked: Picked) => void }) {
  const { t } = useTranslation('parts');
  const name = useId();
  const { describe, both } = rule;
  const base = describe ? describe(conflict.base) : textOf(conflict.base);
  const empty = t('conflict.empty');
  const explain = (value: unknown): string => {
    if (describe) return '';
    const changes = textChanges(base, textOf(value)).map(({ removed, added }) =>
      removed === '' ? t('conflict.added', { added }) : added === '' ? t('conflict.removed', { removed }) : t('conflict.changed', { removed, added }),
    );
    return changes.join(' ');
  };
  const shown = (value: unknown): ReactNode =>
    describe ? <span className="versus__text">{describe(value) === '' ? <span className="ep-soft">{empty}</span> : <UserText>{describe(value)}</UserText>}</span> : <Text base={base} text={textOf(value)} empty={empty} />;
  const option = (which: Which, title: string, help: string, content: ReactNode, footer: string) => (
    <div className="versus__card">
      <label className="versus__head">
        <input className="ep-tick ep-tick--radio" type="radio" name={name} checked={picked.which === which} onChange={() => onPick({ ...picked, which })} />
        <span>
          <b>{title}</b>
          <small>{help}</small>
        </span>
      </label>
      {content}
      {footer === '' ? null : <p className="versus__words">{footer}</p>}
    </div>
  );
  const clean = describe ? true : mergeTexts(base, textOf(conflict.theirs), textOf(conflict.mine)).clean;
  return (
    <fieldset className="versus__field">
      <legend className="ep-legend">{rule.label}</legend>
      <p className="versus__was">
        <b>{t('conflict.was')}</b> {base === '' ? empty : <UserText>{base}</UserText>}
      </p>
      <div className="versus__cards">
        {option('theirs', theirsTitle, t('conflict.theirsHelp'), shown(conflict.theirs), explain(conflict.theirs))}
        {option('mine', t('conflict.mine'), t('conflict.mineHelp'), shown(conflict.mine), explain(conflict.mine))}
        {describe
          ? both
            ? option('both', t('conflict.both'), t('conflict.bothListHelp'), shown(both(conflict.base, conflict.theirs, conflict.mine)), '')
            : null
          : option(
              'both',
              t('conflict.both'),
              t('conflict.bothHelp'),
              <textarea
                className="utrecht-textarea utrecht-textarea--html-textarea ep-in ep-in--textarea ep-in--voice"
                rows={4}
                dir="auto"
                aria-label={t('conflict.bothLabel', { field: rule.label })}
                value={picked.text}
                onChange={(event) => onPick({ which: 'both', text: event.currentTarget.value })}
              />,
              clean ? t('conflict.bothClean') : t('conflict.bothTouch'),
            )}
      </div>
    </fieldset>
  );
}
