import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ComplaintView } from '../../api/types.js';
import { DecideByHand } from './decide-by-hand.js';
import { SubmitDialog } from './submit-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';

/** What can be done with a complaint as it stands; the server says which moves are open. */
export function Actions({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  const [submitting, submit] = useDisclosure(false);
  const [withdrawing, withdraw] = useDisclosure(false);
  const [deciding, decide] = useDisclosure(false);
  const decidable = complaint.items.some(({ status }) => status === 'filed') && complaint.status !== 'withdrawn';
  return (
    <>
      {complaint.moves.includes('submit') && <Button onClick={submit.open}>{t('complaint.submit')}</Button>}
      {decidable && (
        <Button variant="default" onClick={decide.open}>
          {t('complaint.decide')}
        </Button>
      )}
      {complaint.moves.includes('withdraw') && (
        <Button variant="default" onClick={withdraw.open}>
          {t('complaint.withdraw')}
        </Button>
      )}
      <SubmitDialog complaint={complaint} opened={submitting} close={submit.close} />
      <WithdrawDialog id={complaint.id} opened={withdrawing} close={withdraw.close} />
      <DecideByHand complaint={complaint} opened={deciding} close={decide.close} />
    </>
  );
}
