import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Case, Person } from '@/api';
import { focusOn, PictureView } from '../picture/PictureView';
import { useNetworkDrawing } from '../useNetworkDrawing';
import { useSentences } from '../useSentences';
import { Legend } from './Legend';
import { NetworkFindings } from './NetworkFindings';
import { PeopleCards, PeopleTable } from './PeopleViews';
import { PersonPanel } from './PersonPanel';
import { PictureTools } from './PictureTools';
import { viewKey, views, type View } from './ViewLinks';

type Props = { data: Case; people: Person[]; linkTo: ((person: Person) => string) | null; view: View };

function Picture({ data, people, linkTo }: Omit<Props, 'view'>) {
  const navigate = useNavigate();
  const drawing = useNetworkDrawing(data, people);
  const sentences = useSentences(data.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const person = people.find(({ id }) => id === chosen) ?? null;
  const close = () => {
    setChosen(null);
    if (chosen) focusOn(document, chosen);
  };
  const domains = [...new Set(people.flatMap((one) => one.domains))];
  return (
    <div className="network-grid">
      <PictureView
        drawing={drawing}
        sentenceOf={(key) => {
          const one = people.find(({ id }) => id === key);
          return one ? sentences.person(one) : '';
        }}
        restSentence={sentences.rest}
        chosen={person?.id ?? null}
        onChoose={setChosen}
        onRest={() => void navigate({ search: `?${viewKey}=${views.list}` })}
      />
      <aside className="network-side">
        {person ? <PersonPanel caseId={data.id} person={person} linkTo={linkTo} onClose={close} /> : null}
        <NetworkFindings caseId={data.id} people={people} />
        <Legend caseId={data.id} domains={domains} />
        <PictureTools data={data} people={people} />
      </aside>
    </div>
  );
}

/** The same people in one of three ways. */
export function NetworkViews({ data, people, linkTo, view }: Props) {
  if (view === 'picture') return <Picture data={data} people={people} linkTo={linkTo} />;
  return (
    <>
      {view === 'list' ? <PeopleCards caseId={data.id} people={people} linkTo={linkTo} /> : <PeopleTable caseId={data.id} people={people} linkTo={linkTo} />}
      <NetworkFindings caseId={data.id} people={people} />
      <PictureTools data={data} people={people} />
    </>
  );
}
