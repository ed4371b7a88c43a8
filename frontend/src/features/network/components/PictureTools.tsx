import { qualities, type Case, type Person } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { may, useFamilyDomain } from '@/parts';
import { pages } from '@/routing';
import { Button, Link } from '@/ui';
import { lineOf, signs } from '../picture/model';
import { useBadgeLooks, useNetworkDrawing } from '../useNetworkDrawing';

/** What else one can do with the picture. */
export function PictureTools({ data, people }: { data: Case; people: Person[] }) {
  const { t } = useTranslation('network');
  const word = useWords();
  const domainName = useFamilyDomain(data.id);
  const lookOf = useBadgeLooks(data.id);
  const drawing = useNetworkDrawing(data, people);
  const family = data.myRole === 'family';
  const domains = [...new Set(people.flatMap((person) => person.domains))];
  // Few save a file: what makes it comes when somebody does.
  const save = async () => {
    const [{ PictureSvg }, { saveFile }] = await Promise.all([import('../picture/PictureSvg'), import('../picture/saveFile')]);
    saveFile(
      `${t('file')}.svg`,
      <PictureSvg
        drawing={drawing}
        label={t(family ? 'headingOurs' : 'heading')}
        legend={{
          title: t('legend.heading'),
          ties: qualities.map((quality) => ({ line: lineOf(quality), sign: signs[quality], word: word('qualities', quality) })),
          badges: domains.flatMap((code) => {
            const look = lookOf(code);
            return look ? [{ look, word: domainName(code) }] : [];
          }),
          sentences: [t('legend.rings'), `○ ${t('legend.round')}   □ ${t('legend.square')}`],
        }}
      />,
    );
  };
  return (
    <ul className="network-tools ep-no-print">
      <li>
        <Link to={family ? pages.ourPeoplePaper : pages.peoplePaper(data.id)}>{t('tools.paper')}</Link>
      </li>
      <li>
        <Link to={family ? pages.ourMoments : pages.moments(data.id)}>{t('tools.moments')}</Link>
      </li>
      {may(data, 'edit-network') ? (
        <li>
          <Link to={family ? pages.ourPeopleColours : pages.peopleColours(data.id)}>{t('tools.colours')}</Link>
        </li>
      ) : null}
      {family ? null : (
        <li>
          <Link to={pages.cooperation(data.id)}>{t('tools.cooperation')}</Link>
        </li>
      )}
      <li>
        <Button kind="quiet" small onClick={() => void save()}>
          {t('tools.file')}
        </Button>
      </li>
    </ul>
  );
}
