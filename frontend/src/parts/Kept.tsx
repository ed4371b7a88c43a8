import { keptAnswers, paths, type Agreement, type Case, type Kept } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { Badge, Button, Hidden, RadioGroup } from '@/ui';
import { may } from './CaseFrame';
import { errorAt } from './formErrors';
import { fieldIds } from './fieldIds';
import { FocusFirst, useInPlace } from './InPlace';
import { ItemEditForm } from './ItemForm';
import { useItemEdit } from './useItemEdit';
import './css/kept.css';

type Fields = { kept: Kept | null };
type Values = { kept: string };
const fieldNames = ['kept'] as const;
const formOf = (agreement: Agreement) => `agreement-kept:${agreement.id}`;
const toValues = ({ kept }: Fields): Values => ({ kept: kept ?? '' });
const toFields = ({ kept }: Values): Fields => ({ kept: kept === '' ? null : (kept as Kept) });

/** Whoever writes the plan, and whoever is party to an agreement, knows whether it works. */
const maySay = (data: Case, agreement: Agreement): boolean =>
  data.status === 'open' && (may(data, 'edit-plan') || agreement.parties.some((party) => party.kind === 'professional' && party.id === data.myInvolvementId));

function KeptForm({ data, agreement, onClose }: { data: Case; agreement: Agreement; onClose: () => void }) {
  const { t } = useTranslation('parts');
  const word = useWords();
  const { id, fieldOf } = fieldIds(`kept-${agreement.id}`);
  const edit = useItemEdit<Fields, Agreement, Values>({ form: formOf(agreement), caseId: data.id, path: paths.agreement(data.id, agreement.id), item: agreement, fields: fieldNames, toValues, toFields, fieldOf, onSaved: onClose });
  return (
    <ItemEditForm edit={edit} label={t('kept.question')} onCancel={onClose} rules={{ kept: { label: t('kept.question'), describe: (value) => (typeof value === 'string' ? word('keptAnswers', value) : t('kept.unknown')) } }}>
      <RadioGroup
        id={id('kept')}
        legend={t('kept.question')}
        help={t('kept.help')}
        error={errorAt(edit.errors, id('kept'))}
        choices={[...keptAnswers.map((code) => ({ value: code, label: word('keptAnswers', code) })), { value: '', label: t('kept.unknown') }]}
        value={edit.values.kept}
        onChange={(kept) => edit.change({ kept })}
      />
    </ItemEditForm>
  );
}

/** Whether an agreement works, in words, for everybody who reads it; and the question for whoever can answer it. */
export function KeptLine({ data, agreement }: { data: Case; agreement: Agreement }) {
  const { t } = useTranslation('parts');
  const word = useWords();
  const form = useInPlace(formOf(agreement));
  if (form.open)
    return (
      <FocusFirst when={form.byHand}>
        <KeptForm data={data} agreement={agreement} onClose={form.hide} />
      </FocusFirst>
    );
  const asks = maySay(data, agreement);
  if (!agreement.kept && !asks) return null;
  return (
    <p className="kept-line" data-keeps-focus>
      {agreement.kept ? <Badge tone={agreement.kept === 'yes' ? 'good' : 'ask'}>{word('keptAnswers', agreement.kept)}</Badge> : null}
      {asks ? (
        <Button kind="quiet" small className="ep-no-print" data-opens={formOf(agreement)} onClick={form.show}>
          {agreement.kept ? t('kept.change') : t('kept.say')}
          <Hidden>: {agreement.text}</Hidden>
        </Button>
      ) : null}
    </p>
  );
}
