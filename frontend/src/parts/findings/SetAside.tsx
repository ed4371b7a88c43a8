import { useState, type FormEvent } from 'react';
import { api, paths, useCaseDeed, useDraft, type Case, type Finding } from '@/api';
import { useTranslation } from '@/i18n';
import { Button, ErrorSummary, Row, TextArea, type FieldError } from '@/ui';
import { DraftNotice } from '../DraftNotice';
import { errorAt, formErrors } from '../formErrors';

/** Sets a finding aside, with a reason that everybody reads. */
export function SetAside({ data, finding, onClose }: { data: Case; finding: Finding; onClose: () => void }) {
  const { t } = useTranslation('findings');
  const { t: common } = useTranslation();
  const draft = useDraft(`finding-aside:${data.id}:${finding.id}`, { reason: '' });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const aside = useCaseDeed(data.id, (reason: string) => api.put(paths.settingAside(data.id, finding.id), finding.version, { reason }));
  const id = `aside-${finding.id}`;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const reason = draft.values.reason.trim();
    if (reason === '') return setErrors([{ fieldId: id, text: t('asideMissing') }]);
    aside.mutate(reason, {
      onSuccess: () => {
        draft.discard();
        onClose();
      },
      onError: (error) => setErrors(formErrors(error, () => id, common)),
    });
  };
  return (
    <form className="ep-form" noValidate aria-label={t('aside')} onSubmit={save}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={errors} />
      <TextArea id={id} label={t('asideTitle')} help={t('asideHelp')} error={errorAt(errors, id)} rows={2} maxLength={1000} value={draft.values.reason} onChange={(reason) => draft.change({ reason })} />
      <Row>
        <Button type="submit" kind="main" small busy={aside.isPending}>
          {t('asideSave')}
        </Button>
        <Button
          small
          onClick={() => {
            draft.discard();
            onClose();
          }}
        >
          {t('cancel')}
        </Button>
      </Row>
    </form>
  );
}
