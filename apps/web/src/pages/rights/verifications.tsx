import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { verificationsQuery } from '../../api/queries.js';
import type { VerificationStatus, VerificationView } from '../../api/types.js';
import { Loaded } from '../../frame/states.js';
import { Mark } from '../../words/mark.js';
import type { Meaning } from '../../words/mark.js';
import { Day } from './day.js';
import { NotApplicable } from './not-given.js';
import { ChangeVerification } from './change-verification.js';

/** Where the right stands with each platform's desk; those that ask for it, and those that heard of it, come first. */
export function Verifications({ rightId }: { rightId: string }) {
  const { t } = useTranslation();
  const read = useQuery(verificationsQuery(rightId));
  return (
    <section className="sheet">
      <h2>{t('rights.verification')}</h2>
      <p>{t('rights.verificationText')}</p>
      <Loaded query={read}>
        {(desks) => {
          const first = desks.filter(isOfInterest);
          const others = desks.filter((desk) => !isOfInterest(desk));
          return (
            <>
              {first.length > 0 && <Desks desks={first} caption={t('rights.desks')} />}
              {others.length > 0 && (
                <details className="reveal">
                  <summary>{t('rights.otherDesks', { count: others.length })}</summary>
                  <Desks desks={others} caption={t('rights.otherDesksCaption')} />
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

const isOfInterest = ({ needed, since }: VerificationView): boolean => needed || since !== null;

function Desks({ desks, caption }: { desks: readonly VerificationView[]; caption: string }) {
  const { t } = useTranslation();
  return (
    <table className="table stackable register-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rights.deskPlatforms')}</th>
          <th scope="col">{t('rights.needed')}</th>
          <th scope="col">{t('rights.status')}</th>
          <th scope="col">{t('rights.sinceHead')}</th>
          <th scope="col">{t('rights.note')}</th>
          <th scope="col">
            <span className="hidden-label">{t('rights.change')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {desks.map((desk) => (
          <Desk key={desk.desk} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}

function Desk({ desk }: { desk: VerificationView }) {
  const { t } = useTranslation();
  const { platforms, needed, status, since, note, recordedBy } = desk;
  return (
    <tr>
      <th scope="row">{platforms.join(', ')}</th>
      <td data-label={t('rights.needed')}>{t(needed ? 'rights.yes' : 'rights.no')}</td>
      <td data-label={t('rights.status')}>
        <Mark meaning={meaningOf(status, needed)} word={t(`words.verification.${status}`)} />
      </td>
      <td data-label={t('rights.sinceHead')}>{since === null ? <NotApplicable /> : <Day on={since} />}</td>
      <td data-label={t('rights.note')} className="across told break">
        {note ?? <NotApplicable />}
        {recordedBy !== null && <div className="quiet small">{t('rights.recordedBy', { name: recordedBy })}</div>}
      </td>
      <td className="number across">
        <ChangeVerification verification={desk} />
      </td>
    </tr>
  );
}

/** Not submitted where it is asked for stops filing; elsewhere it is no news. */
function meaningOf(status: VerificationStatus, needed: boolean): Meaning {
  if (status === 'not-submitted') return needed ? 'warn' : 'plain';
  return ({ pending: 'waiting', verified: 'removed', rejected: 'refused' } as const)[status];
}
