import { qualities, usePlan, type Case, type Person } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { Sheet, SheetFoot, SheetHead } from '@/parts/sheet';
import { classes, UserText } from '@/ui';
import { inColumns, type Line } from '../paperList';
import { PictureSvg } from '../picture/PictureSvg';
import { inReadingOrder, useNetworkDrawing } from '../useNetworkDrawing';
import { useSentences } from '../useSentences';
import { NetworkBadges } from './NetworkBadge';
import { TieMark } from './TieMark';
import './network.css';
import './peopleSheets.css';

/** Beside the picture there is one column; a sheet for who does not fit has three. */
const beside = { width: 97, height: 156 };
const annex = { width: 86, height: 152 };
const perAnnex = 3;

function Lines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('network');
  const word = useWords();
  return (
    <ul className="people-lines">
      {lines.map((line) =>
        line.kind === 'group' ? (
          <li key={line.sector} className="people-group">
            <h3>{line.again ? t('paper.again', { group: word('sectors', line.sector) }) : word('sectors', line.sector)}</h3>
          </li>
        ) : (
          <li key={line.person.id}>
            <span className={classes('people-number', line.person.sector === 'professional' && 'people-number--work')}>{line.number}</span>
            <span>
              <b>
                <UserText>{line.person.name}</UserText>
              </b>
              {line.text.slice(line.person.name.length)}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}

/** The people around a family on paper: one sheet with the picture, and further sheets only for those who do not fit in the list. */
export function PeopleSheets({ data, people, quality }: { data: Case; people: Person[]; quality: boolean }) {
  const { t } = useTranslation('network');
  const { t: paper } = useTranslation('paper');
  const { date } = useDates();
  const word = useWords();
  const sentences = useSentences(data.id);
  const drawing = useNetworkDrawing(data, people, { numbers: true, quality });
  // The family's names for life domains come with its plan; without it the words would change under the reader's eyes.
  usePlan(data.id);
  const ordered = inReadingOrder(people);
  const textOf = (person: Person) => `${person.name}${person.relation ? `, ${person.relation}` : ''}. ${sentences.short(person, quality)}`;
  const [first = [], ...rest] = inColumns(ordered, textOf, (column) => (column === 0 ? beside : annex));
  const annexes = Array.from({ length: Math.ceil(rest.length / perAnnex) }, (_, number) => rest.slice(number * perAnnex, (number + 1) * perAnnex));
  const total = annexes.length + 1;
  const domains = [...new Set(people.flatMap((person) => person.domains))];
  const number = (of: number) => paper('number', { number: of, total });
  const head = <SheetHead title={t('headingOurs')} family={<UserText>{data.alias}</UserText>} audience={t('paper.audience')} lines={[t('paper.printed', { date: date(new Date().toISOString()) })]} />;
  return (
    <>
      <Sheet label={`${t('headingOurs')}, ${number(1)}`}>
        {head}
        <div className="people-sheet">
          <PictureSvg plain drawing={drawing} label={t('count', { count: people.length })} />
          <Lines lines={first} />
        </div>
        <SheetFoot end={t('paper.asNow')} number={number(1)}>
          {quality ? (
            <ul className="sheet-legend people-legend">
              {qualities.map((one) => (
                <li key={one}>
                  <TieMark quality={one} /> {word('qualities', one)}
                </li>
              ))}
            </ul>
          ) : null}
          <div className="people-legend people-legend--domains">
            <NetworkBadges caseId={data.id} codes={domains} />
          </div>
          <p>{t('legend.rings')}</p>
        </SheetFoot>
      </Sheet>
      {annexes.map((columns, index) => (
        <Sheet key={index} label={`${t('headingOurs')}, ${number(index + 2)}`}>
          {head}
          <div className="people-annex">
            {columns.map((lines, column) => (
              <Lines key={column} lines={lines} />
            ))}
          </div>
          <SheetFoot number={number(index + 2)} />
        </Sheet>
      ))}
    </>
  );
}
