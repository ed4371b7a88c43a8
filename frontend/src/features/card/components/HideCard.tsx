import { paths, type Case, type Hidden, type Involvement } from '@/api';
import { useTranslation } from '@/i18n';
import { fieldIds, FocusFirst, hidingOf, HidingFields, ItemEditForm, may, toHiding, useHidingRule, useInPlace, useItemEdit, type HidingValues } from '@/parts';
import { Button, Hidden as Unseen, Paragraph } from '@/ui';

type Props = { data: Case; card: Involvement };

const formOf = (card: Involvement) => `card-hiding:${card.id}`;
const fields = ['hiddenFromFamily'] as const;
const toValues = (card: Involvement) => hidingOf(card.hiddenFromFamily);

function Form({ data, card, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('card');
  const prefix = `card-hiding-${card.id}`;
  const edit = useItemEdit<{ hiddenFromFamily: Hidden | null }, Involvement & { hiddenFromFamily: Hidden | null }, HidingValues>({
    form: formOf(card), caseId: data.id, path: paths.involvement(data.id, card.id), item: { ...card, hiddenFromFamily: card.hiddenFromFamily ?? null },
    fields, toValues, toFields: toHiding, fieldOf: fieldIds(prefix).fieldOf, onSaved: onClose,
  });
  return (
    <ItemEditForm edit={edit} label={t('cards.hide', { name: card.name })} rules={useHidingRule()} onCancel={onClose}>
      <Paragraph soft small>
        {t('cards.hideHelp', { name: card.name })}
      </Paragraph>
      <HidingFields data={data} prefix={prefix} values={edit.values} change={edit.change} errors={edit.errors} />
    </ItemEditForm>
  );
}

/** The coordinator hides a card from the family for a while, or shows it again. Who coordinates is never hidden: the family must know whom to call. */
export function HideCard({ data, card }: Props) {
  const { t } = useTranslation('card');
  const form = useInPlace(formOf(card));
  if (!may(data, 'hide') || card.isCoordinator) return null;
  if (form.open)
    return (
      <div className="card-view__hide">
        <FocusFirst when={form.byHand}>
          <Form data={data} card={card} onClose={form.hide} />
        </FocusFirst>
      </div>
    );
  return (
    <p className="card-view__hide ep-no-print">
      <Button kind="quiet" small icon="lock" data-opens={formOf(card)} onClick={form.show}>
        {t('cards.whatFamilySees')}
        <Unseen>: {card.name}</Unseen>
      </Button>
    </p>
  );
}
