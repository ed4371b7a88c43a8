import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { api, paths, useCaseDeed, usePeople, useSnapshot, useSnapshots, type Case, type Person, type Snapshot, type SnapshotLine } from '@/api';
import { useDates, useList, useTranslation } from '@/i18n';
import { errorAt, formErrors, Loaded, may } from '@/parts';
import { Button, ErrorSummary, Heading, Paragraph, Row, SelectField, TextField, useToasts, type FieldError } from '@/ui';
import { changes, compare } from '../changes';
import { PictureSvg } from '../picture/PictureSvg';
import { useNetworkDrawing } from '../useNetworkDrawing';
import '../picture/picture.css';
import './network.css';

const keys = { from: 'van', to: 'tot' } as const;
const now = 'nu';

function Picture({ data, title, people }: { data: Case; title: string; people: Person[] }) {
  const { t } = useTranslation('network');
  const drawing = useNetworkDrawing(data, people);
  return (
    <figure className="network-moment">
      <figcaption>
        <b>{title}</b> <span className="ep-soft">{t('count', { count: people.length })}</span>
      </figcaption>
      {/* On a narrow screen the picture scrolls by itself, also with keys. */}
      <div className="network-moment__room" role="region" tabIndex={0} aria-label={title}>
        <PictureSvg drawing={drawing} label={`${title}: ${t('count', { count: people.length })}`} />
      </div>
    </figure>
  );
}

function Differences({ before, after }: { before: Person[]; after: Person[] }) {
  const { t } = useTranslation('network');
  const and = useList();
  const found = compare(before, after);
  if (found.size === 0) return <Paragraph>{t('moments.same')}</Paragraph>;
  return (
    <ul className="network-differences">
      {changes
        .filter((change) => found.has(change))
        .map((change) => {
          const names = found.get(change) ?? [];
          return <li key={change}>{t(`moments.changes.${change}`, { count: names.length, names: and(names) })}</li>;
        })}
    </ul>
  );
}

function Two({ data, from, to, people, moments }: { data: Case; from: string; to: string; people: Person[]; moments: SnapshotLine[] }) {
  const { t } = useTranslation('network');
  const before = useSnapshot(data.id, from);
  const after = useSnapshot(data.id, to === now ? null : to);
  const shown = (snapshot: Snapshot | undefined) => (snapshot ? { title: snapshot.label, people: snapshot.people } : null);
  const [one, other] = [shown(before.data), to === now ? { title: t('moments.now'), people } : shown(after.data)];
  if (!one || !other || !moments.some(({ id }) => id === from)) return null;
  return (
    <section aria-labelledby="network-different" className="ep-stack">
      <Heading level={2} id="network-different">
        {t('moments.different')}
      </Heading>
      <Differences before={one.people} after={other.people} />
      <div className="network-pair">
        <Picture data={data} {...one} />
        <Picture data={data} {...other} />
      </div>
    </section>
  );
}

/** Keeps the network as it is now under a name. */
function Keep({ data }: { data: Case }) {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const [label, setLabel] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const keep = useCaseDeed(data.id, (text: string, key) => api.create<Snapshot>(paths.snapshots(data.id), { label: text }, key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(label, {
      onSuccess: () => {
        setLabel('');
        setErrors([]);
        say(t('moments.kept'));
      },
      onError: (error) => setErrors(formErrors(error, () => 'moment-label', common)),
    });
  };
  return (
    <form className="ep-form network-form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <TextField id="moment-label" label={t('moments.label')} help={t('moments.help')} maxLength={120} value={label} onChange={setLabel} error={errorAt(errors, 'moment-label')} />
      <Row>
        <Button type="submit" busy={keep.isPending}>
          {t('moments.keep')}
        </Button>
      </Row>
    </form>
  );
}

function Choose({ data, moments, people }: { data: Case; moments: SnapshotLine[]; people: Person[] }) {
  const { t } = useTranslation('network');
  const { date } = useDates();
  const [search, setSearch] = useSearchParams();
  const options = moments.map(({ id, label, takenAt }) => ({ value: id, label: `${label}, ${date(takenAt)}` }));
  const from = search.get(keys.from) ?? moments[0]?.id ?? '';
  const to = search.get(keys.to) ?? now;
  const change = (which: keyof typeof keys) => (value: string) => setSearch({ [keys.from]: which === 'from' ? value : from, [keys.to]: which === 'to' ? value : to }, { replace: true });
  return (
    <>
      <div className="network-choose">
        <SelectField id="moment-from" label={t('moments.from')} value={from} onChange={change('from')} options={options} />
        <SelectField id="moment-to" label={t('moments.to')} value={to} onChange={change('to')} options={[{ value: now, label: t('moments.now') }, ...options]} />
      </div>
      <Two data={data} from={from} to={to} people={people} moments={moments} />
    </>
  );
}

/** The network at two moments: what became different in sentences, and the two pictures beside each other. */
export function ComparePictures({ data }: { data: Case }) {
  const { t } = useTranslation('network');
  const people = usePeople(data.id);
  return (
    <Loaded query={useSnapshots(data.id)}>
      {(moments) => (
        <Loaded query={people}>
          {(all) => (
            <div className="network-page">
              {moments.length === 0 ? <Paragraph>{t('moments.none')}</Paragraph> : <Choose data={data} moments={moments} people={all} />}
              {may(data, 'edit-network') && all.length > 0 ? <Keep data={data} /> : null}
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
