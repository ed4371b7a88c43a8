import type { Meeting } from '@/api';
import { today, useDates, useList, useTranslation, useWords } from '@/i18n';
import { SheetFoot, SheetHead } from '@/parts/sheet';
import { UserText, type Domain } from '@/ui';
import { reachOf, type About, type Goal, type Often, type ProfessionalRow, type ProfessionalsModel } from '../model';
import { beginning } from '../pack';
import { sheetDay } from '../words';
import { PackedSheets, type LongText } from './PackedSheets';
import { Num, Who } from './Who';

const longestGoal = 200;

/** What the professionals of a case agreed: why each is there, tells what, wants to know what, until when. In the language of whoever prints. */
export function ProfessionalsSheets({ model, domain, meeting }: { model: ProfessionalsModel; domain: (code: string) => Domain; meeting: Meeting | null }) {
  const { t, i18n } = useTranslation('paper');
  const word = useWords();
  const list = useList();
  const { day, time } = useDates();
  const date = (value: string | Date) => sheetDay(i18n.language, value);
  const row = new Map(model.rows.map((one) => [one.id, one]));
  const { number, changedSince } = model.version;

  const goal = (key: 'own' | 'shared', { text, until }: Goal) => {
    const start = text ? beginning(text, longestGoal) : null;
    return (
      <div className="paper-goal">
        <p className="paper-label">
          <span>{t(`professionals.${key}`)}</span>
          {until ? <span>{t('professionals.until', { date: date(until) })}</span> : null}
        </p>
        {text ? (
          <p className="ep-voice">
            <UserText>{key === 'own' ? `“${start ?? text}”` : (start ?? text)}</UserText>
          </p>
        ) : (
          <p className="paper-empty">{t('professionals.noGoal')}</p>
        )}
        {start ? <p className="sheet-small">{t('professionals.readOn', { number: 2 })}</p> : null}
      </div>
    );
  };
  const long: LongText[] = (['own', 'shared'] as const).flatMap((key) => {
    const { text } = model[key];
    return text && beginning(text, longestGoal) ? [{ id: key, label: <span>{t(`professionals.${key}`)}</span>, text }] : [];
  });

  const subject = ({ subjects, about, from }: About) => {
    const [first = '', ...others] = subjects.map((code) => word('subjects', code));
    const said = [first, ...others.map((other) => other.replace(/^./u, (letter) => letter.toLocaleLowerCase()))].join(', ');
    const words = about.length > 0 ? t('professionals.about', { subject: said, names: list(about) }) : said;
    return from ? t('professionals.from', { words, name: from }) : words;
  };
  const often = ({ frequency, with: others }: Often) => t('professionals.often', { frequency: word('frequencies', frequency), names: others.map(({ name, differs }) => (differs ? `≠\u00a0${name}` : name)).join(', ') });
  const period = ({ period: { until, text } }: ProfessionalRow) => [until ? t(until < today() ? 'professionals.ended' : 'professionals.until', { date: date(until) }) : null, text].filter((one) => one !== null);
  // A number or an address says by itself that one calls or mails; other ways are said in words.
  const byItself = ['phone', 'e-mail'];
  const channel = (one: ProfessionalRow) => (one.channel && !byItself.includes(one.channel) ? word('channels', one.channel) : null);
  const differs = model.rows.some((one) => one.often.some(({ with: others }) => others.some((other) => other.differs)));
  const coordinatorReach = model.coordinator ? reachOf(model.coordinator) : null;

  return (
    <PackedSheets
      kind="professionals"
      dir="ltr"
      lang={i18n.language}
      annexed={long}
      frame={{
        label: (sheet, total) => `${t('professionals.title')} ${model.family}, ${t('number', { number: sheet, total })}`,
        head: (annex) => (
          <SheetHead
            title={t('professionals.title')}
            family={
              <>
                <UserText>{model.family}</UserText>, {word('municipalities', model.municipality)}
                {annex ? <> ({t('professionals.continued')})</> : null}
              </>
            }
            audience={t('professionals.audience')}
            lines={[
              t(number === null ? 'professionals.draft' : changedSince ? 'professionals.changedSince' : 'professionals.version', { number, date: date(new Date()) }),
              ...(model.holdsHidden ? [t('professionals.hidden')] : []),
            ]}
          />
        ),
        goals: (
          <div className="paper-goals">
            {goal('own', model.own)}
            {goal('shared', model.shared)}
            <div className="paper-goal">
              <p className="paper-label">
                <span>{t('professionals.coordinator')}</span>
              </p>
              {model.coordinator ? (
                <>
                  <p>
                    <bdi translate="no">
                      <b>{model.coordinator.name}</b>
                    </bdi>{' '}
                    {coordinatorReach ? <Num>{coordinatorReach}</Num> : null}
                  </p>
                  {model.standIn ? (
                    <p>
                      {t('professionals.standIn')} <bdi translate="no">{model.standIn.name}</bdi> {model.standIn.phone ? <Num>{model.standIn.phone}</Num> : null}
                    </p>
                  ) : null}
                </>
              ) : (
                <p className="paper-empty">{t('professionals.noCoordinator')}</p>
              )}
            </div>
          </div>
        ),
        more: t('professionals.more', { number: 2 }),
        foot: (sheet, total) => (
          <SheetFoot
            number={t('number', { number: sheet, total })}
            end={meeting ? <>{t('professionals.meeting', { date: day(meeting.startsAt), time: time(meeting.startsAt) })}</> : null}
          >
            <p>
              {differs ? <>{t('professionals.differs')} </> : null}
              {model.evaluationDate ? t('professionals.evaluation', { date: date(model.evaluationDate) }) : t('professionals.noEvaluation')}
            </p>
          </SheetFoot>
        ),
      }}
      table={{
        caption: t('professionals.caption'),
        columns: (['who', 'reason', 'gives', 'wants', 'often', 'period'] as const).map((key) => ({ key, label: t(`professionals.columns.${key}`) })),
        entries: model.rows.map((one) => ({ id: one.id, cells: [one.reason ? [one.reason] : [], one.gives.map(subject), one.wants.map(subject), one.often.map(often), period(one)] })),
        empty: <span className="paper-empty">{t('professionals.notSaid')}</span>,
        who: (id, part) => {
          const one = row.get(id);
          return one ? (
            <Who
              person={one}
              reach={reachOf(one, one.channel)}
              second={[one.function, one.organisation].filter(Boolean).join(', ')}
              channel={channel(one)}
              domains={one.domains.map(domain)}
              nothing={one.coordinator ? t('professionals.everything') : undefined}
              continued={part > 0 ? t('professionals.continued') : undefined}
            />
          ) : null;
        },
      }}
    />
  );
}
