import { paths, type Case, type Meeting } from '@/api';
import { toInstant, toLocal, useDates, useTranslation } from '@/i18n';
import { errorAt, fieldIds, FocusFirst, ItemEditForm, ItemForm, may, useInPlace, useItemEdit, useNewItem, type FieldsProps } from '@/parts';
import { Button, Card, Heading, Hidden, TableDrawing, TextField, UserText, Voice, type FieldError, type Seat } from '@/ui';
import { phoneOf } from '../actors';

type Fields = Pick<Meeting, 'startsAt' | 'place' | 'purpose'>;
type Values = { startsAt: string; place: string; purpose: string };
const fieldNames = ['startsAt', 'place', 'purpose'] as const;
const newFormOf = (data: Case) => `meeting-new:${data.id}`;
const formOf = (meeting: Meeting) => `meeting:${meeting.id}`;
const toValues = (meeting: Meeting): Values => ({ startsAt: toLocal(meeting.startsAt), place: meeting.place, purpose: meeting.purpose ?? '' });
/** The instant as it was stays when the shown time did not change, so that nothing looks changed that was not. */
const toFields = (values: Values, was?: Meeting): Fields => ({
  startsAt: was && toLocal(was.startsAt) === values.startsAt ? was.startsAt : values.startsAt === '' ? '' : toInstant(values.startsAt),
  place: values.place, purpose: values.purpose.trim() === '' ? null : values.purpose,
});

function MeetingInputs({ prefix, values, change, errors }: FieldsProps<Values>) {
  const { t } = useTranslation('casePlan');
  const { id } = fieldIds(prefix);
  return (
    <>
      <TextField id={id('startsAt')} type="datetime-local" short label={t('meeting.startsAt')} error={errorAt(errors, id('startsAt'))} value={values.startsAt} onChange={(startsAt) => change({ startsAt })} />
      <TextField id={id('place')} label={t('meeting.place')} error={errorAt(errors, id('place'))} maxLength={200} value={values.place} onChange={(place) => change({ place })} />
      <TextField id={id('purpose')} label={t('meeting.purpose')} help={t('optional')} error={errorAt(errors, id('purpose'))} maxLength={1000} value={values.purpose} onChange={(purpose) => change({ purpose })} />
    </>
  );
}

function useCheck(prefix: string): (values: Values) => FieldError[] {
  const { t } = useTranslation('casePlan');
  const { id } = fieldIds(prefix);
  return (values) => [
    ...(values.startsAt === '' ? [{ fieldId: id('startsAt'), text: t('missing.startsAt') }] : []),
    ...(values.place.trim() === '' ? [{ fieldId: id('place'), text: t('missing.place') }] : []),
  ];
}

function NewMeeting({ data, onClose }: { data: Case; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const prefix = 'meeting-new';
  const form = useNewItem<Values>({
    form: newFormOf(data), caseId: data.id, path: paths.meetings(data.id), initial: { startsAt: '', place: '', purpose: '' }, toBody: (values) => toFields(values), fieldOf: fieldIds(prefix).fieldOf, check: useCheck(prefix), onMade: onClose,
  });
  return (
    <ItemForm {...form} label={t('meeting.plan')} saveLabel={t('meeting.plan')} onCancel={onClose}>
      <MeetingInputs prefix={prefix} values={form.values} change={form.change} errors={form.errors} />
    </ItemForm>
  );
}

function MeetingEdit({ data, meeting, onClose }: { data: Case; meeting: Meeting; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  const prefix = `meeting-${meeting.id}`;
  const edit = useItemEdit<Fields, Meeting, Values>({
    form: formOf(meeting), caseId: data.id, path: paths.meeting(data.id, meeting.id), item: meeting, fields: fieldNames, toValues, toFields: (values) => toFields(values, meeting), fieldOf: fieldIds(prefix).fieldOf, check: useCheck(prefix), onSaved: onClose,
  });
  return (
    <ItemEditForm
      edit={edit}
      label={t('meeting.change')}
      phoneOf={phoneOf(data)}
      onCancel={onClose}
      rules={{ startsAt: { label: t('meeting.startsAt'), describe: (value) => (typeof value === 'string' ? `${dates.day(value)} ${dates.time(value)}` : '') }, place: { label: t('meeting.place') }, purpose: { label: t('meeting.purpose') } }}
    >
      <MeetingInputs prefix={prefix} values={edit.values} change={edit.change} errors={edit.errors} />
    </ItemEditForm>
  );
}

function MeetingLine({ data, meeting }: { data: Case; meeting: Meeting }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  const form = useInPlace(formOf(meeting));
  if (form.open)
    return (
      <Card>
        <FocusFirst when={form.byHand}>
          <MeetingEdit data={data} meeting={meeting} onClose={form.hide} />
        </FocusFirst>
      </Card>
    );
  const seats: Seat[] = [
    ...data.household.map(() => ({ shape: 'family' as const, taken: true })),
    ...data.involvements.filter((one) => one.status === 'active').map((one) => ({ shape: 'professional' as const, taken: true, coordinator: one.isCoordinator })),
  ];
  return (
    <Card as="section" tone="dark" aria-labelledby={`meeting-${meeting.id}`}>
      <div className="cp-meeting">
        <div>
          <h2 id={`meeting-${meeting.id}`}>{t('meeting.next')}</h2>
          <Voice>{dates.day(meeting.startsAt)}</Voice>
          <p>
            {dates.time(meeting.startsAt)}, <UserText>{meeting.place}</UserText>
          </p>
        </div>
        <TableDrawing seats={seats} />
      </div>
      {meeting.purpose ? (
        <p>
          <UserText>{meeting.purpose}</UserText>
        </p>
      ) : null}
      {may(data, 'schedule-meeting') ? (
        <p className="cp-goal__deeds">
          <Button kind="second" small data-opens={formOf(meeting)} onClick={form.show}>
            {t('meeting.change')}
            <Hidden>: {dates.day(meeting.startsAt)}</Hidden>
          </Button>
        </p>
      ) : null}
    </Card>
  );
}

/** Round tables that are to come; the coordinator plans them. */
export function Meetings({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const form = useInPlace(newFormOf(data));
  const now = new Date().toISOString();
  const coming = data.meetings.filter((meeting) => Date.parse(meeting.startsAt) >= Date.parse(now)).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const mayPlan = may(data, 'schedule-meeting');
  return (
    <>
      {coming.map((meeting) => (
        <MeetingLine key={meeting.id} data={data} meeting={meeting} />
      ))}
      {coming.length === 0 && !form.open ? (
        <Card as="section" tone="sunk" aria-labelledby="no-meeting">
          <Heading level={2} look={3} id="no-meeting">
            {t('meeting.title')}
          </Heading>
          <p className="ep-soft">{t('meeting.none')}</p>
        </Card>
      ) : null}
      {form.open ? (
        <Card as="section" aria-labelledby="new-meeting">
          <Heading level={2} look={3} id="new-meeting">
            {t('meeting.plan')}
          </Heading>
          <FocusFirst when={form.byHand}>
            <NewMeeting data={data} onClose={form.hide} />
          </FocusFirst>
        </Card>
      ) : mayPlan ? (
        <div>
          <Button icon="calendar" data-opens={newFormOf(data)} onClick={form.show}>
            {t('meeting.plan')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
