import type { ReactNode } from 'react';
import { SheetFoot, SheetHead, Twice } from '@/parts/sheet';
import { DomainBadge, UserText, type Domain } from '@/ui';
import { reachOf, type ClientModel, type ClientRow, type Goal } from '../model';
import { beginning } from '../pack';
import { machineDrafts, sheetDay, sheetWords, type SheetLanguage, type SheetWords } from '../words';
import { PackedSheets, type LongText } from './PackedSheets';
import { Num, Who } from './Who';

/** So many characters of a goal stand at the top of a sheet; a longer one is read in full on the annex. */
const longestGoal = 220;

/** The word in the sheet's language, and in Dutch when that is another. */
type Word = (key: Exclude<keyof SheetWords, 'domains' | 'direction'>) => ReactNode;

/** The family's sheet: whom to call, when, and until when. */
export function ClientSheets({ model, language, domain, today = new Date() }: { model: ClientModel; language: SheetLanguage; domain: (code: string) => Domain; today?: Date }) {
  const words = sheetWords[language];
  const dutch = language === 'nl' ? null : sheetWords.nl;
  const word: Word = (key) => <Twice text={words[key]} dutch={dutch?.[key]} />;
  // A name that the family gave to a domain stays as it is; else the word in the language of the sheet, in the legend with the Dutch one.
  const named = (code: string, inLegend = false): Domain => {
    const one = domain(code);
    const given = one.name && one.name !== sheetWords.nl.domains[code] ? one.name : null;
    return { ...one, name: given ?? [words.domains[code] ?? code, inLegend && dutch ? dutch.domains[code] : null].filter(Boolean).join(' · ') };
  };
  const day = (value: string | Date) => <Num>{sheetDay(language, value)}</Num>;
  const row = new Map(model.rows.map((one) => [one.id, one]));

  const version = (said: SheetWords) => {
    const { number, changedSince } = model.version;
    return (
      <>
        {number === null ? said.draft : `${changedSince ? said.changedSince : said.version} `}
        {number === null ? null : <Num>{number}</Num>}, {said.made} {day(today)}
      </>
    );
  };
  const head = (annex: boolean) => (
    <SheetHead
      title={word('title')}
      family={
        <>
          <UserText>{model.family}</UserText>
          {annex ? <> ({words.continued})</> : null}
        </>
      }
      audience={word('audience')}
      lines={[
        version(words),
        ...(dutch
          ? [
              <span key="dutch" className="sheet-dutch" lang="nl" dir="ltr">
                {version(dutch)}
              </span>,
            ]
          : []),
        ...(machineDrafts.includes(language) ? [word('machine')] : []),
      ]}
    />
  );

  const goal = (key: 'ownGoal' | 'sharedGoal', { text, until }: Goal, quoted: boolean) => {
    const start = text ? beginning(text, longestGoal) : null;
    const shown = start ?? text;
    return (
      <div className="paper-goal">
        <p className="paper-label">
          <span>{word(key)}</span>
          {until ? (
            <span>
              {word('until')} {day(until)}
            </span>
          ) : null}
        </p>
        {shown ? (
          <p className="ep-voice">
            <UserText>{quoted ? `“${shown}”` : shown}</UserText>
          </p>
        ) : (
          <p className="paper-empty">{word('noGoal')}</p>
        )}
        {start ? (
          <p className="sheet-small">
            {word('readOn')} <Num>2</Num>
          </p>
        ) : null}
      </div>
    );
  };
  const long: LongText[] = (['own', 'shared'] as const).flatMap((key) => {
    const { text } = model[key];
    return text && beginning(text, longestGoal) ? [{ id: key, label: <span>{word(`${key}Goal`)}</span>, text }] : [];
  });

  const ends = ({ helpEndsWhen, period }: ClientRow): string[] => {
    if (helpEndsWhen) return [helpEndsWhen];
    return [period.until ? `${words.until} ${sheetDay(language, period.until)}` : null, period.text].filter((text) => text !== null);
  };

  return (
    <PackedSheets
      kind="client"
      dir={words.direction}
      lang={language}
      annexed={long}
      frame={{
        label: (number, total) => `${words.title} ${model.family}, ${words.sheet} ${number} ${words.of} ${total}`,
        head,
        goals: (
          <div className="paper-goals">
            {goal('ownGoal', model.own, true)}
            {goal('sharedGoal', model.shared, false)}
          </div>
        ),
        more: (
          <>
            {word('more')} <Num>2</Num>
          </>
        ),
        foot: (number, total) => (
          <SheetFoot
            number={
              <>
                {words.sheet} <Num>{number}</Num> {words.of} <Num>{total}</Num>
              </>
            }
            end={
              model.contact ? (
                <>
                  {word(model.contact.phone ? 'questions' : 'questionsByMail')} <bdi translate="no">{model.contact.first}</bdi> <b>{reachOf(model.contact) ? <Num>{reachOf(model.contact)}</Num> : null}</b>
                </>
              ) : null
            }
          >
            {model.domains.length > 0 ? (
              <div className="sheet-legend">
                <b>{word('colours')}</b>
                {model.domains.map((code) => (
                  <DomainBadge key={code} domain={named(code, true)} plain />
                ))}
              </div>
            ) : null}
          </SheetFoot>
        ),
      }}
      table={{
        caption: words.title,
        columns: [
          { key: 'who', label: word('who') },
          { key: 'role', label: word('role') },
          { key: 'when', label: word('contactMeWhen') },
          { key: 'ends', label: word('helpEndsWhen') },
        ],
        entries: model.rows.map((one) => ({ id: one.id, cells: [one.role ? [one.role] : [], one.contactMeWhen ? [one.contactMeWhen] : [], ends(one)] })),
        empty: <span className="paper-empty">{word('notSaid')}</span>,
        who: (id, part) => {
          const one = row.get(id);
          return one ? (
            <Who
              person={one}
              reach={reachOf(one)}
              second={[one.function, one.organisation].filter(Boolean).join(', ')}
              domains={one.domains.map((code) => named(code))}
              nothing={one.coordinator ? words.everything : undefined}
              continued={part > 0 ? word('continued') : undefined}
            />
          ) : null;
        },
      }}
    />
  );
}
