import type { Case, PlanVersionListItem } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { caseNames } from '@/parts';
import { PeopleList, PeopleRow, PersonMark, UserText } from '@/ui';

/** What everybody of the family said about one version; who did not answer yet is named too. */
export function Answers({ data, version, exceptMe }: { data: Case; version: Pick<PlanVersionListItem, 'approvals'>; exceptMe?: boolean }) {
  const { t } = useTranslation('family');
  const { near } = useDates();
  const members = data.household.filter((member) => member.hasAccess && !(exceptMe && member.id === data.myFamilyMemberId));
  if (members.length === 0) return null;
  return (
    <PeopleList>
      {members.map((member) => {
        const answer = version.approvals.find((one) => one.memberId === member.id);
        return (
          <PeopleRow
            key={member.id}
            mark={<PersonMark name={member.name} shape="family" />}
            name={<UserText>{caseNames(data).of(member.id)}</UserText>}
            second={
              answer ? (
                <>
                  {t(answer.answer === 'agrees' ? 'answers.yes' : 'answers.notYet', { date: near(answer.answeredAt) })}
                  {answer.ownView ? (
                    <span className="family-view ep-voice">
                      “<UserText>{answer.ownView}</UserText>”
                    </span>
                  ) : null}
                </>
              ) : (
                t('answers.none')
              )
            }
          />
        );
      })}
    </PeopleList>
  );
}
