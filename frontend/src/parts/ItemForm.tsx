import { lazy, Suspense, type FormEvent, type ReactNode } from 'react';
import { useSession, type Draft } from '@/api';
import { useTranslation } from '@/i18n';
import { Button, ErrorSummary, Row, type FieldError } from '@/ui';
import type { Away } from './away';
import { ConflictChoice, type ConflictRules } from './ConflictChoice';
import { DraftNotice } from './DraftNotice';
import type { ItemEdit } from './useItemEdit';

// Only members meet it, and only when the region is away.
const KeepForLater = lazy(async () => ({ default: (await import('./KeepForLater')).KeepForLater }));

/** In place of what is wrong: the plans cannot be reached, and what was typed can be kept. */
export function AwayNotice({ away }: { away: Away | null }) {
  return away ? (
    <Suspense fallback={null}>
      <KeepForLater away={away} />
    </Suspense>
  ) : null;
}

export type ItemFormFrame = {
  draft: Pick<Draft<object>, 'restored' | 'discard'>;
  errors: FieldError[];
  away?: Away | null;
  busy: boolean;
  save: () => unknown;
  label: string;
  saveLabel?: string;
  onCancel?: () => void;
  /** More buttons at the end, such as "Haal weg". */
  more?: ReactNode;
  children: ReactNode;
};

/** The frame of a form in place: draft, errors, save, stop. */
export function ItemForm({ draft, errors, away = null, busy, save, label, saveLabel, onCancel, more, children }: ItemFormFrame) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className="ep-form" noValidate aria-label={label} onSubmit={submit}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={errors} />
      <AwayNotice away={away} />
      {children}
      <Row>
        <Button type="submit" kind="main" busy={busy}>
          {saveLabel ?? t('actions.save')}
        </Button>
        {onCancel ? (
          <Button
            onClick={() => {
              draft.discard();
              onCancel();
            }}
          >
            {t('actions.cancel')}
          </Button>
        ) : null}
        {more ? <span className="ep-push">{more}</span> : null}
      </Row>
    </form>
  );
}

/** The same for an item that others may change too: it becomes the choice between two versions when they did. */
export function ItemEditForm<Fields extends object, Values>({
  edit,
  rules,
  phoneOf,
  level,
  ...frame
}: Omit<ItemFormFrame, 'draft' | 'errors' | 'away' | 'busy' | 'save'> & { edit: ItemEdit<Fields, Values>; rules: ConflictRules<Fields>; phoneOf?: (name: string) => string | null; level?: 1 | 2 }) {
  const session = useSession().data;
  const me = session?.signedIn ? session.identity?.name : undefined;
  const { conflict } = edit;
  if (conflict)
    return (
      <ConflictChoice
        conflicts={conflict.conflicts}
        rules={rules}
        otherName={conflict.changedBy}
        self={conflict.changedBy !== null && conflict.changedBy === me}
        changedAt={conflict.changedAt}
        otherPhone={conflict.changedBy && phoneOf ? phoneOf(conflict.changedBy) : null}
        level={level}
        busy={edit.busy}
        onChoose={(chosen) => void edit.resolve(chosen)}
        onBack={edit.backToForm}
      />
    );
  return <ItemForm {...frame} draft={edit.draft} errors={edit.errors} away={edit.away} busy={edit.busy} save={edit.save} />;
}
