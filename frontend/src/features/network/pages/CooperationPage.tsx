import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCooperation, useIdentity, type Case, type Cooperation, type CooperationQuality } from '@/api';
import { useTranslation } from '@/i18n';
import { CaseFrame, Loaded, NotForYou, seesPeople } from '@/parts';
import { Card, Heading, Paragraph, SelectField, Table } from '@/ui';
import { OwnView } from '../components/OwnView';
import { PictureView } from '../picture/PictureView';
import { cooperationSigns, partiesOf, useCooperationDrawing, viewOf, type Party } from '../useCooperationDrawing';
import '../components/network.css';

const centreKey = 'vanuit';

function useQualityWord(): (quality: CooperationQuality | null) => string {
  const { t } = useTranslation('network');
  return (quality) => (quality ? `${t(`cooperation.qualities.${quality}`)} (${cooperationSigns[quality]})` : t('notSaid'));
}

/** Each pair of whom somebody said something, with what each side says. */
function Pairs({ parties, views }: { parties: Party[]; views: Cooperation[] }) {
  const { t } = useTranslation('network');
  const word = useQualityWord();
  const pairs = parties.flatMap((one, index) => parties.slice(index + 1).map((other) => ({ one, other, ofOne: viewOf(views, one.id, other.id), ofOther: viewOf(views, other.id, one.id) }))).filter(({ ofOne, ofOther }) => ofOne ?? ofOther);
  if (pairs.length === 0) return <Paragraph>{t('cooperation.nothing')}</Paragraph>;
  const side = (party: Party, quality: CooperationQuality | null) => (party.kind === 'family' ? t('cooperation.familyDoesNot') : `${party.name}: ${word(quality)}`);
  return (
    <Card flush>
      <Table
        caption={t('cooperation.table')}
        rows={pairs}
        rowKey={({ one, other }) => `${one.id} ${other.id}`}
        columns={[
          { key: 'pair', head: t('cooperation.between'), cell: ({ one, other }) => `${one.name} – ${other.name}` },
          { key: 'one', head: t('cooperation.oneSide'), cell: ({ one, ofOne }) => side(one, ofOne) },
          { key: 'other', head: t('cooperation.otherSide'), cell: ({ other, ofOther }) => side(other, ofOther) },
        ]}
      />
    </Card>
  );
}

function Page({ data, views }: { data: Case; views: Cooperation[] }) {
  const { t } = useTranslation('network');
  const me = useIdentity();
  const word = useQualityWord();
  const [search, setSearch] = useSearchParams();
  const parties = partiesOf(data, t('cooperation.family'));
  const mine = parties.find(({ id }) => id === me.id);
  const centre = parties.find(({ id }) => id === search.get(centreKey)) ?? mine ?? parties[0];
  const [chosen, setChosen] = useState<string | null>(null);
  if (!centre) return null;
  return (
    <div className="ep-stack">
      <Heading level={2}>{t('cooperation.heading')}</Heading>
      <Paragraph>{t('cooperation.lead')}</Paragraph>
      <SelectField id="cooperation-centre" label={t('cooperation.centre')} value={centre.id} onChange={(id) => setSearch({ [centreKey]: id }, { replace: true })} options={parties.map(({ id, name }) => ({ value: id, label: name }))} />
      <div className="network-grid">
        <Star parties={parties} centre={centre} views={views} chosen={chosen} onChoose={setChosen} word={word} />
        <aside className="network-side">{mine ? <OwnView caseId={data.id} parties={parties.filter(({ id }) => id !== me.id)} views={views.filter(({ byId }) => byId === me.id)} chosen={chosen} /> : null}</aside>
      </div>
      <Pairs parties={parties} views={views} />
    </div>
  );
}

type StarProps = { parties: Party[]; centre: Party; views: Cooperation[]; chosen: string | null; onChoose: (key: string) => void; word: (quality: CooperationQuality | null) => string };

function Star({ parties, centre, views, chosen, onChoose, word }: StarProps) {
  const { t } = useTranslation('network');
  const drawing = useCooperationDrawing(parties, centre, views);
  const sentence = (key: string) => {
    const other = parties.find(({ id }) => id === key);
    if (!other) return '';
    const sides = [centre, other].map((party, index) => (party.kind === 'family' ? null : t('cooperation.side', { name: party.name, quality: word(index === 0 ? viewOf(views, centre.id, key) : viewOf(views, key, centre.id)) })));
    return [`${other.name}.`, other.below ? `${other.below}.` : null, ...sides].filter(Boolean).join(' ');
  };
  return <PictureView drawing={drawing} sentenceOf={sentence} restSentence={({ keys }) => t('cooperation.rest', { count: keys.length })} chosen={chosen} onChoose={onChoose} onRest={() => document.querySelector('table')?.scrollIntoView()} />;
}

/** How working together goes, as each side sees it: said by the team, read by the team. */
export function CooperationPage() {
  return <CaseFrame>{(data) => (seesPeople(data) ? <Views data={data} /> : <NotForYou />)}</CaseFrame>;
}

function Views({ data }: { data: Case }) {
  return <Loaded query={useCooperation(data.id)}>{(views) => <Page data={data} views={views} />}</Loaded>;
}
