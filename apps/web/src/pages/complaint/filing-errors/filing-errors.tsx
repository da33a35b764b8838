import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../../api/download.js';
import type { ComplaintView, FilingErrorView } from '../../../api/types.js';
import { errorWords } from '../../../words/coded.js';
import { When } from '../../../words/when.js';
import { ConfirmError } from './confirm-error.js';
import { Judgement } from './judgement.js';
import { RecordError } from './record-error.js';

/** Errors met while filing this complaint, what they count as, and the way to add one. */
export function FilingErrors({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  const [recording, dialog] = useDisclosure(false);
  const { filingErrors: errors, judgement, status } = complaint;
  const open = status !== 'draft' && status !== 'awaiting-approval' && status !== 'withdrawn';
  if (errors.length === 0 && !open) return null;
  return (
    <section className="sheet stack">
      <h2>{t('errors.title')}</h2>
      {judgement !== null && <Judgement judgement={judgement} />}
      {errors.length > 0 && (
        <ul className="plain-list stack">
          {errors
            .filter(({ confirms }) => confirms === null)
            .map((error) => (
              <Met key={error.id} complaint={complaint} error={error} open={open} />
            ))}
        </ul>
      )}
      {open && (
        <div>
          <Button size="compact-sm" variant="default" onClick={dialog.open}>
            {t('errors.record')}
          </Button>
          {recording && <RecordError complaintId={complaint.id} close={dialog.close} />}
        </div>
      )}
    </section>
  );
}

interface MetProps {
  complaint: ComplaintView;
  error: FilingErrorView;
  open: boolean;
}

function Met({ complaint, error, open }: MetProps) {
  const { t } = useTranslation();
  const [confirming, dialog] = useDisclosure(false);
  const confirmed = complaint.filingErrors.filter(({ confirms }) => confirms === error.id);
  return (
    <li className="stack-tight">
      <div>
        {errorWords(t, error.code, error.says)} <span className="quiet small">({error.code})</span>
      </div>
      <div className="said small break">{error.message}</div>
      <div className="quiet small">
        {t('complaint.attributed', { side: t(`words.attribution.${error.attribution}`) })}
        {error.network !== null && ` · ${t(`errors.networks.${error.network}`)}`} ·{' '}
        <When at={error.occurredAt} show="time" />
      </div>
      <div className="small">{t('errors.todo', { todo: t(`errors.todoOf.${error.code}`) })}</div>
      <Screenshot id={error.screenshot} />
      {confirmed.map(({ id, recordedBy, screenshot }) => (
        <div key={id} className="small">
          {t('errors.confirmed', { who: recordedBy })} <Screenshot id={screenshot} />
        </div>
      ))}
      {open && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={dialog.open}>
            {t('errors.confirm')}
          </Button>
          {confirming && <ConfirmError complaintId={complaint.id} error={error} close={dialog.close} />}
        </div>
      )}
    </li>
  );
}

function Screenshot({ id }: { id: string | null }) {
  const { t } = useTranslation();
  if (id === null) return null;
  return (
    <a className="small" href={fileAddress(id)} target="_blank" rel="noreferrer">
      {t('errors.seenScreenshot')}
    </a>
  );
}
