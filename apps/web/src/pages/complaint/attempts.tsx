import { useTranslation } from 'react-i18next';
import type { ComplaintView } from '../../api/types.js';
import { Attempt } from './attempt/attempt.js';

/** Every attempt to deliver the notice, with its proof. */
export function Attempts({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2>{t('complaint.attempts')}</h2>
      {complaint.attempts.length === 0 && <p className="quiet">{t('complaint.noAttempts')}</p>}
      <ul className="plain-list stack">
        {complaint.attempts.map((attempt) => (
          <Attempt key={attempt.id} complaint={complaint} attempt={attempt} />
        ))}
      </ul>
    </section>
  );
}
