import { useTranslation } from 'react-i18next';
import { documentAddress, fileAddress } from '../../api/download.js';
import type { ItemView, ObservationState, ObservationView } from '../../api/types.js';
import { Mark } from '../../words/mark.js';
import type { Meaning } from '../../words/mark.js';
import { When } from '../../words/when.js';

const meanings: Record<ObservationState, Meaning> = {
  up: 'plain',
  down: 'removed',
  'geo-down': 'warn',
  altered: 'warn',
  relisted: 'warn',
  unobservable: 'plain',
};

/** Every look at one listing, newest first, each with its evidence. */
export function Observations({ observations, item }: { observations: readonly ObservationView[]; item: ItemView }) {
  const { t } = useTranslation();
  if (observations.length === 0) return <p className="quiet">{t('liveness.noHistory')}</p>;
  const waits = observations[0]?.state === 'down' && item.seen.firstSeenDown === null;
  return (
    <>
      {waits && <p className="quiet small">{t('liveness.oneDown')}</p>}
      <ol className="plain-list stack-tight" aria-label={t('liveness.history', { count: observations.length })}>
        {observations.map((observation) => (
          <Observation key={observation.id} observation={observation} />
        ))}
      </ol>
    </>
  );
}

function Observation({ observation }: { observation: ObservationView }) {
  const { t } = useTranslation();
  const { state, ground, at, source, recordedBy, status, sha256, note, documentId, fileId, finalUrl } = observation;
  const how = source === 'fetch' ? t('liveness.byRedress') : t('liveness.byPerson', { name: recordedBy });
  const details = [
    ...(ground === 'seen-by-person' ? [] : [t(`liveness.ground.${ground}`)]),
    ...(status === null ? [] : [t('liveness.status', { status })]),
  ];
  return (
    <li>
      <div className="row">
        <Mark meaning={meanings[state]} word={t(`liveness.state.${state}`)} />
        <span className="quiet small">
          <When at={at} show="time" /> · {how}
        </span>
      </div>
      {details.length > 0 && <div className="small">{details.join(' · ')}</div>}
      {note !== null && <div className="small break">{note}</div>}
      {finalUrl !== null && <div className="quiet small break">{finalUrl}</div>}
      {sha256 !== null && (
        <div className="quiet small break" title={sha256}>
          {t('liveness.hash', { hash: `${sha256.slice(0, 16)}…` })}
        </div>
      )}
      {documentId !== null && (
        <a className="small" href={documentAddress(documentId)} download>
          {t('liveness.page')}
        </a>
      )}
      {fileId !== null && (
        <a className="small" href={fileAddress(fileId)} target="_blank" rel="noreferrer noopener">
          {t('liveness.seenScreenshot')}
        </a>
      )}
    </li>
  );
}
