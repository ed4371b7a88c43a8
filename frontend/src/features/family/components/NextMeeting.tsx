import type { Case } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { caseNames, contactOf, helpersOf, nextMeeting } from '@/parts';
import { Card, Heading, TableDrawing, UserText, Voice, type Seat } from '@/ui';
import { phoneLink } from './CallButton';

function seatsOf(data: Case): Seat[] {
  const family: Seat[] = data.household.slice(0, 4).map(() => ({ shape: 'family', taken: true }));
  const helpers: Seat[] = helpersOf(data)
    .slice(0, 5)
    .map((one) => ({ shape: 'professional', taken: true, coordinator: one.isCoordinator }));
  return [...family, ...helpers];
}

/** The one dark block of the page: when and where everybody meets. */
export function NextMeeting({ data }: { data: Case }) {
  const { t } = useTranslation('family');
  const { day, time } = useDates();
  const meeting = nextMeeting(data.meetings);
  const contact = contactOf(data);
  const { short } = caseNames(data);
  if (!meeting)
    return (
      <Card tone="sunk" tight>
        <p>
          {t('meeting.none')} {contact ? t('meeting.askFor', { name: short(contact.name) }) : ''}
        </p>
      </Card>
    );
  return (
    <Card as="section" tone="dark" aria-labelledby="next-meeting">
      <div className="family-meeting">
        <div>
          <Heading level={2} id="next-meeting">
            {t('meeting.next')}
          </Heading>
          <Voice>{day(meeting.startsAt)}</Voice>
          <p>
            <b>{time(meeting.startsAt)}</b>
          </p>
        </div>
        <TableDrawing seats={seatsOf(data)} size="s" />
      </div>
      <p>
        <UserText>{meeting.place}</UserText>
      </p>
      {meeting.purpose ? (
        <p>
          <UserText>{meeting.purpose}</UserText>
        </p>
      ) : null}
      {contact?.phone ? (
        <p className="family-meeting__end">
          {t('meeting.cannot')} <a href={phoneLink(contact.phone)}>{t('call', { name: short(contact.name) })}</a>
        </p>
      ) : null}
    </Card>
  );
}
